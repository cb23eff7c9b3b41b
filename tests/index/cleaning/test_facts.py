"""Lines of lists and tables that look like leftovers of a page, and leftovers that look like them."""

import pytest

from tests.index.cleaning.pages import clean_page

PAGE = "The lamp of Lindau was lit in May.\n\n{lines}\n\nIt burns all night."


def paragraphs(lines: str) -> list[str]:
    """What is left of the lines in the middle of a page."""
    return clean_page(PAGE.format(lines=lines), title="Light").text.split("\n\n")[1:-1]


@pytest.mark.parametrize(
    "lines",
    [
        "Phone: 0151 440\n\nE-mail: office@vance.example\n\nHead of office: Agnes Toll",
        "# Contact\n\nE-mail: office@vance.example",
        "Graphics: Intel Iris Xe\n\nVideo: 4K at 60 frames\n\nRecommended: 8 GB of memory",
        "Gallery: Monday to Friday\n\nOpinion: good",
        "Operators: NASA/ESA\n\nLaunched by: NASA/ESA",
        "Image: lamp:16\n\nports: 5432",
        "Population: 4,000 (Source: Census)\n\nArea: 12 km (Source: Census)",
        "Watch: Casio F-91W\n\nBand: resin",
        "LAMP_PROXY:the proxy of the machine",
        "Code: ERR-4021 | Meaning: Flame went out | What to do: Press RESET for 3 seconds",
        "1.2.0\n\nFixed: the lamp goes out",
        "sudo apt install lamp",
    ],
)
def test_facts_stay_where_they_stand(lines: str) -> None:
    article = clean_page(PAGE.format(lines=lines), title="Light")
    bare = lines.removeprefix("# ")
    assert article.text.split("\n\n")[1:-1] == bare.split("\n\n")
    assert article.captions == ()


@pytest.mark.parametrize(
    "lines",
    [
        "Video: Storm hits the coast of Lindau again",
        "Related: Another lamp breaks in Skagen\n\nOpinion: Why the coast needs more of its lamps",
        "Email: brandt@gazette.example\n\nTwitter: @brandt",
        "Photo: Ida Brandt",
    ],
)
def test_links_and_credits_go_as_before(lines: str) -> None:
    assert paragraphs(lines) == []


@pytest.mark.parametrize(
    "head_and_items",
    [
        "# Opening hours\n\n• Monday: 8:00 To 12:00\n\n• Tuesday: 13:00 To 18:30\n\n• Friday: 8:00 To 14:00",
        "• Agnes Toll\n\n• Bruno Zell\n\n• Mira Stone\n\n• Edda Falk",
        "The board:\n\n• Agnes Toll, Head Of Office\n\n• Bruno Zell, Mayor\n\n• Mira Stone, Clerk Here",
    ],
)
def test_a_list_at_the_end_of_a_page_is_the_articles_where_it_has_a_head_or_no_headlines(
    head_and_items: str,
) -> None:
    text = f"The office moved to Mill Street in March.\n\n{head_and_items}\n\nShare this story"
    expected = head_and_items.removeprefix("# ")
    assert clean_page(text, title="Office").text.endswith(expected)


def test_headlines_at_the_end_of_a_page_are_links_to_other_stories() -> None:
    items = "• Bridge Toll Falls Again as Traffic Doubles\n\n• How the Old Harbour Lost Its Fishing Fleet"
    text = f"The light burns again.\n\n{items}\n\nShare this story"
    assert clean_page(text, title="Light").text == "The light burns again."
