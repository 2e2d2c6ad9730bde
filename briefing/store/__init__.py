"""The records on disk: TinyDB over a journal."""
