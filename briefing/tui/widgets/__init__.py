"""Widgets of our own: virtual list, matrix, key bar."""
