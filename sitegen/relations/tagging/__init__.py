"""What kind of word each token is, and the chunks that they make."""
