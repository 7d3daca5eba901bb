"""Edge out: outputs become files, and a finished site takes the old one's place."""
