"""A source's text, turned into proposals."""
