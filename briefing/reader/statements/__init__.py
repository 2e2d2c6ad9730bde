"""Statements and transcripts: documents in which somebody speaks for somebody."""
