"""One noun phrase: its name, and what the words around the name say of it."""
