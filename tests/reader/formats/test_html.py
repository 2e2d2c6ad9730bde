import json

import pytest
from hypothesis import given, settings, strategies as st

from briefing.reader.formats import html
from briefing.reader.formats.text import kept
from briefing.reader.reading import Reading


def page(body: str, head: str = "") -> Reading:
    whole = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return html.read(whole.encode(), "page.html")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Quiet <b>Ports</b></h1><p>One\n  two</p>", "Quiet Ports\n\nOne two"),
        ("<p>10 March<br>14:00</p>", "10 March\n14:00"),
        ("<p>Bring:<ul><li>a pen<li><p>paper</p></ul>done", "Bring:\n\n- a pen\n- paper\n\ndone"),
        ("<ol><li>one<ul><li>deep</ul><li></ol>", "- one\n- deep"),
        (
            "<table><tr><th>Time<th>What<tr><td>9:00<td><td><p>Coffee</p><p>Tea</p></table>",
            "Time | What\n9:00 | Coffee Tea",
        ),
        ("<table><tr><td><h1>Ports</h1><p>One<td><p>Two</table>", "Ports\n\nOne\n\nTwo"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<p>caf&eacute;&nbsp;&amp; e&#769;", "café & é"),
        ("wo<b>rd</b>s <i> apart</i> here", "words apart here"),
        ("<div><span>unclosed <div>below", "unclosed\n\nbelow"),
    ],
)
def test_a_page_is_laid_out_as_a_person_would_type_it(body: str, expected: str) -> None:
    reading = page(body)

    assert expected == reading.text


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav>Home</nav>",
        "<footer>Home</footer>",
        "<aside>Home</aside>",
        "<script>Home</script>",
        "<style>Home</style>",
        "<template>Home</template>",
        "<!-- <p>Home -->",
        "<div hidden>Home</div>",
        "<div aria-hidden=true>Home</div>",
        "<div style='color: red; DISPLAY:none'>Home</div>",
        "<div role=navigation>Home</div>",
        "<ul class='wide menu'><li>Home</ul>",
    ],
)
def test_what_is_no_part_of_the_text_is_left_out(chrome: str) -> None:
    reading = page(f"{chrome}<p>Ports</p>{chrome}")

    assert "Ports" == reading.text


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("<aside><h3>When</h3><p>10 March 2027</p></aside>", "When\n\n10 March 2027"),
        ("<div class='col sidebar'><p>Venue: Pilot House</p></div>", "Venue: Pilot House"),
        ("<div role=complementary>Register by 1 March</div>", "Register by 1 March"),
    ],
)
def test_a_side_column_of_facts_stands_below_the_main_part(box: str, expected: str) -> None:
    reading = page(f"{box}<main><h1>Quiet Ports</h1><p>In the hall of all the pilots</main>")

    assert f"Quiet Ports\n\nIn the hall of all the pilots\n\n{expected}" == reading.text
    assert () == reading.problems


@pytest.mark.parametrize(
    ("box", "is_told"),
    [
        (
            "<aside><h3>Upcoming events</h3><p>12 April, time: noon, Loud Ports</aside>",
            True,
        ),
        (f"<aside>When: {'1 May and 2 June and 3 July and 4 August, '}</aside>", True),
        (f"<aside>Where: {'far away ' * 100}</aside>", False),
        ("<aside>All about us</aside>", False),
        ("<footer><aside>When: 10 March 2027</aside></footer>", False),
        ("<aside hidden>When: 10 March 2027</aside>", False),
    ],
)
def test_a_side_column_of_other_things_is_left_out_and_told_of_where_it_names_days(
    box: str, *, is_told: bool
) -> None:
    reading = page(f"{box}<p>Ports</p>")

    told = "a side column with dates in it was left out; look there for what else is on"
    assert "Ports" == reading.text
    assert [told] * is_told == [problem.message for problem in reading.problems]


def test_the_main_part_stands_for_the_page_where_it_holds_most_of_it() -> None:
    reading = page("<div>Our shop</div><main><h1>Quiet Ports</h1><p>In the hall</p></main>")

    assert "Quiet Ports\n\nIn the hall" == reading.text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<main>Short</main><p>What counts is here</p>", "Short\n\nWhat counts is here"),
        ("<h1>Ports</h1><main>What counts is here</main>", "Ports\n\nWhat counts is here"),
        ("<article>Card one</article><article>Card two</article>", "Card one\n\nCard two"),
    ],
)
def test_the_whole_page_is_kept_where_the_main_part_is_not_all_of_it(
    body: str, expected: str
) -> None:
    reading = page(body)

    assert expected == reading.text


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        ("<base href='https://example.org/e/'>", "r?a=1", "https://example.org/e/r?a=1"),
        ("<link rel=canonical href='https://example.org/e'>", "/r", "https://example.org/r"),
        ("<meta property='og:url' content='https://example.org/e'>", "r", "https://example.org/r"),
        ("", "HTTPS://example.org", "HTTPS://example.org"),
        ("", "mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_words_that_lead_somewhere_keep_their_address(base: str, href: str, expected: str) -> None:
    reading = page(f"<p>Please <a href='{href}'> register <b>here</b> </a>.", base)

    (anchor,) = reading.anchors
    assert "register here" == reading.text[anchor.start : anchor.end]
    assert expected.lower() == anchor.address.lower()


@pytest.mark.parametrize(
    "href", ["r", "#top", "javascript:alert(1)", "file:///etc/hosts", "http://[", "https://", ""]
)
def test_an_address_that_leads_nowhere_is_left_out(href: str) -> None:
    reading = page(f"<a href='{href}'>here</a>")

    assert ("here", ()) == (reading.text, reading.anchors)


def test_links_beyond_the_most_are_told_of() -> None:
    reading = page("<a href='https://example.org'>x</a> " * 5_001)

    assert 5_000 == len(reading.anchors)
    assert ["the page has too many links; only the first 5,000 were kept"] == [
        problem.message for problem in reading.problems
    ]


def test_a_link_around_a_card_covers_its_words() -> None:
    reading = page("Next: <a href='https://example.org'><h2>Ports</h2><p>At noon</p></a><p>End")

    (anchor,) = reading.anchors
    assert "Ports\n\nAt noon" == reading.text[anchor.start : anchor.end]


def test_links_without_words_leave_nothing() -> None:
    reading = page(
        "<a href='https://example.org/1'><img></a><a href='https://example.org/2'>two</a>"
    )

    assert ["https://example.org/2"] == [anchor.address for anchor in reading.anchors]


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta property='og:title' content='A &amp; B'><title>C</title>", "<h1>D</h1>", "A & B"),
        ("<title>C</title>", "<h1>D <b>E</b></h1>", "D E"),
        ("<title> C\n c</title>", "", "C c"),
        ("", "", ""),
    ],
)
def test_a_page_is_called_what_it_says_first(head: str, body: str, expected: str) -> None:
    reading = page(body, head)

    assert expected == reading.title


@pytest.mark.parametrize(
    "raw",
    [
        "<meta charset='windows-1251'><p>Порт".encode("cp1251"),
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>Порт".encode(
            "koi8-r"
        ),
        "<?xml version='1.0' encoding='utf-8'?><html><body><p>Порт</p></body></html>".encode(),
        "<p>Порт".encode(),
        "<p>Порт".encode("utf-8-sig"),
        "<p>Порт".encode("utf-16"),
        "<meta charset=utf-16><p>Порт".encode(),
        "<meta charset=rot13><p>Порт".encode(),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_written_in(raw: bytes) -> None:
    reading = html.read(raw, "page.html")

    assert ("Порт", ()) == (reading.text, reading.problems)


def test_what_is_not_utf8_is_read_as_windows_1252_and_told_of() -> None:
    reading = html.read("<p>\nBodø – “ja”".encode("cp1252"), "page.html")

    assert "Bodø – “ja”" == reading.text
    assert [
        "page.html:2: the page is not UTF-8; it was read as Windows-1252, so look at its accents"
    ] == [str(problem) for problem in reading.problems]


_EVENT = {
    "@type": "EducationEvent",
    "name": "Quiet &amp; Safe Ports",
    "startDate": "2027-03-10T14:00:00+01:00",
    "endDate": "2027-03-10T15:30:00+01:00",
    "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
    "location": [
        {"@type": "VirtualLocation", "url": "https://example.org/live"},
        {
            "@type": "Place",
            "name": "Pilot House",
            "address": {"streetAddress": "Quay 1", "addressLocality": "Bodø"},
        },
    ],
    "organizer": [{"name": "Harbour Club"}, {"name": "Pilots' Guild"}],
    "offers": {"url": "https://example.org/register"},
}


def _with_data(data: object, body: str) -> str:
    return page(body, f"<script type='application/ld+json'>{json.dumps(data)}</script>").text


def test_what_only_the_linked_data_tells_stands_above_the_text() -> None:
    text = _with_data({"@graph": [{"@type": "WebPage"}, _EVENT]}, "<p>Come by, says Harbour Club")

    assert (
        "Title: Quiet & Safe Ports\n"
        "When: 10 March 2027, 14:00-15:30 UTC+01:00\n"
        "Venue: Pilot House, Quay 1, Bodø\n"
        "Mode: hybrid\n"
        "Online: https://example.org/live\n"
        "Organised by: Pilots' Guild\n"
        "Registration: https://example.org/register\n"
        "\n"
        "Come by, says Harbour Club"
    ) == text


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-03-10", "2027-03-12", "When: 10 March 2027 - 12 March 2027\n\nx"),
        ("2027-03-10T00:00", "2027-03-10T23:59", "When: 10 March 2027\n\nx"),
        ("2027-03-10T09:00Z", "2027-03-09T10:00Z", "When: 10 March 2027, 09:00 UTC\n\nx"),
        ("soon", "2027-03-12", "x"),
        (None, None, "x"),
    ],
)
def test_the_time_of_linked_data_is_put_in_words(
    start: str | None, end: str | None, expected: str
) -> None:
    text = _with_data({"@type": "Event", "startDate": start, "endDate": end}, "x")

    assert expected == text


def test_what_the_text_tells_is_not_told_twice() -> None:
    text = _with_data(
        {"@type": "Event", "name": "Ports", "startDate": "2027-03-10T14:00"},
        "Ports, 10 March 2027, 14:00",
    )

    assert "Ports, 10 March 2027, 14:00" == text


@pytest.mark.parametrize(
    "data",
    [
        [_EVENT, {**_EVENT, "name": "Another"}],
        {"@type": "Organization", "name": "Harbour Club"},
        {"@type": ["EventSeries"], "name": "Ports"},
        None,
    ],
)
def test_linked_data_of_no_event_or_of_several_adds_nothing(data: object) -> None:
    text = _with_data(data, "x")

    assert "x" == text


@pytest.mark.parametrize(
    "data",
    [
        {**_EVENT, "subEvent": [{"@type": "Event", "name": "Part", "startDate": "2027-03-11"}]},
        [_EVENT, _EVENT],
        [{**_EVENT, "name": "Another"}, _EVENT],
    ],
)
def test_of_several_events_the_page_s_own_is_told(data: object) -> None:
    text = _with_data(data, "<h1>Quiet &amp; Safe Ports</h1>")

    assert text.startswith("Title: Quiet & Safe Ports\nWhen: 10 March 2027, 14:00-15:30 UTC+01:00")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"eventStatus": "https://schema.org/EventCancelled"}, ["When", "Status: cancelled"]),
        ({"eventStatus": "EventPostponed"}, ["Status: postponed"]),
        (
            {"eventStatus": "schema:EventRescheduled", "previousStartDate": "2027-02-01"},
            ["When", "Status: rescheduled (originally planned for 1 February 2027)"],
        ),
        ({"eventStatus": "EventScheduled"}, ["When"]),
        ({"location": {"@type": "VirtualLocation", "url": "https://a.example/j"}},
         ["When", "Mode: online", "Online: https://a.example/j"]),
        ({"location": [{"@type": "VirtualLocation"}, {"@type": "Place", "name": "Quay"}]},
         ["When", "Venue: Quay", "Mode: hybrid"]),
        ({"performer": [{"@type": "Person", "name": "Ana Berg", "jobTitle": "Pilot",
                         "worksFor": {"name": "Port of X"}}, {"name": "Ole Nes"}]},
         ["When", "Speakers: Ana Berg, Pilot, Port of X; Ole Nes"]),
        ({"offers": [{"validThrough": "2027-03-05T18:00:00+01:00"}]},
         ["When", "Registration deadline: 5 March 2027, 18:00 UTC+01:00"]),
        ({"offers": {"availabilityEnds": "2027-03-05", "validThrough": "2027-03-10T14:00"}},
         ["When", "Registration deadline: 5 March 2027"]),
        ({"offers": {"validThrough": "2027-03-10T12:00"}}, ["When"]),
    ],
)  # fmt: skip
def test_state_place_people_and_deadline_of_linked_data_are_told(
    more: dict[str, object], expected: list[str]
) -> None:
    event = {
        "@type": "schema:Event",
        "startDate": "2027-03-10T14:00",
        "endDate": "2027-03-10T15:00",
    }

    text = _with_data(event | more, "x")

    assert expected == [
        "When" if line.startswith("When") else line for line in text.split("\n")[:-2]
    ]


def test_an_event_marked_up_in_the_page_s_own_text_is_told() -> None:
    text = page(
        "<div itemscope itemtype='https://schema.org/BusinessEvent'>"
        "<h1 itemprop=name>Quiet Ports</h1>"
        "<meta itemprop=startDate content='2027-03-10T14:00+01:00'>"
        "<p itemprop=location itemscope itemtype='https://schema.org/Place'>"
        "In the <span itemprop=name>Pilot House</span></p>"
        "<p itemprop=performer itemscope><meta itemprop=name content='Ana Berg'></p></div>"
    ).text

    assert (
        "Title: Quiet Ports\nWhen: 10 March 2027, 14:00 UTC+01:00\nSpeakers: Ana Berg\n\n"
        "Quiet Ports\n\n"
        "In the Pilot House"
    ) == text


def test_anchors_hold_below_the_lines_of_linked_data() -> None:
    reading = page(
        "<a href='https://example.org'>here</a>",
        '<script type="application/ld+json">{"@type": "Event", "name": "Ports"}</script>',
    )

    assert ["here"] == [reading.text[a.start : a.end] for a in reading.anchors]


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, "{}}", '"Event"', "<!--"])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    reading = page("x", f"<script type=application/ld+json>{broken}</script>")

    assert "x" == reading.text


DEEP = "the page is too deep or too long to be laid out; only its words were kept"


@pytest.mark.parametrize(
    "begun",
    [
        "<div>",
        "<b>",
        "<div><object></div></object>",
        "<div><table></div></table>",
        "<div><p a='</div>'>",
        '<div><p a="></div>">',
        "<div><p </div>",
        "<svg><title>",
        "<p><b></p>",
        "<body a=1>",
    ],
)
def test_a_page_built_too_deep_keeps_its_words(begun: str) -> None:
    reading = page(begun * 40_000 + "<p>Quiet <i>Ports</i> &amp; more<p>End")

    assert ["Quiet Ports & more", "End"] == reading.text.split("\n")[-2:]
    assert [DEEP] == [problem.message for problem in reading.problems]


@pytest.mark.parametrize(
    "begun",
    [
        "<p>" + "".join(f"<b a={n}>" for n in range(2_000)) + "</p>" + "<p>x</p>" * 2_000,
        "<p " + " ".join(f"a{n}" for n in range(20_000)) + ">",
    ],
)
def test_a_page_that_would_grow_in_the_parser_keeps_its_words(begun: str) -> None:
    reading = page(begun + "<p>End")

    assert "End" == reading.text.split("\n")[-1]
    assert [DEEP] == [problem.message for problem in reading.problems]


def test_pictures_inside_of_a_page_do_not_make_it_too_long() -> None:
    reading = page(f"<img src='data:image/png;base64,{'A' * 11_000_000}'><p>End")

    assert ("End", ()) == (reading.text, reading.problems)


def test_what_is_too_long_is_read_as_far_as_it_goes() -> None:
    reading = page("word " * 2_100_000)

    assert reading.text.startswith("word word")
    assert ["page.html: the page is too long; only its first 10 MB were read"] == [
        str(problem) for problem in reading.problems
    ]


def test_a_long_flat_page_is_laid_out() -> None:
    reading = page("<ul>" + "<li><p>one <b>two</b>" * 20_000 + "</ul>")

    assert ["- one two"] * 20_000 == reading.text.split("\n")
    assert () == reading.problems


def test_control_codes_stand_as_marks_of_something_lost() -> None:
    reading = page("a\0b\x1b[2J<a href='https://example.org/\x1b'>c</a>&#27;")

    assert "\0" not in reading.text
    assert "\x1b" not in reading.text
    assert () == reading.anchors or "\x1b" not in reading.anchors[0].address


def test_a_page_without_words_is_told_of() -> None:
    reading = html.read(b"", "page.html")

    assert ["page.html: there is no text in the page"] == [str(p) for p in reading.problems]


_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<a",
        "href=https://example.org>",
        "</a>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<pre>",
        "<br>",
        "<main>",
        "</main>",
        "<h1>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<svg>",
        "<title>",
        "<select>",
        "e",
        "&#769;",
        "&nbsp;",
        "<body>",
        "<frameset>",
        "<template>",
        "<math>",
        "\x00",
        "<",
        ">",
        '"',
        "'",
        "=",
        "<article>",
        "<nav>",
        "</nav>",
        "́",
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES | st.text(max_size=5)))
def test_no_markup_stops_the_reading_and_anchors_hold(pieces: list[str]) -> None:
    reading = html.read("".join(pieces).encode(errors="replace"), "page.html")

    assert kept(reading.text) == reading.text
    assert all(0 <= a.start < a.end <= len(reading.text) for a in reading.anchors)
    assert all(
        words == words.strip() for a in reading.anchors if (words := reading.text[a.start : a.end])
    )


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_stop_the_reading(raw: bytes) -> None:
    reading = html.read(raw, "page.html")

    assert kept(reading.text) == reading.text
