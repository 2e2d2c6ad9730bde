"""Pure views of records: timeline, forum, question bank, clashes."""
