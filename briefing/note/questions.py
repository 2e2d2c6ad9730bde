"""If asked, and defensive only: each question with line, proof and what to say if pressed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from briefing.arrange.questions import likelihood_at
from briefing.model import Answer, Decision, Likelihood, Point, Question
from briefing.note.blocks import Block, Bullets, Heading, Item, Run, SectionName, one_line, plain
from briefing.note.ledger import at
from briefing.note.scene import Scene


def if_asked(scene: Scene) -> tuple[Block, ...]:
    """Return what is certain to come up, what may, and what has no answer yet."""
    certain, may = (_told(scene, likelihood) for likelihood in (Likelihood.CERTAIN, Likelihood.MAY))
    say = scene.words.say
    groups = (
        (say("Certain"), [q for q in certain if q.answer.is_written]),
        (say("May come up"), [q for q in may if q.answer.is_written]),
        (say("No answer written yet"), [q for q in (*certain, *may) if not q.answer.is_written]),
    )
    return tuple(block for heading, group in groups for block in _group(scene, heading, group))


def defensive(scene: Scene) -> tuple[Block, ...]:
    """Return what is answered when it comes up and never raised."""
    is_brief = scene.is_brief(SectionName.DEFENSIVE)
    questions = _told(scene, Likelihood.DEFENSIVE)
    return _listed([_item(scene, question, is_brief=is_brief) for question in questions])


def answers(scene: Scene) -> tuple[Block, ...]:
    """Return every question that has an answer, with the answer at each length."""
    answered = [question for question in scene.questions if question.answer.is_written]
    return _listed([_in_full(scene, question) for question in answered])


def asked_here(scene: Scene, question: Question) -> bool:
    """Return whether the event itself puts the question up for discussion."""
    return any(asked.event == scene.event.id for asked in question.asked)


def question_item(
    scene: Scene, question: Question, under: Iterable[Item] = (), *, is_answered: bool = False
) -> Item:
    """Return a question as the event puts it, over what is said of it.

    It is strong where it has an answer. What is said is told after it, so that sources are
    numbered in their order.
    """
    here = [asked for asked in question.asked if asked.event == scene.event.id]
    values = at(question, "text", *(f"asked/{asked.key}" for asked in here))
    citations = (asked.citation for asked in here if asked.citation)
    if _is_own(question):
        scene.ledger.saw(question)
        fact = Run(text=one_line(question.text))
    else:
        fact = scene.ledger.fact(question.text, *values, citations=citations)
    told = replace(fact, is_strong=is_answered)
    return Item(text=(told,), under=(*scene.ledger.doubts(*values), *under))


def _is_own(question: Question) -> bool:
    """Return whether a person thought of it, and nobody is told to have asked it."""
    found = question.evidence.get("text")
    is_added = found is not None and found.decision is Decision.ADDED and not found.citations
    return is_added and not question.asked


def _told(scene: Scene, likelihood: Likelihood) -> list[Question]:
    return [q for q in scene.questions if likelihood_at(q, scene.event.id) is likelihood]


def _group(scene: Scene, heading: str, questions: list[Question]) -> tuple[Block, ...]:
    is_brief = scene.is_brief(SectionName.IF_ASKED)
    items = _listed([_item(scene, question, is_brief=is_brief) for question in questions])
    return (Heading(text=heading), *items) if items else ()


def _listed(items: list[Item]) -> tuple[Block, ...]:
    return (Bullets(items=tuple(items)),) if items else ()


def _item(scene: Scene, question: Question, *, is_brief: bool) -> Item:
    answer, say = question.answer, scene.words.say
    line = _said(say("Line"), _line(answer))
    is_answered = answer.is_written
    if is_brief:
        return question_item(scene, question, line, is_answered=is_answered)
    told = chain(line, _support(scene, question))
    return question_item(scene, question, told, is_answered=is_answered)


def _in_full(scene: Scene, question: Question) -> Item:
    answer, say = question.answer, scene.words.say
    lengths = (
        (say("Short"), answer.short),
        (say("Medium"), answer.medium),
        (say("Long"), answer.long),
    )
    told = (item for label, text in lengths for item in _said(label, (text,)))
    whole = chain(told, _support(scene, question))
    return question_item(scene, question, whole, is_answered=True)


def _support(scene: Scene, question: Question) -> Iterator[Item]:
    answer, say = question.answer, scene.words.say
    yield from (_proof(scene, question, point) for point in answer.points)
    yield from _said(say("If pressed"), (answer.if_pressed,))
    yield from _said(say("Take care"), (answer.caveats,))


def _line(answer: Answer) -> Iterable[str]:
    return [text for text in (answer.short, answer.medium, answer.long) if text][:1]


def _said(label: str, texts: Iterable[str]) -> Iterator[Item]:
    yield from (Item(label=label, text=plain(text)) for text in texts if plain(text))


def _proof(scene: Scene, question: Question, point: Point) -> Item:
    values = at(question, f"answer/points/{point.key}")
    fact = scene.ledger.fact(point.text, *values, citations=point.citations)
    return Item(label=scene.words.say("Proof"), text=(fact,), under=scene.ledger.doubts(*values))
