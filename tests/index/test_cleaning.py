"""What cleaning takes out of a page's text, what it leaves, and what always holds."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.article import Article, RawArticle
from index.cleaning import clean
from index.cleaning.blocks import visible
from index.errors import ArticleError

TODAY = date(2026, 11, 21)

# A page as a copying site leaves it; everything in it is invented.
MESSY = """Lindau's new light was called a folly. Nobody says so now.

Lindau's new light was called a folly. Nobody says so now.
Pls share this post

Listen to this article
Harbour master Ida Brandt (L) and mayor Ole Voss (R) open the rebuilt tower on May 2, 2026 in Lindau, Norway.
Ida Brandt and Ole Voss at the rebuilt tower on May 2, 2026, in Lindau, Norway.

  • The tower cost twice what was planned, and ships\u00a0now \u201crely on it.\u201d
  • Fishermen who opposed it have changed their minds.\u00a0

For five years the harbour had no light. \u201cWe steered by the church,\u201d said Brandt.

View this post on Instagram

A post shared by Lindau Harbour (@lindauharbour)

The old tower fell in a storm in 2021.

A light for the fleet

READ ALSO\u00a0 Court turns down appeal of ferry company

The lamp can be seen from 41 kilometres away.

Lindau tower harbour crane barge
A crane lowers the lamp from a barge beside the tower in Lindau harbour, on April 3, 2026.

Who paid for it?

The state paid half, and the town the rest, Voss said

Read the original article on Harbour Gazette

Pls share this post
Previous articleBakery reopens after fire
Next articleFewer herring, but 9% dearer, says boardADVERTISEMENT"""

AGENCY = """ADVERTISEMENT

Why The Ferry To Skagen Is In Trouble

Orlov asked the council for help when they met in spring.

<div class="paragraphs"><p>Why The Ferry to Skagen Is in Trouble (Source: Coast News)</p></div>
Why The Ferry to Skagen Is in Trouble (Source: Coast News)

(Coastwire) -- The night ferry has lost half of its passengers. Orlov asked the council for help when they \
met in spring. Nothing came of it.\u00a0

Why The Ferry To Skagen Is In Trouble

What does the company want?

A subsidy of 3 million euros, <b>and</b> a berth that is free of charge.

  • Bridge Toll Falls Again as Traffic Doubles

  • How the Old Harbour Lost Its Fishing Fleet

--With assistance from Ida Brandt.

More stories like this are available on coastwire.example

\u00a92024 Coastwire L.P."""


def _clean(text: str, **known: object) -> Article:
    raw = RawArticle(id="page.txt", source="page.txt", text=text)
    return clean(replace(raw, **known), TODAY)  # type: ignore[arg-type]


def _paragraphs(text: str, **known: object) -> list[str]:
    return _clean(text, **known).text.split("\n\n")


def test_a_copied_page_keeps_its_own_text_and_nothing_else() -> None:
    article = _clean(MESSY)
    assert article.text.split("\n\n") == [
        "• The tower cost twice what was planned, and ships now “rely on it.”",
        "• Fishermen who opposed it have changed their minds.",
        "For five years the harbour had no light. “We steered by the church,” said Brandt.",
        "The old tower fell in a storm in 2021.",
        "A light for the fleet",
        "The lamp can be seen from 41 kilometres away.",
        "Who paid for it?",
        "The state paid half, and the town the rest, Voss said",
    ]
    assert article.info.title == "Lindau's new light was called a folly. Nobody says so now."
    assert article.info.publisher == "Harbour Gazette"
    assert article.info.published is None


def test_captions_and_their_alternative_texts_are_kept_apart() -> None:
    assert _clean(MESSY).captions == (
        "Harbour master Ida Brandt (L) and mayor Ole Voss (R) open the rebuilt tower on May 2, 2026 "
        "in Lindau, Norway.",
        "Ida Brandt and Ole Voss at the rebuilt tower on May 2, 2026, in Lindau, Norway.",
        "Lindau tower harbour crane barge",
        "A crane lowers the lamp from a barge beside the tower in Lindau harbour, on April 3, 2026.",
    )


def test_headings_are_the_short_lines_and_questions_above_paragraphs() -> None:
    article = _clean(AGENCY)
    assert [article.text[span.start : span.end] for span in article.headings] == [
        "What does the company want?"
    ]


def test_an_agency_page_loses_tags_titles_other_stories_and_credits() -> None:
    article = _clean(AGENCY)
    assert article.text.split("\n\n") == [
        "The night ferry has lost half of its passengers. Orlov asked the council for help when they met "
        "in spring. Nothing came of it.",
        "What does the company want?",
        "A subsidy of 3 million euros, and a berth that is free of charge.",
    ]
    assert article.info.title == "Why The Ferry To Skagen Is In Trouble"
    assert article.info.publisher == "Coastwire"
    assert article.info.published is None  # the year of the copyright line is no date
    assert article.captions == ()


def test_cuts_stand_before_each_paragraph_above_which_something_was_taken_out() -> None:
    article = _clean(MESSY)
    assert [article.text[cut:].split("\n\n")[0] for cut in article.cuts] == [
        "The old tower fell in a storm in 2021.",
        "The lamp can be seen from 41 kilometres away.",
        "Who paid for it?",
    ]


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
    assert _paragraphs(text, title="Light") == ["The light burns again.", "Ships rely on it."]


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
    article = _clean(text, title="Light")
    assert article.text.split("\n\n") == ["The light burns again.", prose, "Ships rely on it."]
    assert (article.cuts, article.captions) == ((), ())


@pytest.mark.parametrize(
    "caption",
    [
        "The tower of Lindau at night. Ida Brandt/Getty Images",
        "Fishermen mend their nets in Lindau Ida Brandt/AFP/Getty Images",
        "The lamp before it was lowered. Courtesy Lindau Harbour",
        "The tower of Lindau. (Ida Brandt/AP)",
        "The old tower in a file photo taken on May 2, 2019.",
        "Photo: the tower of Lindau at night",
        "“The light” at night. Ida Brandt for AP",
    ],
)
def test_a_line_that_is_signed_or_speaks_of_a_picture_is_a_caption(caption: str) -> None:
    article = _clean(f"The light burns again.\n\n{caption}\n\nShips rely on it.", title="Light")
    assert article.captions == (caption,)
    assert article.text == "The light burns again.\n\nShips rely on it."


def test_hard_wrapped_text_is_joined_into_paragraphs() -> None:
    text = (
        "The light of Lindau burns again after five years in which the ships of\n"
        "the fleet steered by the church, whose tower can be seen from the sea\n"
        "only on clear days. The harbour master had asked for it every year.\n"
        "\n"
        "Now it is there, and the council has already asked for a second one on\n"
        "the other side of the bay, where three ships ran aground last winter.\n"
    )
    first, second = _paragraphs(text, title="Light")
    assert (first[:19], first[-11:]) == ("The light of Lindau", "every year.")
    assert (second[:15], second[-12:]) == ("Now it is there", "last winter.")


def test_lines_that_are_not_wrapped_stay_paragraphs_of_their_own() -> None:
    text = (
        "The light burns.\nShips rely on it.\nThe town paid half of it, and the state the rest.\nIt is red."
    )
    assert len(_paragraphs(text, title="Light")) == 4


def test_a_byline_and_a_stated_day_are_taken_from_the_head() -> None:
    article = _clean(
        "The light is back\n\nBy Ida Brandt and Ole Voss\n\nPublished: 2 May 2026\n\n"
        "The light burns again after five years of work on the tower."
    )
    assert article.info.title == "The light is back"
    assert article.info.authors == ("Ida Brandt", "Ole Voss")
    assert article.info.published == date(2026, 5, 2)
    assert article.text == "The light burns again after five years of work on the tower."


def test_the_day_of_an_update_is_not_taken_for_the_day_of_publication() -> None:
    article = _clean(
        "The light is back\n\nUpdated 2 May 2026\n\nThe light burns again after five years of work."
    )
    assert article.info.published is None


def test_what_the_source_states_wins_over_the_text() -> None:
    article = _clean(MESSY, title="A light", publisher="Coast Weekly", authors=("J. Voss",))
    assert article.info.title == "A light"
    assert article.info.publisher == "Coast Weekly"
    assert article.info.authors == ("J. Voss",)


def test_without_a_title_an_article_is_called_by_its_file() -> None:
    assert _clean("The light burns again after five years.").info.title == "page.txt"


def test_a_title_may_begin_like_a_link() -> None:
    article = _clean(
        "Fact check: No light ever burned in Lindau\n\nThe light burns again, whatever is said of it."
    )
    assert article.info.title == "Fact check: No light ever burned in Lindau"


def test_an_opening_sentence_that_a_search_engine_made_the_title_stays() -> None:
    opening = "The light burns again after five years, thanks to a town that paid for half."
    article = _clean(
        f"{opening}\n\nShips rely on it.", title="The light burns again after five years, thanks ..."
    )
    assert article.text.startswith(opening)


def test_lists_of_facts_at_the_end_are_not_taken_for_other_stories() -> None:
    text = "The light burns again.\n\n• Height Of The Tower In Metres\n\n• Colour Of The Lamp At Night"
    assert len(_paragraphs(text, title="Light")) == 3


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "ADVERTISEMENT", "Share this story\n\n___", "<p></p>"])
def test_a_page_without_an_article_is_an_article_error(text: str) -> None:
    with pytest.raises(ArticleError, match="nothing but page leftovers"):
        _clean(text)


_LINES = st.one_of(
    st.sampled_from([line for line in (MESSY + "\n" + AGENCY).splitlines() if line]),
    st.sampled_from(
        [
            "ADVERTISEMENT",
            "# ADVERTISEMENT",
            "By Ida Brandt",
            "Light",
            "Light ...",
            "More:a b c",
            "• One Two Three",
        ]
    ),
    st.sampled_from(
        ["(AP) -- (AP) -- # x", "xADVERTISEMENTADVERTISEMENT", "AP", "READ MORE:", "<p>a</p>", "#"]
    ),
    st.sampled_from(
        ["Updated 2 May 2026", "A sentence that is long enough to be repeated below.", "<d<b>iv>"]
    ),
    st.text(max_size=60),
)
_PAGES = st.one_of(
    st.text(),
    st.lists(st.tuples(_LINES, st.sampled_from(["\n", "\n\n", " "]))).map(
        lambda parts: "".join(line + end for line, end in parts)
    ),
)
_TITLES = st.sampled_from([None, "Light", "Light ...", "Why The Ferry To Skagen Is In Trouble"])


def _squeezed(text: str) -> str:
    return " ".join(text.split())


@given(_PAGES, _TITLES)
@example("(Source: x)<p>LIGHT\n0", "Light")
@example("READ MORE: one\n\n" + MESSY, None)
def test_whatever_the_page_nothing_is_rewritten_and_cleaning_twice_changes_nothing(
    text: str, title: str | None
) -> None:
    try:
        article = _clean(text, title=title)
    except ArticleError:
        return
    source = _squeezed(visible(text))
    paragraphs = article.text.split("\n\n")
    assert all(paragraph and paragraph == _squeezed(paragraph) for paragraph in paragraphs)
    assert all(paragraph in source for paragraph in paragraphs)
    starts = {sum(len(above) + 2 for above in paragraphs[:at]) for at in range(len(paragraphs))}
    assert {span.start for span in article.headings} <= starts
    assert all(article.text[span.start : span.end] in paragraphs for span in article.headings)
    assert set(article.cuts) <= starts - {0}
    assert list(article.cuts) == sorted(set(article.cuts))
    known = article.info
    again = _clean(
        article.text,
        title=known.title,
        publisher=known.publisher,
        authors=known.authors,
        published=known.published,
    )
    assert again.text == article.text


@given(_PAGES.filter(lambda text: "<" not in text), _TITLES)
def test_a_page_without_tags_is_quoted_as_it_stands(text: str, title: str | None) -> None:
    try:
        article = _clean(text, title=title)
    except ArticleError:
        return
    assert all(paragraph in _squeezed(text) for paragraph in article.text.split("\n\n"))
