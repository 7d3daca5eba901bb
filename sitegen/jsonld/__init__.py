"""Schema.org markup of every page, as Bioschemas profiles it: pure, from values to a JSON-LD document."""
