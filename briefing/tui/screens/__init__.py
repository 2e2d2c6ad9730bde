"""Whole screens: main, review, note, forms, help."""
