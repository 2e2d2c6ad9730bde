"""Briefing: prepare for a seminar from the terminal."""

__version__ = "0.1.0"
