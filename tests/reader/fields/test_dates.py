"""Dates in running text: the table of expressions, the doubts, several statements of one event."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from briefing.model import DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates, days, times
from briefing.reader.fields.dates import DateContext
from briefing.when import Precision, When, whole_day
from tests.reader.fields.date_support import (
    CONTEXT,
    SUMMER,
    kinds,
    others,
    read_all,
    read_one,
    shown,
)

EXPRESSIONS: tuple[tuple[str, str], ...] = (
    # one day
    ("18 July 2023", "2023-07-18"),
    ("18 Jul, 2023", "2023-07-18"),
    ("Di., 18.7.23", "2023-07-18"),
    ("Tuesday 18 and Wednesday 19 July 2023", "2023-07-18/2023-07-19"),
    ("Tuesday, the 18th, and Wednesday, the 19th of July 2023", "2023-07-18/2023-07-19"),
    ("mardi 18 et mercredi 19 juillet 2023", "2023-07-18/2023-07-19"),
    ("from Monday, 17 July, to Friday, 21 July 2023", "2023-07-17/2023-07-21"),
    ("18 Jul. 2023", "2023-07-18"),
    ("18 JULY 2023", "2023-07-18"),
    ("18th July 2023", "2023-07-18"),
    ("18th of July, 2023", "2023-07-18"),
    ("the 3rd of October 2024", "2024-10-03"),
    ("Tuesday 18 July 2023", "2023-07-18"),
    ("Tuesday, 18 July 2023", "2023-07-18"),
    ("Tuesday, the 18th of July 2023", "2023-07-18"),
    ("Tue 18 Jul 2023", "2023-07-18"),
    ("Tues. 18 July 2023", "2023-07-18"),
    ("Tues 18 July 2023", "2023-07-18"),
    ("TUESDAY, 18 JULY 2023", "2023-07-18"),
    ("Thursday, 9th December, 2021", "2021-12-09"),
    ("1 Sept 2021", "2021-09-01"),
    ("1 Sep 2021", "2021-09-01"),
    ("03. April 2019", "2019-04-03"),
    ("24 Jul '23", "2023-07-24"),
    ("24 Jul ’23", "2023-07-24"),
    ("23 may 2023", "2023-05-23"),
    ("29 February 2024", "2024-02-29"),
    ("7-Dec-2023", "2023-12-07"),
    ("10 Febuary 2020", "2020-02-10"),
    # month first
    ("July 18, 2023", "2023-07-18"),
    ("July 18 2023", "2023-07-18"),
    ("July 18th, 2023", "2023-07-18"),
    ("Jul. 18, 2023", "2023-07-18"),
    ("Tuesday, July 18, 2023", "2023-07-18"),
    ("Tue, Jul 18, 2023", "2023-07-18"),
    # figures
    ("2023-07-18", "2023-07-18"),
    ("2018/05/11", "2018-05-11"),
    ("2023.07.18", "2023-07-18"),
    ("18.07.2023", "2023-07-18"),
    ("18.7.2023", "2023-07-18"),
    ("18. 7. 2023", "2023-07-18"),
    ("18/07/2023", "2023-07-18"),
    ("18-07-2023", "2023-07-18"),
    ("18.07.23", "2023-07-18"),
    ("07/18/2023", "2023-07-18"),
    ("18/7/23", "2023-07-18"),
    ("24.-28.07.2023", "2023-07-24/2023-07-28"),
    ("24/07/2023 - 28/07/2023", "2023-07-24/2023-07-28"),
    ("2023-07-24 to 2023-07-28", "2023-07-24/2023-07-28"),
    # ranges
    ("24-28 July 2023", "2023-07-24/2023-07-28"),
    ("24–28 July 2023", "2023-07-24/2023-07-28"),
    ("24 - 28 Jul, 2023", "2023-07-24/2023-07-28"),
    ("24 — 28 July 2023", "2023-07-24/2023-07-28"),
    ("21 -22 Jun 2023", "2023-06-21/2023-06-22"),
    ("6 - 7 June 2022", "2022-06-06/2022-06-07"),
    ("24 to 28 July 2023", "2023-07-24/2023-07-28"),
    ("24th to 28th July 2023", "2023-07-24/2023-07-28"),
    ("24th–28th of July 2023", "2023-07-24/2023-07-28"),
    ("Monday 24 to Friday 28 July 2023", "2023-07-24/2023-07-28"),
    ("Monday, 24 July - Friday, 28 July 2023", "2023-07-24/2023-07-28"),
    ("24 July to 28 July 2023", "2023-07-24/2023-07-28"),
    ("24 July 2023 to 28 July 2023", "2023-07-24/2023-07-28"),
    ("24 July 2023-28 July 2023", "2023-07-24/2023-07-28"),
    ("30 May – 2 June 2023", "2023-05-30/2023-06-02"),
    ("29 May to 2 June 2023", "2023-05-29/2023-06-02"),
    ("3 October to 5 October 2024", "2024-10-03/2024-10-05"),
    ("28 December 2023 – 3 January 2024", "2023-12-28/2024-01-03"),
    ("28 December – 3 January 2024", "2023-12-28/2024-01-03"),
    ("28 December 2023 – 3 January", "2023-12-28/2024-01-03"),
    ("24 July - 24 July 2023", "2023-07-24"),
    ("30/31 May 2023", "2023-05-30/2023-05-31"),
    ("18 to 20 (morning) November 2023", "2023-11-18/2023-11-20"),
    ("July 24-28, 2023", "2023-07-24/2023-07-28"),
    ("July 24–28 2023", "2023-07-24/2023-07-28"),
    ("July 24 - 28, 2023", "2023-07-24/2023-07-28"),
    ("July 25 to 29, 2022", "2022-07-25/2022-07-29"),
    ("Dec. 6–Dec. 8, 2023", "2023-12-06/2023-12-08"),
    ("July 24th to 28th, 2023", "2023-07-24/2023-07-28"),
    ("May 30 - June 2, 2023", "2023-05-30/2023-06-02"),
    ("May 30, 2023 – June 2, 2023", "2023-05-30/2023-06-02"),
    ("October 3 to October 5, 2024", "2024-10-03/2024-10-05"),
    ("13-17\nDecember2021", "2021-12-13/2021-12-17"),
    ("28-1\nMarch-April2022", "2022-03-28/2022-04-01"),
    ("25 - 29\nJuly 2022", "2022-07-25/2022-07-29"),
    # lists
    ("6 and 7 June 2023", "2023-06-06/2023-06-07"),
    ("6 & 7 June 2023", "2023-06-06/2023-06-07"),
    ("15, 17, and 19 June 2023", "2023-06-15/2023-06-19"),
    ("June 15, 17 and 19, 2023", "2023-06-15/2023-06-19"),
    ("20-21, 24-28 May 2021", "2021-05-20/2021-05-28"),
    ("5-6 and 9-13 Dec 2019", "2019-12-05/2019-12-13"),
    ("Monday 4th, 5th, 6th, 7th, 8th, 9th, 10th and 11th September 2023",
     "2023-09-04/2023-09-11"),
    # months
    ("December 2020", "2020-12"),
    ("Dec. 2020", "2020-12"),
    ("in March-April 2022", "2022-03/2022-04"),
    ("November 2023 – January 2024", "2023-11/2024-01"),
    # a year told by the heading
    ("Monday 24 July", "2023-07-24"),
    ("24 July", "2023-07-24"),
    ("July 24", "2023-07-24"),
    ("24-28 July", "2023-07-24/2023-07-28"),
    ("15, 17, and 19 June", "2023-06-15/2023-06-19"),
    ("28 December – 3 January", "2023-12-28/2024-01-03"),
    ("WEDNESDAY, 31 MAY", "2023-05-31"),
    # in words, with Roman months, the year first
    ("the twelfth of March 2024", "2024-03-12"),
    ("Tuesday, the twenty-first of May 2024", "2024-05-21"),
    ("March the twelfth, 2024", "2024-03-12"),
    ("twelfth March 2024", "2024-03-12"),
    ("le premier mars 2024", "2024-03-01"),
    ("12.III.2024", "2024-03-12"),
    ("2024 March 12", "2024-03-12"),
    ("12-Mar-24", "2024-03-12"),
    ("12 Mar 24", "2024-03-12"),
    # ranges in figures
    ("12.03.–14.03.2024", "2024-03-12/2024-03-14"),
    ("12.03. – 14.03.2024", "2024-03-12/2024-03-14"),
    ("12-14/03/2024", "2024-03-12/2024-03-14"),
    ("12/03 – 14/03/2024", "2024-03-12/2024-03-14"),
    ("12/03/2024 al 14/03/2024", "2024-03-12/2024-03-14"),
    ("2024-03-12/2024-03-14", "2024-03-12/2024-03-14"),
    # signs and words between the ends
    ("12 − 14 March 2024", "2024-03-12/2024-03-14"),
    ("12 until 14 March 2024", "2024-03-12/2024-03-14"),
    ("March 12 through 14, 2024", "2024-03-12/2024-03-14"),
    ("Tue. 12 Mar. – Thu. 14 Mar. 2024", "2024-03-12/2024-03-14"),
    ("12 Mar.–14 Apr. 2024", "2024-03-12/2024-04-14"),
    ("12 Mar 2024, 09:00 → 14 Mar 2024, 17:00 Europe/Zurich",
     "2024-03-12/2024-03-14 09:00-17:00 Europe/Zurich"),
    # lists over two months
    ("12 March and 2 April 2024", "2024-03-12/2024-04-02"),
    ("30 April, 1 and 2 May 2024", "2024-04-30/2024-05-02"),
    ("3 March, 10 March and 17 March 2026", "2026-03-03/2026-03-17"),
    # with a time
    ("Tuesday, 18 July 2023 at 10:00 CEST", "2023-07-18 10:00 CEST"),
    ("Wednesday, 23rd November, 2016 at 12pm UTC", "2016-11-23 12:00 UTC"),
    ("30 November 2016, 13h00-15h00 CET", "2016-11-30 13:00-15:00 CET"),
    ("13 April 2021 at 14:00-17:00 (CEST)", "2021-04-13 14:00-17:00 CEST"),
    ("21 June 2022 — 1:00PM TO 2:15PM", "2022-06-21 13:00-14:15"),
    ("21 June 2022 | 13:00 – 14:15", "2022-06-21 13:00-14:15"),
    ("Monday 24 July, 0745-0930", "2023-07-24 07:45-09:30"),
    ("Monday 24 July 0745-0930", "2023-07-24 07:45-09:30"),
    ("24 July 1930-2100", "2023-07-24 19:30-21:00"),
    ("24 July 2023, 1930-2100", "2023-07-24 19:30-21:00"),
    ("24 July 2023 from 10:00 to 11:30", "2023-07-24 10:00-11:30"),
    ("24 July 2023 between 10:00 and 11:30", "2023-07-24 10:00-11:30"),
    ("24 July 2023 (10-11.30 am)", "2023-07-24 10:00-11:30"),
    ("12 March 2024, 13hrs", "2024-03-12 13:00"),
    ("12 March 2024 at 10 o'clock", "2024-03-12 10:00"),
    ("12 March 2024 / 10:00 - 12:00", "2024-03-12 10:00-12:00"),
    ("Tuesday 12 March 2024, 10-12", "2024-03-12 10:00-12:00"),
    ("12 March 2024 10:00:00 - 11:30:00", "2024-03-12 10:00-11:30"),
    ("12\u00a0March\u202f2024, 10:00\u2009–\u200911:30\u00a0CET", "2024-03-12 10:00-11:30 CET"),
    ("12 March 2024, 10:00 – 17:00 (CET) / 9:00 – 16:00 (GMT)", "2024-03-12 10:00-17:00 CET"),
    ("Mar 12, 2024 10:00 AM in Eastern Time (US and Canada)",
     "2024-03-12 10:00 Eastern Time (US and Canada)"),
    ("10:00 CEST on Tuesday, 18 July 2023", "2023-07-18 10:00 CEST"),
    ("4pm Friday, 21 July", "2023-07-21 16:00"),
    ("4 to 5 pm on 3 May 2023", "2023-05-03 16:00-17:00"),
    ("27 January 2022, 3:00PM CET / 2:00PM UTC", "2022-01-27 15:00 CET"),
    ("28 April 2022, 10:00 AM - 11:30 AM SAST/CET (UTC+2)",
     "2022-04-28 10:00-11:30 SAST/CET (UTC+2)"),
    ("9 December 2021 (08:30 UTC) - 9 December 2021 (10:00 UTC)", "2021-12-09 08:30-10:00 UTC"),
    ("9 December 2021, 08:30 to 10 December 2021, 17:00", "2021-12-09/2021-12-10 08:30-17:00"),
    ("2023-07-24T10:00Z", "2023-07-24 10:00 Z"),
    ("2023-07-24T10:00:00+02:00", "2023-07-24 10:00 +02:00"),
    ("24 July 2023, 23:59 EDT", "2023-07-24 23:59 EDT"),
    ("24 July 2023, 20:00 - midnight", "2023-07-24 20:00-00:00"),
    ("24 July 2023, 22:00-01:00", "2023-07-24 22:00-01:00"),
    ("24 July 2023, 10.00 am", "2023-07-24 10:00"),
    ("Oct 3, 2024, 9:00 a.m.–10:30 a.m. ET", "2024-10-03 09:00-10:30 ET"),
    ("Wednesday Dec 6, 2023 ⋅ 10am – 11am", "2023-12-06 10:00-11:00"),
    ("Thu, Dec 7, 2023 9:00 AM - Sat, Dec 9, 2023 5:00 PM EST",
     "2023-12-07/2023-12-09 09:00-17:00 EST"),
    ("Thursday, December 7, 2023 | 5:30 - 7:00 PM", "2023-12-07 17:30-19:00"),
    ("14:00 hrs (CET), 6 December 2023", "2023-12-06 14:00 CET"),
    ("14:00-15:30 CET | Wednesday, 6 December 2023", "2023-12-06 14:00-15:30 CET"),
    ("6 December 2023, 9:30am-12noon", "2023-12-06 09:30-12:00"),
    ("6 December 2023, 10.00–11.30 CET", "2023-12-06 10:00-11:30 CET"),
    ("6 December 2023 at 2:00 pm (Geneva)", "2023-12-06 14:00 Geneva"),
    ("Wednesday, 26 November 2014 at 0900 UTC", "2014-11-26 09:00 UTC"),
    # Norwegian
    ("6. des. 2023, kl 08:30 - 10:00", "2023-12-06 08:30-10:00"),
    ("onsdag 6. desember 2023 fra kl. 10 til kl. 12", "2023-12-06 10:00-12:00"),
    ("18. juli 2023", "2023-07-18"),
    ("tirsdag 18. juli 2023 kl. 12.00", "2023-07-18 12:00"),
    ("tirsdag 18. juli 2023 kl. 12.00–13.30", "2023-07-18 12:00-13:30"),
    ("mandag 17. mai 2021, klokken 9", "2021-05-17 09:00"),
    ("24.–28. juli 2023", "2023-07-24/2023-07-28"),
    ("3. desember 2023", "2023-12-03"),
    ("tysdag 12. mars 2024", "2024-03-12"),
    ("laurdag 16. mars 2024", "2024-03-16"),
    ("tir. 12. mars 2024 kl 1400-1530", "2024-03-12 14:00-15:30"),
    ("12.-14. mars 2024", "2024-03-12/2024-03-14"),
    ("fra 12. mars til 2. april 2024", "2024-03-12/2024-04-02"),
    ("12. mars 2024, frå kl. 14 til 16", "2024-03-12 14:00-16:00"),
    ("tirsdag 12. mars 2024 fra 14 til 16", "2024-03-12 14:00-16:00"),
    ("12. mars 2024 kl. 14:00–16:00 norsk tid", "2024-03-12 14:00-16:00 norsk tid"),
    # French
    ("mar. 12 mars 2024", "2024-03-12"),
    ("12 janv. 2024", "2024-01-12"),
    ("les 12 et 13 mars 2024", "2024-03-12/2024-03-13"),
    ("du 1er au 3 mars 2024", "2024-03-01/2024-03-03"),
    ("12 mars 2024 à 14\u202fh\u202f30", "2024-03-12 14:30"),
    ("12\u00a0mars\u00a02024 à 14 heures", "2024-03-12 14:00"),
    ("12 mars 2024, entre 14h et 16h", "2024-03-12 14:00-16:00"),
    ("12 mars 2024 à midi", "2024-03-12 12:00"),
    ("12 mars 2024, 14h-16h (HNE)", "2024-03-12 14:00-16:00 HNE"),
    ("mardi 18 juillet 2023", "2023-07-18"),
    ("le 1er août 2023", "2023-08-01"),
    ("mardi 18 juillet 2023 de 9h à 12h30", "2023-07-18 09:00-12:30"),
    ("du 24 au 28 juillet 2023", "2023-07-24/2023-07-28"),
    ("mercredi 6 décembre 2023, 14h30", "2023-12-06 14:30"),
    ("8h30 – 10h le 7 décembre 2023", "2023-12-07 08:30-10:00"),
    ("7 décembre 2023 à partir de 18h30", "2023-12-07 18:30"),
    ("du lundi 4 au mercredi 6 décembre 2023", "2023-12-04/2023-12-06"),
    ("6 décembre 2023 de 14h00 à 16h00 (heure de Paris)",
     "2023-12-06 14:00-16:00 heure de Paris"),
    # German
    ("Donnerstag, 9. November 2023, 09.00 Uhr – 13:30 Uhr", "2023-11-09 09:00-13:30"),
    ("Dienstag, 18. Juli 2023", "2023-07-18"),
    ("Dienstag, den 18. Juli 2023, 10 Uhr", "2023-07-18 10:00"),
    ("24. bis 28. Juli 2023", "2023-07-24/2023-07-28"),
    ("18.07.2023, 10:00–12:00 Uhr", "2023-07-18 10:00-12:00"),
    ("3. März 2023", "2023-03-03"),
    ("Di., 12. März 2024", "2024-03-12"),
    ("Mi 13.3.2024", "2024-03-13"),
    ("12./13. März 2024", "2024-03-12/2024-03-13"),
    ("12. März 2024, 14.00-15.30 Uhr MEZ", "2024-03-12 14:00-15:30 MEZ"),
    ("12. März 2024, 14 Uhr 30", "2024-03-12 14:30"),
    ("12. Juli 2024 von 14 bis 16 Uhr (MESZ)", "2024-07-12 14:00-16:00 MESZ"),
    # Spanish
    ("12 de marzo de 2024, 3:00 p. m.", "2024-03-12 15:00"),
    ("12 de marzo de 2024, entre las 15:00 y las 17:00", "2024-03-12 15:00-17:00"),
    ("12 de marzo de 2024, 15:00-17:00 (hora peninsular)",
     "2024-03-12 15:00-17:00 hora peninsular"),
    ("12 de marzo de 2024, 15:00 hora de Bogotá", "2024-03-12 15:00 hora de Bogotá"),
    ("12 ago 2024", "2024-08-12"),
    ("del 12 de marzo al 2 de abril de 2024", "2024-03-12/2024-04-02"),
    ("jueves 19 de agosto de 2021", "2021-08-19"),
    ("del 3 al 5 de julio de 2023", "2023-07-03/2023-07-05"),
    ("miércoles 6 de diciembre de 2023, 11:00 a 12:30", "2023-12-06 11:00-12:30"),
    ("6 de diciembre del 2023 a las 11 horas", "2023-12-06 11:00"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), EXPRESSIONS)
def test_an_expression_is_read_as_it_is_meant(words: str, expected: str) -> None:
    assert read_all(words) == [expected]


@pytest.mark.parametrize(("words", "expected"), [e for e in EXPRESSIONS if "\n" not in e[0]])
def test_a_sentence_around_it_changes_nothing(words: str, expected: str) -> None:
    text = f"We meet in Room 12.\nThe panel (part 2) is set for {words}. All 15 seats are taken."

    assert read_all(text) == [expected]


TRAPS = (
    "Agenda 2030", "resolution A/C.1/77/L.73", "A/RES/73/27", "open 24/7", "decision 14/7",
    "the OEWG 2021-2025", "the 2021–2025 working group", "call +41 22 917 12 34",
    "Tel. (212) 963-1234", "666 3rd Ave, New York, NY 10017", "305 E 47th Street, 6th floor",
    "Conference Room 8", "Room XXIV, door 6", "Showing 1-15 of 27 results", "ISO 27001:2022",
    "participants may 24 hours ahead", "the march 3 kilometres long", "SDG 16.10", "RFC 3339",
    "version 3.2.1", "192.168.10.11", "EUR 12.50", "pages 24-28", "paragraphs 12 and 13",
    "60% of members", "1-1-1-1", "Workshop #87", "IGF 2012", "25 May Street runs 3-4 km"[7:],
    "on 2 of 3 counts", "2016/1148 directive", "Article 5(2)", "act 12/2019", "73/27",
    "law 6/2019 of the state", "tel. 12.34.56.78", "pp. 12-14/15", "aged 24-28",
    "A/RES/75/240", "Chapter 7 of 10", "WS #311",
)  # fmt: skip


@pytest.mark.parametrize("words", TRAPS)
def test_what_only_looks_like_a_date_is_left_alone(words: str) -> None:
    assert read_all(words) == []


def test_dates_come_in_order_with_the_words_of_their_spans() -> None:
    text = "Posted 3 May 2023. Meet on 24-28 July 2023, 10:00 CEST, then on 6 June."

    found = dates.find(text, context=SUMMER)

    assert [text[c.start : c.end] for c in found] == [c.value.written for c in found]
    assert [c.value.written for c in found] == [
        "3 May 2023",
        "24-28 July 2023, 10:00 CEST",
        "6 June",
    ]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "3 May 2023 · 24 July 2023 · 6 June 2023"

    found = dates.find(text, 11, 26, context=SUMMER)

    assert [text[c.start : c.end] for c in found] == ["24 July 2023"]


def test_a_sentence_end_is_no_part_of_a_date() -> None:
    assert read_one("It closed on 1 April. Now 3 remain.").value.written == "1 April"


def test_a_trailing_dash_leaves_one_day() -> None:
    assert read_all("23 November 2016 -\n\nonline") == ["2016-11-23"]


def test_a_time_on_the_next_line_is_left_for_its_own_label() -> None:
    assert read_all("Date: Monday 24 July\nTime: 0745-0930") == ["2023-07-24"]


def test_a_figure_before_a_date_is_the_day_and_not_the_end_of_a_time() -> None:
    assert read_all("10:00 - 12 July 2023") == ["2023-07-12 10:00"]


def test_which_meeting_of_a_month_it_is_tells_no_day() -> None:
    assert read_all("the first December 2024 session") == ["2024-12"]


# Doubts -----------------------------------------------------------------------------------------


def test_a_plain_date_has_no_doubt() -> None:
    assert read_one("Tuesday, 18 July 2023 at 10:00 CEST").doubts == ()


def test_a_wrong_weekday_is_told() -> None:
    found = read_one("Monday, 18 July 2023")

    assert kinds(found) == [DoubtKind.WEEKDAY_DISAGREES]
    assert found.doubts[0].words == "18 July 2023 is a Tuesday, not a Monday."


def test_a_wrong_weekday_at_the_end_of_a_range_is_told() -> None:
    found = read_one("Monday 24 to Thursday 28 July 2023")

    assert kinds(found) == [DoubtKind.WEEKDAY_DISAGREES]


def test_a_short_range_printed_backwards_begins_in_the_month_before() -> None:
    found = read_one("29 - 02 Jun, 2023")

    assert shown(found.value) == "2023-05-29/2023-06-02"
    assert kinds(found) == [DoubtKind.RANGE_REVERSED]
    assert others(found) == ["2023-06-29", "2023-06-02/2023-06-29"]


def test_a_long_range_printed_backwards_is_its_first_day_until_somebody_decides() -> None:
    found = read_one("24 - 18 Jul, 2023")

    assert shown(found.value) == "2023-07-24"
    assert kinds(found) == [DoubtKind.RANGE_REVERSED]
    assert others(found) == ["2023-07-18/2023-07-24", "2023-06-24/2023-07-18"]


def test_a_list_with_gaps_says_which_days_it_names() -> None:
    found = read_one("15, 17, and 19 June 2023")

    assert found.doubts[0].words == "Only the days 15, 17, 19 are named, not those between."


@pytest.mark.parametrize("words", ["between 7 and 9 June 2023", "7, 8 and 9 June 2023"])
def test_a_list_without_gaps_is_a_range(words: str) -> None:
    found = read_one(words)

    assert (shown(found.value), found.doubts) == ("2023-06-07/2023-06-09", ())


@pytest.mark.parametrize("words", ["Room 8, 24 July 2023", "Session 2, 24 July 2023"])
def test_the_number_of_a_room_is_no_day(words: str) -> None:
    assert read_all(words) == ["2023-07-24"]


def test_a_range_of_one_day_is_that_day() -> None:
    found = read_one("24 July - 24 July 2023")

    assert (shown(found.value), found.doubts) == ("2023-07-24", ())


def test_days_in_a_row_have_no_gap() -> None:
    assert read_one("6, 7 and 8 June 2023").doubts == ()


def test_figures_are_read_with_the_day_first_and_a_doubt() -> None:
    found = read_one("5/6/2023")

    assert shown(found.value) == "2023-06-05"
    assert kinds(found) == [DoubtKind.DAY_OR_MONTH_FIRST]
    assert others(found) == ["2023-05-06"]


def test_figures_are_read_with_the_month_first_where_that_is_the_custom() -> None:
    found = read_one("5/6/2023", DateContext(today=CONTEXT.today, is_day_first=False))

    assert (shown(found.value), others(found)) == ("2023-05-06", ["2023-06-05"])


def test_a_weekday_decides_the_order_of_figures() -> None:
    found = read_one("Saturday 5/6/2023")

    assert (shown(found.value), found.doubts) == ("2023-05-06", ())


@pytest.mark.parametrize("words", ["5.6.2023", "13/6/2023", "6/13/2023", "6/6/2023"])
def test_figures_that_can_be_read_in_one_way_have_no_doubt(words: str) -> None:
    assert read_one(words).doubts == ()


def test_a_day_that_its_month_has_not_leaves_the_month() -> None:
    found = read_one("31 June 2023")

    assert (shown(found.value), found.value.precision) == ("2023-06", Precision.MONTH)
    assert found.doubts[0].words == "June 2023 has no day 31."


def test_an_end_before_the_beginning_is_told() -> None:
    found = read_one("24 July 2023, 14:00-13:00")

    assert kinds(found) == [DoubtKind.UNSURE]


def test_an_event_past_midnight_is_no_slip() -> None:
    assert read_one("24 July 2023, 20:00-01:00").doubts == ()


def test_a_small_hour_without_am_or_pm_may_be_in_the_afternoon() -> None:
    found = read_one("24 July 2023, 3:00 - 4:30")

    assert kinds(found) == [DoubtKind.VAGUE_TIME]
    assert others(found) == ["2023-07-24 15:00-16:30"]


@pytest.mark.parametrize("words", ["24 Jul '26", "18/7/26", "12-Mar-26"])
def test_a_year_of_two_figures_is_doubted(words: str) -> None:
    assert DoubtKind.UNSURE in kinds(read_one(words))


def test_two_bare_figures_beside_a_date_are_hours_with_a_doubt() -> None:
    assert kinds(read_one("12 March 2024, 10-12")) == [DoubtKind.UNSURE]


def test_a_list_over_two_months_says_that_the_days_between_are_not_meant() -> None:
    found = read_one("12 March and 2 April 2024")

    assert found.doubts[0].words == "Only the days printed are meant, not those between."


def test_an_order_that_the_page_tells_needs_no_doubt() -> None:
    context = DateContext(today=CONTEXT.today, is_day_first=False, is_order_told=True)

    found = read_one("5/6/2023", context)

    assert (shown(found.value), found.doubts) == ("2023-05-06", ())


def test_a_range_in_figures_that_runs_forward_in_one_order_only_is_read_in_it() -> None:
    found = read_one("3/12 – 5/12/2024")

    assert shown(found.value) == "2024-12-03/2024-12-05"


def test_a_day_in_words_settles_the_order_of_the_same_day_in_figures() -> None:
    figures, words = read_one("06/09/2026"), read_one("9 June 2026")

    found = dates.reconcile(figures, words)

    assert (shown(found.value), found.doubts) == ("2026-06-09", ())


# Years ------------------------------------------------------------------------------------------


def test_a_year_comes_from_the_dates_nearby_and_is_doubted() -> None:
    found = read_one("26 July", SUMMER)

    assert shown(found.value) == "2023-07-26"
    assert kinds(found) == [DoubtKind.YEAR_INFERRED]


def test_a_year_from_the_dates_nearby_in_which_the_weekday_fits_is_not_doubted() -> None:
    found = read_one("Wednesday 26 July", SUMMER)

    assert shown(found.value) == "2023-07-26"
    assert kinds(found) == []


def test_a_full_date_in_the_same_text_tells_the_year() -> None:
    text = "Fecha: jueves 19 de agosto de 2021. Inscripciones hasta el martes 17 de agosto."

    assert read_all(text, CONTEXT) == ["2021-08-19", "2021-08-17"]


@pytest.mark.parametrize(
    "text", ["Posted 3 May 2019. We meet on 9 May.", "We meet on 9 May. Posted 3 May 2019."]
)
def test_a_full_date_before_or_behind_tells_the_year(text: str) -> None:
    assert "2019-05-09" in read_all(text, CONTEXT)


def test_the_turn_of_the_year_goes_to_the_nearer_side() -> None:
    near_christmas = DateContext(today=CONTEXT.today, near=(dt.date(2023, 12, 20),))

    assert read_all("9 January", near_christmas) == ["2024-01-09"]


@pytest.mark.parametrize(
    ("words", "expected"), [("9 October", "2026-10-09"), ("9 February", "2026-02-09")]
)
def test_an_event_is_after_its_posting_or_shortly_before(words: str, expected: str) -> None:
    posted = DateContext(today=CONTEXT.today, announced=(dt.date(2026, 3, 3),))

    assert read_all(words, posted) == [expected]


def test_a_posting_at_the_turn_of_the_year_means_the_next_one() -> None:
    posted = DateContext(today=CONTEXT.today, announced=(dt.date(2025, 12, 20),))

    assert read_all("15 January", posted) == ["2026-01-15"]


def test_a_bare_year_nearby_helps() -> None:
    titled = DateContext(today=CONTEXT.today, years=(2019,))

    assert read_all("24 July", titled) == ["2019-07-24"]


def test_a_weekday_prefers_the_neighbour_that_it_fits() -> None:
    context = DateContext(today=CONTEXT.today, near=(dt.date(2021, 7, 1), dt.date(2023, 7, 1)))

    assert read_all("Monday 24 July", context) == ["2023-07-24"]


def test_a_weekday_that_fits_no_neighbour_is_told_with_the_years_that_fit() -> None:
    found = read_one(
        "Monday 24 July", DateContext(today=CONTEXT.today, near=(dt.date(2022, 7, 1),))
    )

    assert shown(found.value) == "2022-07-24"
    assert kinds(found) == [DoubtKind.YEAR_INFERRED, DoubtKind.WEEKDAY_DISAGREES]
    assert others(found) == ["2023-07-24", "2017-07-24"]


def test_a_weekday_alone_places_a_date_near_today() -> None:
    found = read_one("Monday 24 July", CONTEXT)

    assert shown(found.value) == "2023-07-24"
    assert kinds(found) == [DoubtKind.YEAR_INFERRED]


def test_without_any_hint_the_year_stays_open() -> None:
    found = read_one("24 July", CONTEXT)

    assert (found.value.date, found.value.written) == (None, "24 July")
    assert kinds(found) == [DoubtKind.YEAR_MISSING]
    assert others(found) == ["2024-07-24", "2023-07-24"]


def test_an_open_year_keeps_the_time_in_its_alternatives() -> None:
    found = read_one("24 July at 10:00 CEST", CONTEXT)

    assert found.value.date is None
    assert others(found) == ["2024-07-24 10:00 CEST", "2023-07-24 10:00 CEST"]


# Date and time apart ----------------------------------------------------------------------------


def _clock(text: str) -> Candidate[times.Clock]:
    return times.find(text)[0]


def test_a_date_and_a_time_of_two_lines_are_combined() -> None:
    day = read_one("Monday 24 July 2023")

    found = dates.combine(day, _clock("Time: 0745-0930"))

    assert shown(found.value) == "2023-07-24 07:45-09:30"
    assert found.value.written == "Monday 24 July 2023, 0745-0930"
    assert (found.start, found.end) == (day.start, day.end)


def test_combining_keeps_the_doubts_of_both() -> None:
    found = dates.combine(read_one("24 July"), _clock("3:00 - 4:30"))

    assert kinds(found) == [DoubtKind.YEAR_INFERRED, DoubtKind.VAGUE_TIME]
    assert others(found) == ["2023-07-24 15:00-16:30"]


@pytest.mark.parametrize("words", ["24 July 2023, 10:00", "July 2023"])
def test_a_date_that_takes_no_time_stays_as_it_is(words: str) -> None:
    day = read_one(words)

    assert dates.combine(day, _clock("12:00")) == day


# Several statements about one event -------------------------------------------------------------


def _reconciled(*statements: str) -> Candidate[When]:
    return dates.reconcile(*(read_one(words) for words in statements))


def test_a_body_puts_a_reversed_heading_right_and_both_stay_in_sight() -> None:
    found = _reconciled("24 - 18 Jul, 2023", "24-28 July 2023")

    assert shown(found.value) == "2023-07-24/2023-07-28"
    assert kinds(found) == [DoubtKind.RANGE_REVERSED]
    assert "2023-07-18/2023-07-24" in others(found)


def test_a_body_confirms_a_range_across_months() -> None:
    found = _reconciled("29 - 02 Jun, 2023", "29 May to 2 June 2023")

    assert shown(found.value) == "2023-05-29/2023-06-02"
    assert kinds(found) == [DoubtKind.RANGE_REVERSED]


def test_a_body_completes_a_heading_with_the_time() -> None:
    found = _reconciled("18 Jul, 2023", "Tuesday, 18 July 2023 at 10:00 CEST")

    assert (shown(found.value), found.doubts) == ("2023-07-18 10:00 CEST", ())


def test_a_heading_settles_the_year_of_the_body() -> None:
    found = _reconciled("18 Jul, 2023", "Tuesday 18 July at 10:00")

    assert (shown(found.value), found.doubts) == ("2023-07-18 10:00", ())


def test_a_day_within_the_heading_is_no_contradiction() -> None:
    found = _reconciled("24-28 July 2023", "Wednesday, 26 July 2023")

    assert (shown(found.value), found.doubts) == ("2023-07-24/2023-07-28", ())


def test_a_day_is_fuller_than_its_month() -> None:
    assert shown(_reconciled("July 2023", "18 July 2023").value) == "2023-07-18"


def test_two_dates_that_disagree_are_both_kept() -> None:
    found = _reconciled("18 July 2023", "19 July 2023")

    assert shown(found.value) == "2023-07-19"
    assert kinds(found) == [DoubtKind.DATES_DISAGREE]
    assert others(found) == ["2023-07-18"]


def test_the_surer_of_two_that_disagree_wins() -> None:
    found = _reconciled("18 July 2023", "Monday, 19 July 2023")

    assert (shown(found.value), others(found)) == ("2023-07-18", ["2023-07-19"])


def test_two_times_on_one_day_disagree() -> None:
    found = _reconciled("18 July 2023, 10:00", "18 July 2023, 11:00")

    assert kinds(found) == [DoubtKind.DATES_DISAGREE]


def test_what_has_no_year_gives_way_to_what_has() -> None:
    undated = read_one("18 July", CONTEXT)

    assert shown(dates.reconcile(undated, read_one("18 July 2023")).value) == "2023-07-18"


# Laws -------------------------------------------------------------------------------------------

STYLES = (
    "{first.day} {first:%B} {first:%Y} – {last.day} {last:%B} {last:%Y}",
    "{first.day} {first:%b} {first:%Y} to {last.day} {last:%b} {last:%Y}",
    "{first:%A}, {first.day} {first:%B} {first:%Y} - {last:%A}, {last.day} {last:%B} {last:%Y}",
    "{first:%B} {first.day}, {first:%Y} – {last:%B} {last.day}, {last:%Y}",
    "{first:%d.%m.%Y} - {last:%d.%m.%Y}",
    "{first:%Y-%m-%d} to {last:%Y-%m-%d}",
)
"""Ways to print a range of days of which every reader makes the same."""

YEARS = st.dates(dt.date(1990, 1, 1), dt.date(2089, 12, 31))


@given(first=YEARS, length=st.integers(1, 400), style=st.sampled_from(STYLES))
def test_a_range_printed_in_any_style_is_read_back(first: dt.date, length: int, style: str) -> None:
    last = first + dt.timedelta(days=length)
    written = style.format(first=first, last=last)

    found = read_one(f"It runs {written} in Oslo.", CONTEXT)

    assert found.value == whole_day(first, last, written=written)
    assert found.doubts == ()


@given(
    day=YEARS,
    minute=st.integers(0, 1439),
    style=st.sampled_from(("{:%H:%M}", "{:%Hh%M}", "{:%I:%M %p}", "{:%I.%M %p}", "{:%H:%M} CET")),
)
def test_a_time_printed_in_any_style_is_read_back(day: dt.date, minute: int, style: str) -> None:
    time = (dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)).time()

    found = read_one(f"{day.day} {day:%B %Y}, {style.format(time)}", CONTEXT)

    assert (found.value.date, found.value.time) == (day, time)


PIECES = (
    "1", "12", "24", "2023", "0745", "-", " - ", "–", "/", ".", ":", ",", " ", "\n", "(", ")", "to",
    "July", "may", "Mon", "Monday", "mai", "st", "th", "of", "de", "h", "am", "PM", "noon", "UTC",
    "CET", "+2", "at", "kl.", "Uhr", "'", "T", "Z", "and", "deadline", "by", "\u00a0", "٣", "²",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_spans_hold_their_words(text: str) -> None:
    found = dates.find(text, context=SUMMER)

    assert [text[c.start : c.end] for c in found] == [c.value.written for c in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_two_pieces_of_a_date_overlap(text: str) -> None:
    found = days.find(text)

    assert all(one.end <= other.start for one, other in pairwise(found))
