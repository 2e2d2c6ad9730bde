"""If asked, and defensive only: each question with line, proof and what to say if pressed."""

from collections.abc import Iterable, Iterator

from briefing.model import Answer, Likelihood, Point, Question
from briefing.note.blocks import Block, Bullets, Heading, Item, plain
from briefing.note.ledger import at, doubts
from briefing.note.scene import Scene


def if_asked(scene: Scene) -> tuple[Block, ...]:
    """Return what is certain to come up, what may, and what has no answer yet."""
    certain, may = (_told(scene, likelihood) for likelihood in (Likelihood.CERTAIN, Likelihood.MAY))
    groups = (
        ("Certain", [q for q in certain if q.answer.is_written]),
        ("May come up", [q for q in may if q.answer.is_written]),
        ("No answer written yet", [q for q in (*certain, *may) if not q.answer.is_written]),
    )
    return tuple(block for heading, group in groups for block in _group(scene, heading, group))


def defensive(scene: Scene) -> tuple[Block, ...]:
    """Return what is answered when it comes up and never raised."""
    items = tuple(_item(scene, question) for question in _told(scene, Likelihood.DEFENSIVE))
    return (Bullets(items=items),) if items else ()


def asked_here(scene: Scene, question: Question) -> bool:
    """Return whether the event itself puts the question up for discussion."""
    return any(asked.event == scene.event.id for asked in question.asked)


def _told(scene: Scene, likelihood: Likelihood) -> list[Question]:
    return [q for q in scene.held.questions if _likelihood(scene, q) is likelihood]


def _likelihood(scene: Scene, question: Question) -> Likelihood | None:
    """Return what a person expects, else that what the event itself asks is certain."""
    for expected in question.expected:
        if expected.event == scene.event.id:
            return expected.likelihood
    return Likelihood.CERTAIN if asked_here(scene, question) else None


def _group(scene: Scene, heading: str, questions: list[Question]) -> tuple[Block, ...]:
    if not questions:
        return ()
    items = tuple(_item(scene, question) for question in questions)
    return (Heading(text=heading), Bullets(items=items))


def _item(scene: Scene, question: Question) -> Item:
    here = [asked for asked in question.asked if asked.event == scene.event.id]
    values = at(question, "text", *(f"asked/{asked.key}" for asked in here))
    citations = (asked.citation for asked in here if asked.citation)
    fact = scene.ledger.fact(question.text, *values, citations=citations)
    return Item(text=(fact,), under=(*doubts(*values), *_answer(scene, question)))


def _answer(scene: Scene, question: Question) -> Iterator[Item]:
    answer = question.answer
    yield from _said("Line", _line(answer))
    yield from (_proof(scene, question, point) for point in answer.points)
    yield from _said("If pressed", (answer.if_pressed,))
    yield from _said("Take care", (answer.caveats,))


def _line(answer: Answer) -> Iterable[str]:
    return [text for text in (answer.short, answer.medium, answer.long) if text][:1]


def _said(label: str, texts: Iterable[str]) -> Iterator[Item]:
    yield from (Item(label=label, text=plain(text)) for text in texts if plain(text))


def _proof(scene: Scene, question: Question, point: Point) -> Item:
    values = at(question, f"answer/points/{point.key}")
    fact = scene.ledger.fact(point.text, *values, citations=point.citations)
    return Item(label="Proof", text=(fact,), under=doubts(*values))
