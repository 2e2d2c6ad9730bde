"""An invented note with every kind of block, and names in many scripts: no real person or body."""

from dataclasses import replace

from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Limit,
    Mark,
    Paragraph,
    Run,
    Section,
    SectionName,
    SourceEntry,
    Sources,
    Table,
    Text,
    address,
    plain,
)

ARABIC = "الدكتورة ليلى المنارة"
CHINESE = "灯塔研究所"
JAPANESE = "東京の灯台"
KOREAN = "등대 연구소"
HEBREW = "המגדלור הישן"
GERMAN = "Dr.-Ing. Annegret Küstenfernmeldekabelinstandsetzungsbeauftragte-Öhlenschläger"
ACCENTED = "Łucja Świętosławska-Þórðardóttir"
LIST_ADDRESS = "https://lamps.example/list?of=ships&year=2031"


def fact(text: str, *numbers: int, checked: bool = True) -> Text:
    return (Run(text=text, mark=Mark(numbers=numbers, checked=checked)),)


def named(name: str, rest: str, *numbers: int) -> Text:
    return (Run(text=name, is_strong=True), *fact(rest, *numbers))


def section(name: SectionName, heading: str, *blocks: Block, is_annex: bool = False) -> Section:
    return Section(name=name, heading=heading, blocks=blocks, words=0, counted=0, is_annex=is_annex)


def entry(number: int, source: str, words: str = "", place: str = "") -> SourceEntry:
    described = {
        "letter": (Run(text="A letter on cables", is_strong=True), Run(text=", 3 May 2031")),
        "list": (
            Run(text="The list of ships", is_strong=True),
            Run(text=f", {CHINESE}, official record, "),
            address(LIST_ADDRESS),
        ),
    }
    return SourceEntry(
        number=number, source=source, description=described[source], place=place, words=words
    )


SOURCES = Sources(
    entries=(
        entry(1, "letter", "Lamps and Cables", "line 1"),
        entry(2, "list", place="page 2"),
        entry(3, "letter", f"{ARABIC} will speak first", "line 4"),
        entry(4, "list"),
    )
)

TABLE = Table(
    columns=("Who", "What they hold", "Since"),
    shares=(3, 5, 1),
    rows=(
        (named(ARABIC, ", chair", 3), fact("Ships should be listed.", 3, 4), plain("2029")),
        (named(CHINESE, "", 2), fact("A list may wait.", checked=False), plain("2030")),
        (plain(GERMAN), fact(f"Stands with {CHINESE}.", 4, checked=False), ()),
        *(
            (
                plain(f"Harbour master no. {number}"),
                fact("A list is good; a good list is better; the best list is kept by us.", 1),
                plain(str(1990 + number)),
            )
            for number in range(1, 46)
        ),
    ),
)

SAMPLE = BriefingNote(
    title="Briefing note: Lamps and Cables",
    marking="For my office",
    version="Draft of 2 Jun 2031",
    header=Facts(
        rows=(
            Item(
                label="When",
                text=fact("Thu 12 Jun 2031, 09:00–10:30 New York · 15:00–16:30 Oslo", 1, 3),
                under=(Item(label="Doubt", text=plain("The zone was taken from the venue.")),),
            ),
            Item(label="Where", text=fact("Lamp Hall, 4 Quay Street", 1, checked=False)),
            Item(label="Handling", text=plain("For my office")),
        )
    ),
    sections=(
        section(
            SectionName.BOTTOM_LINE,
            "Bottom line",
            Paragraph(text=plain("Back the list of ships; say nothing on whose anchor it was.")),
        ),
        section(
            SectionName.POINTS,
            "Points to make",
            Bullets(
                items=(
                    Item(text=plain("Mend first, settle the bill after.")),
                    Item(text=plain("Those who gain share the bill: owner, port and ship.")),
                    Item(text=plain("السفن تُسجَّل في قائمة عامة.")),
                )
            ),
        ),
        section(
            SectionName.ROOM,
            "Who is in the room and what they want",
            Bullets(
                items=(
                    Item(
                        text=named(ARABIC, ", chair", 3),
                        under=(
                            Item(
                                label="Supports",
                                text=fact("“List the ships.”", 3),
                                under=(Item(text=plain("Said it twice.")),),
                            ),
                        ),
                    ),
                    Item(text=named(CHINESE, ", organiser", 2)),
                    Item(text=named(GERMAN, ", speaker", 4)),
                    Item(text=named(ACCENTED, f", with {JAPANESE}, {KOREAN} and {HEBREW}")),
                )
            ),
        ),
        section(
            SectionName.BACKGROUND,
            "Background",
            Heading(text="Cables"),
            Paragraph(
                text=(
                    Run(text="The cable was cut twice, "),
                    *fact("in 2029 and in 2030", 4),
                    Run(text=". It was mended once, and what that cost was never told to anybody."),
                )
            ),
            Heading(text="Links"),
            Bullets(items=(Item(text=(address("https://lamps.example/harbour"),)),)),
        ),
        section(SectionName.POSITIONS, "Positions", TABLE, is_annex=True),
        section(
            SectionName.SOURCES,
            "Sources",
            SOURCES,
            Bullets(items=(Item(label="no source", text=plain("nobody said where from.")),)),
            is_annex=True,
        ),
    ),
    words=0,
    limit=Limit(number=900),
)

IN_FRENCH = replace(
    SAMPLE,
    title="Note de préparation : Phares et câbles",
    language="fr",
    marking="Pour mon service",
    version="Projet du 2 juin 2031",
)


def note_of(*blocks: Block) -> BriefingNote:
    return replace(SAMPLE, sections=(section(SectionName.BACKGROUND, "Background", *blocks),))
