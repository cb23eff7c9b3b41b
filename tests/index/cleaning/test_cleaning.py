"""What cleaning makes of whole pages: the article's own text, and what the page says of it."""

from datetime import date

import pytest

from index.article import RawArticle
from index.cleaning import clean
from index.errors import ArticleError
from tests.index.cleaning.pages import AGENCY, MESSY, clean_page, paragraphs_of


def test_a_copied_page_keeps_its_own_text_and_nothing_else() -> None:
    article = clean_page(MESSY)
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
    assert clean_page(MESSY).captions == (
        "Harbour master Ida Brandt (L) and mayor Ole Voss (R) open the rebuilt tower on May 2, 2026 "
        "in Lindau, Norway.",
        "Ida Brandt and Ole Voss at the rebuilt tower on May 2, 2026, in Lindau, Norway.",
        "Lindau tower harbour crane barge",
        "A crane lowers the lamp from a barge beside the tower in Lindau harbour, on April 3, 2026.",
    )


def test_headings_are_the_short_lines_and_questions_aboveparagraphs_of() -> None:
    article = clean_page(AGENCY)
    assert [article.text[span.start : span.end] for span in article.headings] == [
        "What does the company want?"
    ]


def test_an_agency_page_loses_tags_titles_other_stories_and_credits() -> None:
    article = clean_page(AGENCY)
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


def test_cuts_stand_where_something_was_taken_out_and_around_headings_and_lines() -> None:
    article = clean_page(MESSY)
    paragraphs = [article.text[cut:].split("\n\n")[0] for cut in article.cuts]
    assert paragraphs == [
        "• Fishermen who opposed it have changed their minds.",
        "For five years the harbour had no light. “We steered by the church,” said Brandt.",
        "The old tower fell in a storm in 2021.",  # a post was taken out above it
        "A light for the fleet",
        "The lamp can be seen from 41 kilometres away.",
        "Who paid for it?",
        "The state paid half, and the town the rest, Voss said",
    ]


def test_a_quote_may_run_on_from_one_paragraph_of_prose_into_the_next() -> None:
    assert clean_page("The light burns.\n\nShips rely on it.\n\n“It is red,” he said.").cuts == ()


def test_hard_wrapped_text_is_joined_intoparagraphs_of() -> None:
    text = (
        "The light of Lindau burns again after five years in which the ships of\n"
        "the fleet steered by the church, whose tower can be seen from the sea\n"
        "only on clear days. The harbour master had asked for it every year.\n"
        "\n"
        "Now it is there, and the council has already asked for a second one on\n"
        "the other side of the bay, where three ships ran aground last winter.\n"
    )
    first, second = paragraphs_of(text, title="Light")
    assert (first[:19], first[-11:]) == ("The light of Lindau", "every year.")
    assert (second[:15], second[-12:]) == ("Now it is there", "last winter.")


def test_lines_that_are_not_wrapped_stay_paragraphs_of_their_own() -> None:
    text = (
        "The light burns.\nShips rely on it.\nThe town paid half of it, and the state the rest.\nIt is red."
    )
    assert len(paragraphs_of(text, title="Light")) == 4


def test_a_byline_and_a_stated_day_are_taken_from_the_head() -> None:
    article = clean_page(
        "The light is back\n\nBy Ida Brandt and Ole Voss\n\nPublished: 2 May 2026\n\n"
        "The light burns again after five years of work on the tower."
    )
    assert article.info.title == "The light is back"
    assert article.info.authors == ("Ida Brandt", "Ole Voss")
    assert article.info.published == date(2026, 5, 2)
    assert article.text == "The light burns again after five years of work on the tower."


def test_the_day_of_an_update_is_not_taken_for_the_day_of_publication() -> None:
    article = clean_page(
        "The light is back\n\nUpdated 2 May 2026\n\nThe light burns again after five years of work."
    )
    assert article.info.published is None


def test_what_the_source_states_wins_over_the_text() -> None:
    article = clean_page(MESSY, title="A light", publisher="Coast Weekly", authors=("J. Voss",))
    assert article.info.title == "A light"
    assert article.info.publisher == "Coast Weekly"
    assert article.info.authors == ("J. Voss",)


def test_without_a_title_an_article_is_called_by_its_file() -> None:
    assert clean_page("The light burns again after five years.").info.title == "page.txt"


def test_a_title_may_begin_like_a_link() -> None:
    article = clean_page(
        "Fact check: No light ever burned in Lindau\n\nThe light burns again, whatever is said of it."
    )
    assert article.info.title == "Fact check: No light ever burned in Lindau"


def test_an_opening_sentence_that_a_search_engine_made_the_title_stays() -> None:
    opening = "The light burns again after five years, thanks to a town that paid for half."
    article = clean_page(
        f"{opening}\n\nShips rely on it.", title="The light burns again after five years, thanks ..."
    )
    assert article.text.startswith(opening)


def test_lists_of_facts_at_the_end_are_not_taken_for_other_stories() -> None:
    text = "The light burns again.\n\n• Height Of The Tower In Metres\n\n• Colour Of The Lamp At Night"
    assert len(paragraphs_of(text, title="Light")) == 3


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "ADVERTISEMENT", "Share this story\n\n___", "<p></p>"])
def test_a_page_without_an_article_is_an_article_error(text: str) -> None:
    with pytest.raises(ArticleError, match="nothing but page leftovers"):
        clean_page(text)


def test_of_a_page_that_is_all_pictures_the_captions_are_the_text() -> None:
    captions = ["The tower at night. Ida Brandt/Getty Images", "The lamp at noon. Ole Voss/AP"]
    article = clean_page("The light in pictures\n\n" + "\n\n".join(captions), title="The light in pictures")
    assert article.text.split("\n\n") == captions
    assert article.captions == ()


def test_tags_in_a_text_whose_markup_was_read_are_words() -> None:
    text = "Use <table> for rows, and <b> for bold type.\n\n<ul>"
    kept = clean(RawArticle(id="a", source="a.md", text=text, markup_read=True))
    assert kept.text == text
    assert "<" not in clean(RawArticle(id="a", source="a.txt", text=text)).text
