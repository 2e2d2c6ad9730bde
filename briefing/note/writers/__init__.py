"""A note to bytes: a module a format."""
