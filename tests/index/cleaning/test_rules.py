"""Which blocks of a page are leftovers or captions, and which only look like one."""

import pytest

from index.cleaning.credits import without_credit
from tests.index.cleaning.pages import clean_page, paragraphs_of


@pytest.mark.parametrize(
    "leftover",
    [
        "Share this story on Facebook",
        "Please share this article",
        "Copy this url to your clipboard Link copied to clipboard Share this story",
        "Story continues below advertisement",
        "Video Ad Feedback Watch the lamp being lowered 02:13 - Source: CNN",
        "More:Bakery reopens after the fire",
        "Sad news:Harbour master Ida Brandt, who fought for the light, dies at 81",
        "RELATED: Fewer herring in the nets",
        "Read more: How the bridge was built",
        "For the full story, click here.",
        "Sign up for our newsletter and get the harbour news every Friday.",
        "Would you like to receive The Harbour newsletter ?",
        "Follow Ida Brandt on Twitter: @idabrandt",
        "Ole Voss covers the harbour for the Gazette. Reach him at ovoss@gazette.example or 555-0134.",
        "Email Ida Brandt at ibrandt@gazette.example",
        "Contact Ida Brandt: ibrandt@gazette.example",
        "--With assistance from Ida Brandt, who was there.",
        "With reporting by Ida Brandt and Ole Voss in Lindau.",
        "Contributing: Ida Brandt, Ole Voss; The Associated Press",
        "Ida Brandt and Ole Voss contributed to this report.",
        "This article originally appeared on Harbour Gazette: The light is back",
        "This story has been updated with additional information.",
        "Copyright 2026 Harbour Gazette. All rights reserved.",
        "Photo credit: Ida Brandt",
        "London CNN Business —",
        "The Associated Press",
        "___",
    ],
)
def test_what_a_page_puts_between_paragraphs_goes(leftover: str) -> None:
    text = f"The light burns again.\n\n{leftover}\n\nShips rely on it."
    assert paragraphs_of(text, title="Light") == ["The light burns again.", "Ships rely on it."]


@pytest.mark.parametrize(
    "prose",
    [
        "More ships came than in any year before, and more will follow.",
        "Read also means something else in the dialect of the coast.",
        "Share prices of the ferry company fell by 4 percent.",
        "Next story on the shelf was a tale of the sea.",
        "He listens to this article of faith.",
        "Follow the coast for 41 kilometres and you reach the tower.",
        "With help from the state, the town rebuilt its tower. It took five years.",
        "The copyright of the drawings lies with the town.",
        "Where:Town hall of Lindau, second floor",
        "Models affected:Certain lamps of the year 2021",
        "The lamp was lowered from a barge on April 3, 2026.",
        "The council met on April 3, 2026, in Lindau.",
        "Brandt took office on April 3, 2026.",
        "They sail for Hurtig/Nord or for themselves",
        "The band plays AC/DC",
        "It costs <3 euros, says <nobody>.",
        "He said the light was seen by all (left and right) of the harbour.",
        "— Ida Brandt, Lindau",
    ],
)
def test_what_may_be_prose_stays(prose: str) -> None:
    text = f"The light burns again.\n\n{prose}\n\nShips rely on it."
    article = clean_page(text, title="Light")
    assert article.text.split("\n\n") == ["The light burns again.", prose, "Ships rely on it."]
    assert article.captions == ()
    assert set(article.cuts) <= {article.text.index(prose), article.text.index("Ships")}  # if it is a line


@pytest.mark.parametrize(
    ("caption", "quoted"),
    [
        ("The tower of Lindau at night. Ida Brandt/Getty Images", "The tower of Lindau at night."),
        (
            "Fishermen mend their nets in Lindau Ida Brandt/AFP/Getty Images",
            "Fishermen mend their nets in Lindau",
        ),
        ("The lamp before it was lowered. Courtesy Lindau Harbour", "The lamp before it was lowered."),
        ("The tower of Lindau. (Ida Brandt/AP)", "The tower of Lindau."),
        *[("The old tower in a file photo taken on May 2, 2019.",) * 2],
        *[("Photo: the tower of Lindau at night",) * 2],
        ("“The light” at night. Ida Brandt for AP", "“The light” at night."),
    ],
)
def test_a_line_that_is_signed_or_speaks_of_a_picture_is_a_caption(caption: str, quoted: str) -> None:
    article = clean_page(f"The light burns again.\n\n{caption}\n\nShips rely on it.", title="Light")
    assert article.captions == (quoted,)
    assert article.text == "The light burns again.\n\nShips rely on it."


@pytest.mark.parametrize(
    ("caption", "own"),
    [
        ("The tower at noon Ida Brandt / Reuters", "The tower at noon"),
        ("Mayor Ole Voss, left, at the quay (AP Photo/Ida Brandt)", "Mayor Ole Voss, left, at the quay"),
        ("The harbour in May. Photograph: Ida Brandt/The Courier", "The harbour in May."),
        ("Der Hafen im Mai. Foto: Ida Brandt", "Der Hafen im Mai."),
        ("Der Hafen im Mai | Bild: dpa", "Der Hafen im Mai"),
        ("Le port en mai. Crédit photo : Ida Brandt", "Le port en mai."),
        ("Порт у травні. Фото: Іда Брандт", "Порт у травні."),
        ("The harbour in May. © Ida Brandt", "The harbour in May."),
        ("The ship in 2019 Ida Brandt/Lindau Post", "The ship in 2019"),
        ("The leaders at the quay. KCNA via REUTERS", "The leaders at the quay."),
        ("A ticket of 1923 (courtesy of the museum)", "A ticket of 1923"),
        *[
            (alone, "")
            for alone in ("Ida Brandt/Getty Images", "Getty Images", "Photo: Ida Brandt", "NASA/JPL")
        ],
        *[(alone, "") for alone in ("© Ida Brandt 2024", "Foto: dpa", "Photo by Ida Brandt on Unsplash")],
        *[(same, same) for same in ("The band AC/DC", "Malligyong-1", "He works and/or plays", "Ida Brandt")],
        *[(same, same) for same in ("The tower at dusk.", "Photo: the tower of Lindau at night")],
    ],
)
def test_a_caption_is_quoted_without_who_signs_it(caption: str, own: str) -> None:
    assert without_credit(caption) == own
    article = clean_page("The light burns again.", title="Light", captions=(caption,))
    assert article.captions == ((own,) if own else ())
