"""Edge in: bytes become checked values, or problems with a line."""
