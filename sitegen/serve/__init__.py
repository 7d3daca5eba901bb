"""A local view of a collection that follows every saved file."""
