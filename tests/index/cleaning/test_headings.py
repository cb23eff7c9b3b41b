"""What stands over each line of a text: headings, those over them, and the lines above lists."""

import pytest

from index.article import heading_over
from tests.index.cleaning.pages import clean_page

OFFICE = """# The town offices

## Vance

### Fees

• Passport: 62 crowns
• Dog licence: 90 crowns a year

### Contact

Head of office: Agnes Toll

## Wexby

### Fees

• Passport: 64 crowns
"""


def over(text: str, words: str, **known: object) -> str | None:
    """What the words stand under in a cleaned text."""
    article = clean_page(text, title="Offices", **known)
    return heading_over(article.headings, article.text.index(words))


def test_each_line_stands_under_its_heading_and_those_over_that() -> None:
    assert over(OFFICE, "Passport: 62") == "The town offices › Vance › Fees"
    assert over(OFFICE, "Dog licence") == "The town offices › Vance › Fees"
    assert over(OFFICE, "Agnes Toll") == "The town offices › Vance › Contact"
    assert over(OFFICE, "Passport: 64") == "The town offices › Wexby › Fees"


def test_a_heading_stands_under_those_over_it_and_the_first_under_nothing() -> None:
    assert over(OFFICE, "Contact") == "The town offices › Vance"
    assert over(OFFICE, "The town offices") is None
    assert (
        over("The office moved to Mill Street in March.\n\n# Fees\n\n• Passport: 62 crowns", "moved") is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "The town office of Vance is in Mill Street.\n\nFees\nPassport: 62 crowns\nDog licence: 90 crowns",
        "The office of Vance is in Mill Street.\n\nFees\n\n- Passport: 62 crowns\n- Dog licence: 90 crowns",
        "Fees\n\n* Passport: 62 crowns\n* Dog licence: 90 crowns\n\nThe office of Vance is closed in August.",
        "The town office of Vance.\n\nFees\n\nWhat | Crowns\n\nPassport: 62 crowns | 62",
    ],
)
def test_in_plain_text_a_short_line_above_items_or_rows_is_their_heading(text: str) -> None:
    assert over(text, "Passport: 62") == "Fees"


def test_the_line_above_a_list_holds_for_the_list_and_no_further() -> None:
    text = (
        "# Tickets\n\nThe boat runs daily. It leaves at six.\n\nA ticket costs:\n\n• adults 12 crowns\n"
        "• children 6 crowns\n\nDogs travel free of charge on all boats of the company."
    )
    assert over(text, "children") == "Tickets › A ticket costs:"
    assert over(text, "Dogs") == over(text, "A ticket costs") == "Tickets"


def test_one_of_several_short_lines_is_no_heading_of_the_next() -> None:
    assert over("The jury chose these.\n\nOld pond\n\nGrey frog\n\nSeats: 88", "Seats") is None


def test_lines_of_a_poem_stand_under_the_line_that_announces_it() -> None:
    poem = "old pond in the rain\na frog looks up"
    text = f"The jury chose one.\n\nFirst prize, Mia Thorn:\n\n{poem}\n\nTom came next."
    assert over(text, "a frog") == "First prize, Mia Thorn:"
    assert over(text, "Tom") is None
