import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.model import Level
from briefing.note.span import Span
from tests.desk.leaving import WIDER, exports, notes, unpacked
from tests.desk.support import make_folder, open_desk
from tests.desk.worlds import World, worlds

JUNE = Span(dt.date(2031, 6, 1), dt.date(2031, 6, 30))
TODAY = dt.date(2031, 6, 2)
TEXTS = (".md", ".txt", ".html", ".eml")

SLOWLY = settings(deadline=None, suppress_health_check=list(HealthCheck))


@given(worlds(), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=20)
def test_nothing_above_the_level_leaves_in_a_note_or_an_export(world: World, level: Level) -> None:
    forbidden = [word.encode() for word in world.forbidden(level)]

    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *world.records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            for left in (notes(desk, level, JUNE, TEXTS), exports(desk, level)):
                for name, content in left:
                    inside = unpacked(content)
                    assert [] == [word for word in forbidden if word in inside], name
