"""The same collection as sites of other generators: templates, and a converter of the content."""
