"""The articles that ship with the project: briefs in our own words, honest about where they come from."""

import re
from pathlib import Path

import pytest

from index.article import Kind, RawArticle
from index.cleaning import clean
from index.reading import read_folder

PROJECT = Path(__file__).parents[2]
SEEDS = PROJECT.parent / "shared" / "articles"
LONGEST_COMMON_RUN = 6  # words; longer ones would be sentences of theirs, not names and figures


def _articles(folder: Path) -> list[RawArticle]:
    found = list(read_folder(folder))
    assert all(isinstance(one, RawArticle) for one in found), found
    return [one for one in found if isinstance(one, RawArticle)]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’']+", text.lower())


def test_each_brief_says_what_it_is_a_brief_of() -> None:
    articles = _articles(PROJECT / "articles")
    assert {article.publisher for article in articles} == {"Business Insider", "Bloomberg"}
    for article in articles:
        assert article.kind is Kind.BRIEF
        assert article.title
        assert article.language == "en"
        assert article.published is None  # their pages state no date


def test_each_brief_has_400_to_700_words_under_headings() -> None:
    for raw in _articles(PROJECT / "articles"):
        article = clean(raw)
        assert 400 <= len(article.text.split()) <= 700
        assert len(article.headings) >= 4


@pytest.mark.parametrize(
    ("publisher", "figures"),
    [
        (
            "Business Insider",
            ("6,700 containers", "three million", "152 mm", "half a million", "30,000 shells"),
        ),
        (
            "Bloomberg",
            ("24 years", "$24.5 billion", "3.4%", "240 mm", "40 to 60 kilometers", "110 kilometers"),
        ),
    ],
)
def test_the_figures_are_in_the_briefs(publisher: str, figures: tuple[str, ...]) -> None:
    (article,) = [one for one in _articles(PROJECT / "articles") if one.publisher == publisher]
    for figure in figures:
        assert figure in article.text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project")
def test_no_brief_repeats_a_sentence_of_theirs() -> None:
    run = LONGEST_COMMON_RUN + 1
    theirs = {
        tuple(words[at : at + run])
        for seed in _articles(SEEDS)
        for words in [_words(seed.text)]
        for at in range(len(words) - run + 1)
    }
    for brief in _articles(PROJECT / "articles"):
        words = _words(brief.text)
        ours = {tuple(words[at : at + run]) for at in range(len(words) - run + 1)}
        assert not ours & theirs
