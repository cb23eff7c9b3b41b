"""Hard-wrapped text is put together into its paragraphs; headings, items and short lines stay apart."""

import textwrap

import pytest

from tests.index.cleaning.pages import clean_page, paragraphs_of

ONE = (
    "The club met on 3 June 2024 in the boat house, where the treasurer told the members what the year had "
    "cost them and what is left for the boats of the coming one. Nobody spoke against it, and the books were "
    "closed."
)
TWO = (
    "Two double sculls are bought for 11,400 crowns in all, one of them second hand from the club of Sallow, "
    "which has no young rowers any more. They come by road in July, and the old ones are given to the school."
)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize(
    "heading", ["1. New boats", "II. New boats", "a) New boats", "New boats", "What comes next?"]
)
def test_a_heading_right_above_wrapped_text_is_a_line_of_its_own(
    heading: str, blank: str, width: int
) -> None:
    text = f"{_wrapped(ONE, width)}\n\n{heading}\n{blank}{_wrapped(TWO, width)}\n"
    assert paragraphs_of(text, title="Minutes") == [ONE, heading, TWO]


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_a_heading_without_an_empty_line_above_it_is_not_glued_to_either_paragraph(width: int) -> None:
    """Also where the paragraph above ends in a full line."""
    text = f"{_wrapped(ONE, width)}\nNew boats\n{_wrapped(TWO, width)}\n"
    assert paragraphs_of(text, title="Minutes") == [ONE, "New boats", TWO]
    room = width - len(_wrapped(ONE, width).splitlines()[-1])
    full = f"{ONE} {'o' * (room - 2)}." if room > 2 else ONE
    text = f"{_wrapped(full, width)}\nNew boats\n{_wrapped(TWO, width)}\n"
    assert paragraphs_of(text, title="Minutes") == [full, "New boats", TWO]


def test_headings_above_single_lines_are_not_taken_for_wrapped_text() -> None:
    text = (
        "Minutes of the rowing club\n\nThe club met on 3 June 2024 in the boat house.\n\n"
        "1. New boats\nThe club buys two double sculls for 11,400 crowns in all.\n\n"
        "2. Members' fee\nThe fee rises from 80 to 95 crowns a year.\n\n"
        "3. Election\nNils Hart was elected treasurer with 21 votes to four.\n"
    )
    assert paragraphs_of(text)[1:] == [
        "1. New boats",
        "The club buys two double sculls for 11,400 crowns in all.",
        "2. Members' fee",
        "The fee rises from 80 to 95 crowns a year.",
        "3. Election",
        "Nils Hart was elected treasurer with 21 votes to four.",
    ]


@pytest.mark.parametrize("line", ["=" * 9, "-" * 9, "~" * 10, "*" * 12])
@pytest.mark.parametrize("width", [60, 72])
def test_an_underlined_line_is_a_heading_and_the_marks_go(line: str, width: int) -> None:
    text = f"{_wrapped(ONE, width)}\n\nNew boats\n{line}\n{_wrapped(TWO, width)}\n"
    article = clean_page(text, title="Minutes")
    assert article.text.split("\n\n") == [ONE, "New boats", TWO]
    assert [article.text[one.start : one.end] for one in article.headings] == ["New boats"]


def test_an_underlined_first_line_is_the_title() -> None:
    article = clean_page(f"Minutes of June.\n================\n\n{ONE}\n\n{TWO}\n")
    assert (article.info.title, article.text) == ("Minutes of June.", f"{ONE}\n\n{TWO}")


@pytest.mark.parametrize(
    "marks", [("1. ", "2. "), ("1) ", "2) "), ("(a) ", "(b) "), ("i) ", "ii) "), ("• ", "• ")]
)
def test_wrapped_items_are_an_item_each(marks: tuple[str, str]) -> None:
    items = [mark + text for mark, text in zip(marks, (ONE, TWO), strict=True)]
    assert paragraphs_of("\n".join(_wrapped(item, 60) for item in items), title="Minutes") == items


@pytest.mark.parametrize("width", range(44, 80, 3))
def test_a_number_at_the_start_of_a_wrapped_line_begins_no_item(width: int) -> None:
    text = (
        "Die Arbeiten an der alten Muehle beginnen am 7. April und dauern bis zum 3. Oktober, wie der Rat "
        "der Stadt am 12. Februar beschlossen hat. Der Abschnitt vom 1. Mai bis zum 30. Juni ist teuer, "
        "und danach kommt erst am 2. Juli wieder ein Kran auf den Platz vor dem Tor."
    )
    assert paragraphs_of(_wrapped(text, width), title="Muehle") == [text]


def test_a_title_wider_than_the_text_below_it_does_not_keep_that_from_being_put_together() -> None:
    title = (
        "The rowing club of Yarrow buys two boats, closes its books, raises its fee and elects a treasurer"
    )
    article = clean_page(f"{title}\nBy Mira Stone\n\n{_wrapped(ONE, 60)}\n\n{_wrapped(TWO, 60)}\n")
    assert (article.info.title, article.text) == (title, f"{ONE}\n\n{TWO}")


def test_verses_and_addresses_keep_their_lines() -> None:
    lines = ["Town hall", "Kirkegata 12", "4879 Lindau", "Norway", "Monday to Friday", "9 to 12 o'clock"]
    assert paragraphs_of("\n".join(lines), title="Where") == lines
