"""Cleaning the real articles that the project was started with; they are not ours to copy, so the tests
name them by their leftovers, their figures, and the first and last words of what must stay."""

from pathlib import Path

import pytest

from index.article import Article, RawArticle
from index.cleaning import clean
from index.reading import read_folder

SEEDS = Path(__file__).parents[3].parent / "shared" / "articles"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project")


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    """The cleaned seeds by their publisher."""
    cleaned = [clean(found) for found in read_folder(SEEDS) if isinstance(found, RawArticle)]
    return {article.info.publisher or "": article for article in cleaned}


def test_title_and_publisher_are_found_and_nothing_is_guessed(seeds: dict[str, Article]) -> None:
    assert set(seeds) == {"Business Insider", "Bloomberg"}
    titles = {name: article.info.title for name, article in seeds.items()}
    assert titles["Business Insider"].startswith("The US mocked Russia")
    assert titles["Bloomberg"].startswith("Why Russia’s Bond")
    for article in seeds.values():
        assert (article.info.published, article.info.authors, article.info.url) == (None, (), None)


@pytest.mark.parametrize(
    "leftover",
    [
        "share this",
        "listen to",
        "advertisement",
        "instagram",
        "crookedmedia",
        "read also",
        "previous article",
        "next article",
        "original article",
        "with assistance",
        "bloomberg",
        "(source",
        "<",
        "©",
        "l.p.",
        "more stories",
        "ghost ships",
        "mocked russia",
        "is a danger",
        "\u00a0",
    ],
)
def test_nothing_of_their_pages_remains(seeds: dict[str, Article], leftover: str) -> None:
    for article in seeds.values():
        assert leftover not in article.text.casefold()


def test_all_of_the_article_stays_in_business_insider(seeds: dict[str, Article]) -> None:
    article = seeds["Business Insider"]
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 52
    assert len([paragraph for paragraph in paragraphs if paragraph.startswith("• ")]) == 3
    assert paragraphs[3].startswith("In the fall of 2022")
    assert paragraphs[-1].endswith("changed the landscape.”")
    headings = [article.text[span.start : span.end] for span in article.headings]
    assert [len(heading.split()) for heading in headings] == [3, 2, 5, 3]
    assert headings[0] == "Tipping the scales"
    for figure in ("6,700", "152mm", "122 mm", "30,000"):
        assert article.text.count(figure) == 1


def test_all_of_the_article_stays_in_bloomberg(seeds: dict[str, Article]) -> None:
    article = seeds["Bloomberg"]
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 16
    assert paragraphs[0].startswith("Russian President")
    assert paragraphs[-1].endswith("US mainland.")
    headings = [article.text[span.start : span.end] for span in article.headings]
    assert len(headings) == 5
    assert all(heading.endswith("?") for heading in headings)
    for figure in ("24 years", "$24.5 billion", "3.4%", "240 millimeter", "110 kms"):
        assert article.text.count(figure) == 1
    # The line under the title says what a paragraph says again: it is there, once.
    assert article.text.count("Kim invited Putin") == 1


def test_captions_are_kept_apart(seeds: dict[str, Article]) -> None:
    article = seeds["Business Insider"]
    assert len(article.captions) == 7
    assert [caption.split()[0] for caption in article.captions] == [
        *("Russian", "Russian", "North", "North", "Russian", "A", "A")
    ]
    assert not any(caption in article.text for caption in article.captions)
    assert seeds["Bloomberg"].captions == ()
