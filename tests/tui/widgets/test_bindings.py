from itertools import chain

from textual.binding import Binding

from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.virtual_list import VirtualList


def test_every_key_of_a_widget_has_an_id_of_its_own_to_be_bound_anew() -> None:
    bindings = list(chain(VirtualList.BINDINGS, TextView.BINDINGS))

    ids = [binding.id for binding in bindings if isinstance(binding, Binding) and binding.id]

    assert len(bindings) == len(set(ids))
