"""From a caption to the words of its sentences."""
