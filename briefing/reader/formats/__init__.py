"""Bytes to Reading: a module a format."""
