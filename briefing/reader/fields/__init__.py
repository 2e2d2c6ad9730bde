"""Reading to candidates: a module a field."""
