"""Records to a briefing note, and the note to bytes."""
