"""Which words are an entity's name."""
