"""An invented note of every block there is, made by hand: it stays when composing changes."""

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


def fact(text: str, *numbers: int, checked: bool = True) -> Run:
    return Run(text=text, mark=Mark(numbers=numbers, checked=checked))


def strong(text: str) -> Run:
    return Run(text=text, is_strong=True)


def section(name: SectionName, heading: str, *blocks: Block, is_annex: bool = False) -> Section:
    return Section(
        name=name,
        heading=heading,
        blocks=blocks,
        words=10,
        counted=10,
        is_annex=is_annex,
    )


_DOUBT = Item(label="Doubt", text=plain("The zone was taken from the venue."))

_HEADER = Facts(
    rows=(
        Item(label="Seminar", text=(fact("Harbour Lights: who mends a cable under the sea?", 1),)),
        Item(
            label="When",
            text=(
                fact("Thu 12 Jun 2031, 09:00–10:30 New York · 15:00–16:30 Oslo", 2, checked=False),
            ),
            under=(_DOUBT,),
        ),
        Item(label="Where", text=(fact("In person and online; Harbour Hall, 4 Quay Street", 3),)),
        Item(label="Handling", text=plain("For my office")),
        Item(label="Version", text=plain("Draft of 2 Jun 2031")),
    )
)

_ROOM = Bullets(
    items=(
        Item(
            text=(strong("د. ليلى المرفأ"), fact(", مديرة, معهد المنارة", 3, checked=False)),
            under=(
                Item(label="Supports", text=(fact("“قائمة عامة للسفن تجعل الإصلاح أسرع.”", 4),)),
            ),
        ),
        Item(text=(strong("林海涛"), fact(", 主任, 海底电缆维修与共享费用研究所", 3))),
        Item(
            text=(
                strong(
                    "Prof. Dr. Annegret Freifrau von "
                    "Hohenleuchtturm-Seekabelinstandsetzungsgesellschaft"
                ),
                fact(", Leuchtfeuerstiftung", 3, 4, 5, checked=False),
            )
        ),
    )
)

_QUESTIONS = Bullets(
    items=(
        Item(
            text=(fact("Who pays when a shared cable is cut?", 3),),
            under=(
                Item(
                    label="Line",
                    text=plain(
                        "Whoever gains from the cable shares the bill; nobody waits for it."
                    ),
                ),
                Item(
                    label="Proof",
                    text=(fact("Four of five repairs in the ledger were paid for jointly.", 5),),
                ),
                Item(label="Proof", text=(fact("Waiting doubles the cost."),)),
            ),
        ),
    )
)


def _row(who: Text, position: str, stance: str) -> tuple[Text, ...]:
    return ((*who,), (fact(position, 4),), plain(stance))


_POSITIONS = Table(
    columns=("Who", "Position", "Stance"),
    rows=(
        _row((strong("Lantern Institute"),), "A public list of ships makes repair quicker.", "for"),
        _row((strong("معهد المنارة"),), "Ships are not ours to list.", ""),
        _row(
            (strong("海底电缆研究所"),),
            "Mend first <and> settle the bill “after” & not before.",
            "for",
        ),
    ),
    shares=(2, 5, 1),
)

_HARBOUR = (strong("Harbour Lights"), Run(text=", announcement, file harbour.txt"))
_PROGRAMME = (
    strong("Programme of Cable Week"),
    Run(text=", Forum on Shared Cables, 1 Apr 2031, official record, "),
    address("https://fsc.example/programme.pdf?day=12&room=4"),
)


def _entry(number: int, description: Text, words: str = "", place: str = "") -> SourceEntry:
    source = "harbour" if description is _HARBOUR else "programme"
    return SourceEntry(
        number=number, source=source, description=description, words=words, place=place
    )


_SOURCES = Sources(
    entries=(
        _entry(1, _HARBOUR, "Harbour Lights: who mends a cable under the sea?", "line 1"),
        _entry(2, _HARBOUR, "Thursday 12 June 2031, 09:00-10:30 EDT", "line 3"),
        _entry(3, _PROGRAMME, place="page 2"),
        _entry(4, _PROGRAMME, "قائمة عامة للسفن تجعل الإصلاح أسرع.", "page 7"),
        _entry(5, _HARBOUR),
    )
)

_LEGEND = Bullets(
    items=(Item(label="no source", text=plain("the record does not say where this comes from.")),)
)

NOTE = BriefingNote(
    title="Briefing note: Harbour Lights: who mends a cable under the sea?",
    marking="For my office",
    version="Draft of 2 Jun 2031",
    header=_HEADER,
    sections=(
        section(
            SectionName.BOTTOM_LINE,
            "Bottom line",
            Paragraph(text=plain("Back shared payment. Say nothing on whose anchor it was.")),
        ),
        section(
            SectionName.POINTS,
            "Points to make",
            Bullets(
                items=(
                    Item(text=plain("Mend first, settle the bill after.")),
                    Item(text=plain("أصلحوا أولاً ثم سدّدوا الفاتورة لاحقاً.")),
                    Item(text=plain("先修复，后结账。")),
                )
            ),
        ),
        section(SectionName.ROOM, "Who is in the room and what they want", _ROOM),
        section(SectionName.IF_ASKED, "If asked", Heading(text="Certain"), _QUESTIONS),
        section(
            SectionName.BACKGROUND,
            "Background",
            Paragraph(text=(fact("The cable was cut twice and mended once.", 1, 5),)),
            Paragraph(text=plain("قُطع الكابل مرتين.")),
        ),
        section(
            SectionName.LOGISTICS,
            "Logistics and deadlines",
            Bullets(
                items=(
                    Item(
                        label="By Fri 6 Jun 2031 (in 4 days)",
                        text=(fact("Register", 2, checked=False),),
                        under=(Item(text=(address("https://lantern.example/harbour?a=1&b=2"),)),),
                    ),
                )
            ),
        ),
        section(SectionName.POSITIONS, "Positions", _POSITIONS, is_annex=True),
        section(SectionName.SOURCES, "Sources", _SOURCES, _LEGEND, is_annex=True),
    ),
    words=120,
    limit=Limit(number=900),
)
