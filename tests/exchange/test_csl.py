import datetime as dt
import json
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from briefing.exchange import csl
from briefing.model import Source, SourceKind
from briefing.when import Precision, When, from_iso, whole_day
from tests.note.records import SOURCES
from tests.strategies import structs

_TYPES = frozenset(
    {"document", "manuscript", "personal_communication", "report", "speech", "webpage"}
)
"""Of the types that the schema names (citation-style-language/schema, csl-data.json) ours."""
_TEXTS = frozenset({"id", "type", "title", "genre", "number", "publisher", "URL"})
_DATES = frozenset({"issued", "accessed"})


def _checked(content: bytes) -> list[dict[str, Any]]:
    """Return items that keep what the schema says of the variables that we write."""
    items: list[dict[str, Any]] = json.loads(content)
    for item in items:
        assert item.keys() <= _TEXTS | _DATES | {"author"}
        assert item.keys() >= {"id", "type"}
        assert item["type"] in _TYPES
        assert all(isinstance(item[name], str) for name in item.keys() & _TEXTS)
        for name in item.keys() & _DATES:
            assert ["date-parts"] == list(item[name])
            parts = item[name]["date-parts"]
            assert 1 <= len(parts) <= 2
            assert all(1 <= len(part) <= 3 for part in parts)
            assert all(type(number) is int for part in parts for number in part)
        for name in item.get("author", ()):
            assert ["literal"] == list(name)
    return items


def _item(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    (found,) = _checked(csl.written([Source(**({"id": "s", "title": "A Paper"} | fields))]))
    return found


def test_a_public_document_is_told_with_who_issued_it_when_and_where() -> None:
    assert {
        "id": "programme",
        "type": "document",
        "title": "Programme of Cable Week",
        "genre": "official record",
        "publisher": "Forum on Shared Cables",
        "issued": {"date-parts": [[2031, 4, 1]]},
        "URL": "https://fsc.example/programme.pdf",
    } in _checked(csl.written(SOURCES.values()))


def test_who_makes_a_statement_is_its_author() -> None:
    found = _item(kind=SourceKind.STATEMENT, body="Lantern Institute")

    assert ("speech", [{"literal": "Lantern Institute"}]) == (found["type"], found["author"])
    assert "publisher" not in found


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        (from_iso("2031"), [[2031]]),
        (from_iso("2031-04"), [[2031, 4]]),
        (from_iso("2031-04-09"), [[2031, 4, 9]]),
        (whole_day(dt.date(2031, 4, 9), dt.date(2031, 4, 11)), [[2031, 4, 9], [2031, 4, 11]]),
        (
            When(date=dt.date(2031, 4, 9), time=dt.time(9), precision=Precision.MINUTE),
            [[2031, 4, 9]],
        ),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published: When, parts: list[list[int]]) -> None:
    assert {"date-parts": parts} == _item(published=published)["issued"]


def test_what_is_not_known_is_not_told() -> None:
    assert {"id", "type", "title", "genre"} == _item().keys()


def test_a_page_was_looked_at_on_the_day_it_was_received_where_that_is_known() -> None:
    page = {"address": "https://a.example/", "received": dt.date(2031, 5, 20)}

    assert {"date-parts": [[2031, 5, 20]]} == _item(**page)["accessed"]
    assert "accessed" not in _item(address="https://a.example/")
    assert "accessed" not in _item(received=dt.date(2031, 5, 20))


def test_an_announcement_on_the_web_is_a_page_and_one_on_paper_a_document() -> None:
    assert "webpage" == _item(address="https://a.example/")["type"]
    assert "document" == _item()["type"]
    assert "URL" not in _item(address="javascript:alert(1)")


def test_a_mail_that_nobody_else_can_look_up_is_a_communication_by_who_sent_it() -> None:
    mail = {"number": "<1@lantern.example>", "body": "Lantern Institute"}

    found = _item(**mail)

    assert ("personal_communication", [{"literal": "Lantern Institute"}]) == (
        found["type"],
        found["author"],
    )
    assert "webpage" == _item(**mail, address="https://a.example/")["type"]


def test_a_paper_with_a_symbol_is_a_report_with_that_number() -> None:
    source = Source(id="s", title="Draft resolution", kind=SourceKind.OFFICIAL_RECORD)

    (found,) = _checked(csl.written([source], {"s": "XY/77/L.3"}))

    assert ("report", "XY/77/L.3") == (found["type"], found["number"])


_PANDOC = shutil.which("pandoc")


@pytest.mark.skipif(_PANDOC is None, reason="pandoc is not installed")
def test_pandoc_cites_each_kind_of_source(tmp_path: Path) -> None:
    sources = [
        Source(
            id=f"s{n}",
            title=f"Paper {n}",
            kind=kind,
            body="Lantern Institute",
            published=from_iso("2031-04-09"),
            address=address,
        )
        for n, (kind, address) in enumerate(product(SourceKind, ("", "https://a.example/")))
    ]
    (tmp_path / "sources.json").write_bytes(csl.written(sources, {"s0": "XY/77/L.3"}))
    (tmp_path / "cited.md").write_text(
        '---\nbibliography: sources.json\nnocite: "@*"\n---\n', encoding="utf-8"
    )

    assert _PANDOC is not None
    ran = subprocess.run(
        [_PANDOC, "--citeproc", "--to", "plain", "--wrap", "none", "cited.md"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "" == ran.stderr
    assert all(f"Paper {n}.” " in ran.stdout for n in range(len(sources)))
    cited = ran.stdout.strip().split("\n\n")
    assert [True] * len(sources) == ["2031" in one for one in cited]


@given(structs(Source))
def test_whatever_a_source_says_is_told_by_the_schema(source: Source) -> None:
    (found,) = _checked(csl.written([source]))

    assert source.id == found["id"]
    assert "\x1b" not in "".join(str(value) for value in found.values())
