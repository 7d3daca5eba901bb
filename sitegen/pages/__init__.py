"""Values become HTML: contexts are made from the model and rendered with Jinja2."""
