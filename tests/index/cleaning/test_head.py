"""The heads of articles as papers lay them out: title, authors, outlet and day as a reader takes them,
nothing is invented, and nothing of them is left in the text."""

from datetime import date

import pytest

from tests.index.cleaning.pages import clean_page

TITLE = "Council buys two barges for the harbour"
DAY = date(2025, 4, 4)
ONE = (
    "The council of Tolverne bought two barges on Monday. They cost 1.2 million crowns and carry the mud of "
    "the harbour to Sallow, where it is spread on fields."
)
TWO = "Nobody spoke against it in the meeting, which lasted for less than an hour and was open to all."
DECK = "The mud of thirty years goes to the fields of Sallow, and the old crane goes for scrap."


def _head(
    head: str, text: str = f"{ONE}\n\n{TWO}"
) -> tuple[str, tuple[str, ...], str | None, date | None, str]:
    article = clean_page(f"{head}\n\n{text}\n")
    info = article.info
    return info.title, info.authors, info.publisher, info.published, article.text


LAYOUTS = {
    "a weekly": f"{TITLE}\n\nBy Mira Stone, Sallow Courier\n4 April 2025",
    "with bars": f"{TITLE}\n\nBy Mira Stone | Sallow Courier | 4 April 2025 | 5 min read",
    "section and standfirst": (
        f"News\n\n{TITLE}\n\n{DECK}\n\nMira Stone\nSallow Courier\nFri 4 Apr 2025 06.00 BST"
    ),
    "name, role, day": f"{TITLE}\n\n4 April 2025\n\nMira Stone\nTransport correspondent, Sallow Courier",
    "a network": (
        f"{TITLE}\n\nBy Mira Stone, Sallow Courier\n\n3 minute read\n\n"
        "Updated 10:23 AM EDT, Sat April 5, 2025\nPublished 6:02 PM EDT, Fri April 4, 2025"
    ),
    "an agency": (
        f"{TITLE}\n\nBY MIRA STONE\nSallow Courier\n\nApril 4, 2025 10:12 AM UTC · Updated 2 hours ago"
    ),
    "masthead first": f"Sallow Courier\n4 April 2025\n\n{TITLE}\n\nby Mira Stone",
    "a local paper": f"{TITLE}\n\nMira Stone\n\nSallow Courier\n\nPublished 9:00 a.m. ET April 4, 2025",
    "labels": (
        f"Title: {TITLE}\nAuthor: Mira Stone\nSource: Sallow Courier\nDate: 2025-04-04\n"
        "URL: https://courier.example/a"
    ),
    "with buttons": (
        f"Home > News > Local\n\n{TITLE}\n\nMira Stone for Sallow Courier\n\n"
        "April 4, 2025 at 6:00 a.m. EDT\n\n4 min\n\nShare\nSave\n12 comments"
    ),
    "brackets": f"{TITLE}\n\nBy Mira Stone (Sallow Courier)\n\nPosted on 04 Apr 2025",
    "in one line": (
        f"{TITLE}\n\nMira Stone, Sallow Courier · Friday, 4th April 2025 · Reading time: 5 minutes"
    ),
    "capitals": f"{TITLE}\n\nBY MIRA STONE\nSallow Courier\nAPRIL 4, 2025",
    "contact": (
        f"{TITLE}\n\nBy Mira Stone\nStaff Writer, Sallow Courier\n"
        "mira.stone@courier.example | @mirastone\n4 Apr 2025"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_title_authors_outlet_and_day_are_read_in_the_layouts_of_papers(layout: str) -> None:
    title, authors, outlet, day, text = _head(LAYOUTS[layout])
    assert (title, authors, outlet, day) == (TITLE, ("Mira Stone",), "Sallow Courier", DAY)
    assert text in (f"{ONE}\n\n{TWO}", f"{DECK}\n\n{ONE}\n\n{TWO}")


@pytest.mark.parametrize(
    "below",
    [
        "5 min read", "Reading time: 5 minutes", "By Mira Stone", "Mira Stone", "4 April 2025",
        "Updated 4 April 2025", "2 hours ago", "Sallow Courier", "By Mira Stone, Nils Hart and Ida Brandt",
        "Published: 4 April 2025, 10:30",
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", ["", "News\n\n", "OPINION\n", "World | Europe\n\n", "4 April 2025\n\n"])
@pytest.mark.parametrize(
    "title", [TITLE, f"{TITLE}.", f"{TITLE}!", "Who pays for the barges?", TITLE.upper(), "Mud"]
)
def test_a_title_is_one_above_and_below_whatever_line_of_a_head(title: str, above: str, below: str) -> None:
    found, _, _, _, text = _head(f"{above}{title}\n\n{below}")
    assert (found, text) == (title, f"{ONE}\n\n{TWO}")


def test_a_title_with_a_full_stop_is_one_where_the_text_below_says_the_same() -> None:
    assert _head(f"{TITLE}.")[0] == f"{TITLE}."
    assert _head("Nobody had expected it.")[0] == "page.txt"
    assert _head("Nobody had expected it.")[4] == f"Nobody had expected it.\n\n{ONE}\n\n{TWO}"


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Mira Stone and Nils Hart", ("Mira Stone", "Nils Hart"), None),
        (
            "By Mira Stone, Nils Hart and Ida Brandt, Sallow Courier",
            ("Mira Stone", "Nils Hart", "Ida Brandt"),
            "Sallow Courier",
        ),
        ("By Mira Stone & Nils Hart", ("Mira Stone", "Nils Hart"), None),
        ("By Mira Stone in Tolverne", ("Mira Stone",), None),
        ("By Mira Stone in Tolverne and Nils Hart in Sallow", ("Mira Stone", "Nils Hart"), None),
        ("By Mira Stone for Sallow Courier", ("Mira Stone",), "Sallow Courier"),
        ("By Mira Stone, Staff Writer", ("Mira Stone",), None),
        ("By Mira Stone, political editor", ("Mira Stone",), None),
        ("By Mira Stone, Tolverne", ("Mira Stone",), None),
        ("By Mira Stone, Nils Hart", ("Mira Stone", "Nils Hart"), None),
        ("By Mira Stone, Reuters", ("Mira Stone",), "Reuters"),
        ("By Mira Stone and agencies", ("Mira Stone",), None),
        ("By MIRA STONE, Associated Press", ("Mira Stone",), "Associated Press"),
        ("By Ole de la Cruz and Anne-Marie O'Neill", ("Ole de la Cruz", "Anne-Marie O'Neill"), None),
        ("By J. R. McDonald Jr.", ("J. R. McDonald Jr.",), None),
        ("By Dr. Mira Stone, PhD", ("Dr. Mira Stone",), None),
        ("Words by Mira Stone", ("Mira Stone",), None),
        ("Written by: Mira Stone", ("Mira Stone",), None),
        ("Author: Mira Stone, Nils Hart", ("Mira Stone", "Nils Hart"), None),
        ("By The Associated Press", (), "The Associated Press"),
        ("By Sallow Courier staff", (), None),
        ("By our own correspondent", (), None),
        ("Mira Stone and Nils Hart, Sallow Courier", ("Mira Stone", "Nils Hart"), "Sallow Courier"),
        ("By Łukasz Żądło and Åsa Öberg", ("Łukasz Żądło", "Åsa Öberg"), None),
    ],
)  # fmt: skip
def test_a_byline_gives_people_and_paper_and_neither_is_the_other(
    line: str, authors: tuple[str, ...], outlet: str | None
) -> None:
    assert _head(f"{TITLE}\n\n{line}\n4 April 2025") == (TITLE, authors, outlet, DAY, f"{ONE}\n\n{TWO}")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("4 April 2025", DAY),
        ("April 4, 2025", DAY),
        ("Apr. 4, 2025", DAY),
        ("Friday 4 April 2025", DAY),
        ("Fri, Apr 4, 2025 at 9:15 AM ET", DAY),
        ("2025-04-04", DAY),
        ("2025-04-04T10:30:00+02:00", DAY),
        ("04.04.2025", DAY),
        ("13/04/2025", date(2025, 4, 13)),
        ("03/04/2025", None),  # March in one country, April in another
        ("Published on 4 April 2025 at 10:30 BST", DAY),
        ("First published on Fri 4 Apr 2025 06.00 BST", DAY),
        ("4 April 2025 (updated 6 April 2025)", DAY),
        ("Updated 6 April 2025; published 4 April 2025", DAY),
        ("Last updated: 6 April 2025", None),
        ("Tolverne, 4 April 2025", DAY),
        ("TOLVERNE - April 4, 2025", DAY),
        ("Posted: 4th of April 2025", DAY),
        ("4. April 2025, 10.30 Uhr", DAY),
        ("Stand: 04.05.2025, 10:30 Uhr", date(2025, 5, 4)),
        ("Publié le 4 avril 2025 à 10h30, mis à jour le 6 avril 2025", DAY),
        ("4 de abril de 2025", DAY),
        ("04 abr 2025 - 05:30 CEST", DAY),
        ("Pubblicato il 4 aprile 2025", DAY),
        ("vrijdag 4 april 2025", DAY),
        ("4 kwietnia 2025", DAY),
        ("4. dubna 2025", DAY),
        ("2025. április 4.", DAY),
        ("4 апреля 2025 г., 10:30", DAY),
        ("4 квітня 2025", DAY),
        ("3 hours ago", None),
        ("May 2025", None),
        ("4 April 2095", None),
    ],
)
def test_a_line_with_a_day_gives_it_where_it_is_the_day_of_publication(line: str, day: date | None) -> None:
    title, _, _, published, text = _head(f"{TITLE}\n\nBy Mira Stone\n{line}")
    assert (title, published) == (TITLE, day)
    assert text.endswith(f"{ONE}\n\n{TWO}")
    assert text == f"{ONE}\n\n{TWO}" or line == "May 2025"


@pytest.mark.parametrize(
    ("byline", "text"),
    [
        ("Von Mira Stein", "Die Stadt kauft zwei Kähne, die den Schlamm des Hafens auf Felder bringen."),
        ("Von Mira Stein und Nils Hart, Sallower Zeitung", "Die Stadt kauft zwei Kähne für den Schlamm."),
        ("Par Mira Stein", "La ville achète deux chalands, qui portent la vase du port aux champs."),
        ("Par Mira Stein (avec AFP)", "La ville achète deux chalands pour la vase du port, dit-on."),
        ("Por Mira Stein", "La ciudad compra dos barcazas, que llevan el lodo del puerto a los campos."),
        ("Di Mira Stein", "La città compra due chiatte, che portano il fango del porto nei campi di Sallow."),
        ("Door Mira Stein", "De stad koopt twee aken, die de modder van de haven naar de velden brengen."),
        ("Av Mira Stein", "Staden köper två pråmar, som för hamnens gyttja till fälten vid Sallow i maj."),
        ("Autor: Mira Stein", "Miasto kupuje dwie barki, które wożą muł z portu na pola koło Sallow."),
        ("Text: Mira Stein", "Die Stadt kauft zwei Kähne, die den Schlamm des Hafens auf Felder bringen."),
        ("Автор: Мира Штейн", "Город покупает две баржи, которые возят ил из порта."),
        ("Мира Штейн, журналист", "Город покупает две баржи, которые возят ил из порта на поля под Саллоу."),
    ],
)  # fmt: skip
def test_bylines_of_other_languages_are_read(byline: str, text: str) -> None:
    text = " ".join([text] * 3)
    title, authors, _, day, rest = _head(f"Zwei Kähne für den Hafen\n\n{byline}\n04.04.2025", text)
    assert (title, day, rest) == ("Zwei Kähne für den Hafen", DAY, text)
    assert authors[0] in ("Mira Stein", "Мира Штейн")


def test_a_day_in_figures_is_read_as_the_language_of_the_byline_writes_it() -> None:
    text = "Die Stadt kauft zwei Kähne, die den Schlamm des Hafens auf die Felder von Sallow bringen."
    assert _head("Zwei Kähne für den Hafen\n\nVon Mira Stein\n04.05.2025", text)[3] == date(2025, 5, 4)
    assert _head(f"{TITLE}\n\nBy Mira Stone\n04.05.2025")[3] is None


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nNew Boats",  # the text has both words in small letters
        f"{TITLE}\n\nMud Council",
        f"{TITLE}\n\nSallow Meadows",
        f"{TITLE}\n\nRising waters",
        f"{TITLE}\n\nMonday",
    ],
)
def test_a_heading_is_no_author(head: str) -> None:
    text = f"The new boats carry mud from Sallow Meadows, and the council is content with them. {ONE}"
    title, authors, outlet, day, _ = _head(head, text)
    assert (title, authors, outlet, day) == (TITLE, (), None, None)


def test_whom_the_text_is_about_is_not_its_author() -> None:
    about = "Ida Brandt was harbour master for thirty years, and never missed a day. " * 2
    assert _head("Farewell to the harbour\n\nIda Brandt", f"{about}\n\n{TWO}\n\n{TWO}")[1] == ()


def test_days_over_pieces_of_a_text_are_not_its_day() -> None:
    diary = f"Diary of a barge\n\n4 April 2025\n\n{ONE}\n\n5 April 2025\n\n{TWO}"
    article = clean_page(diary)
    assert (article.info.title, article.info.published) == ("Diary of a barge", None)
    assert "4 April 2025" in article.text


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Council buys two barges\nfor the harbour\n\nBy Mira Stone", (TITLE, ("Mira Stone",), None, None)),
        (f"Opinion | Mira Stone\n\n{TITLE}\n\nApril 4, 2025", (TITLE, ("Mira Stone",), None, DAY)),
        (f"Mira Stone\n\n{TITLE}\n\n4 April 2025", (TITLE, ("Mira Stone",), None, DAY)),
        (f"{TITLE}\n\nMira Stone\n\nBBC News, Tolverne", (TITLE, ("Mira Stone",), "BBC News", None)),
        (f"{TITLE}\n\nMira Stone, 4 April 2025", (TITLE, ("Mira Stone",), None, DAY)),
        (f"{TITLE}\n\nTolverne, 4 April 2025", (TITLE, (), None, DAY)),
        (f"{TITLE}\n\nSan Tolverne, 4 April 2025", (TITLE, (), None, DAY)),
        (f"{TITLE}\n\n— Mira Stone, Sallow Courier", (TITLE, ("Mira Stone",), "Sallow Courier", None)),
        (f"{TITLE}\n\nSallow Courier, 4 April 2025", (TITLE, (), "Sallow Courier", DAY)),
        (f"Sallow Courier, Friday 4 April 2025\n\n{TITLE}", (TITLE, (), "Sallow Courier", DAY)),
        (f"{TITLE}\n\nSallow Courier Staff\n4 April 2025", (TITLE, (), None, DAY)),
        (f"{TITLE}\n\nFrom our correspondent in Tolverne\n4 April 2025", (TITLE, (), None, DAY)),
        (f"PRESS RELEASE\n\n{TITLE}", (TITLE, (), None, None)),
        (f"https://courier.example/a\n\n{TITLE}\n\nBy Mira Stone", (TITLE, ("Mira Stone",), None, None)),
    ],
)
def test_rarer_heads_are_read_too(
    head: str, found: tuple[str, tuple[str, ...], str | None, date | None]
) -> None:
    assert _head(head) == (*found, f"{ONE}\n\n{TWO}")


def test_a_text_without_a_head_has_none() -> None:
    assert _head(ONE, TWO) == ("page.txt", (), None, None, f"{ONE}\n\n{TWO}")
    assert _head(f"By Monday the barges had come. {ONE}", TWO)[1:4] == ((), None, None)
    assert _head(f"{TITLE}\n\nBy Monday, they said, all would be done.")[1:4] == ((), None, None)


def test_a_name_above_the_paper_that_was_taken_out_is_the_author() -> None:
    assert _head(f"{TITLE}\n\nMira Stone\nUSA TODAY")[:3] == (TITLE, ("Mira Stone",), "USA TODAY")
    assert _head("Mira Stone\nUSA TODAY")[:3] == ("page.txt", ("Mira Stone",), "USA TODAY")


@pytest.mark.parametrize(
    "title", ["Barge Fast Facts | CNN", "Ida Brandt | Sallow Courier", "Mud - Sallow Courier"]
)
def test_a_title_with_the_paper_behind_it_is_a_title(title: str) -> None:
    assert _head(title)[:2] == (title, ())


def test_what_the_source_states_wins_over_its_head() -> None:
    article = clean_page(
        f"{LAYOUTS['a weekly']}\n\n{ONE}", title=TITLE, authors=("Nils Hart",), published=date(2024, 1, 1)
    )
    assert (article.info.authors, article.info.published, article.text) == (
        ("Nils Hart",),
        date(2024, 1, 1),
        ONE,
    )
