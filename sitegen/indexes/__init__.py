"""The search index: figures become terms, terms become shards that a browser reads; see docs/search-index.md."""
