"""The workspace, opened: configuration, store and the verbs on them."""
