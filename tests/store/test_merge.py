from hypothesis import given, strategies as st

from briefing.model import RECORD_TYPES, Record, table_name
from briefing.store.merge import merge
from briefing.store.records import decode, encode
from tests.strategies import structs


@st.composite
def versions(draw: st.DrawFn) -> tuple[Record, Record, Record]:
    """Three records of one kind and id."""
    kind = draw(st.sampled_from(RECORD_TYPES))
    return draw(st.tuples(structs(kind), structs(kind), structs(kind)))


@given(versions())
def test_two_versions_make_a_record_that_can_be_read(versions: tuple[Record, ...]) -> None:
    kind, lines = type(versions[0]), [encode(version) for version in versions]

    merged = merge(table_name(kind), *lines)

    assert merged is not None
    assert isinstance(decode(kind, merged), kind)
