from briefing.note.blocks import Bullets, Item, Paragraph, Run
from briefing.note.prose import bullets, prose


def test_blank_lines_part_paragraphs_and_single_ends_do_not() -> None:
    assert (
        Paragraph(text=(Run(text="One two"),)),
        Paragraph(text=(Run(text="Three"),)),
    ) == prose("One\ntwo\n \n\nThree\n")


def test_lines_that_all_begin_with_a_dash_are_a_list() -> None:
    items = (Item(text=(Run(text="one"),)), Item(text=(Run(text="two - three"),)))

    assert (Bullets(items=items),) == prose("- one\n- two - three")


def test_a_dash_in_one_line_only_is_a_dash() -> None:
    assert (Paragraph(text=(Run(text="one - two"),)),) == prose("one\n- two")


def test_nothing_written_is_no_block() -> None:
    assert prose(" \n\n ") == ()
    assert prose("- \n-  ") == ()
    assert bullets(("", " ")) == ()
