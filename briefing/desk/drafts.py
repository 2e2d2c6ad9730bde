"""What was typed and not saved: kept until it is saved or dropped, so that nothing is lost."""

from collections.abc import Mapping

from briefing.desk.desk import Desk


def draft(desk: Desk, subject: str) -> Mapping[str, str]:
    """Return what was typed for a subject, field path -> text; empty where nothing waits."""
    return desk.state.drafts.get(subject, {})


def keep(desk: Desk, subject: str, typed: Mapping[str, str]) -> None:
    """Keep what was typed for a subject; nothing typed drops its draft."""
    others = {id: texts for id, texts in desk.state.drafts.items() if id != subject}
    drafts = {**others, subject: dict(typed)} if typed else others
    if drafts != desk.state.drafts:
        desk.remember(drafts=drafts)


def drop(desk: Desk, subject: str) -> None:
    """Forget what was typed for a subject."""
    keep(desk, subject, {})
