"""What holds of cleaning whatever the page."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from index.characters import plain_characters
from index.cleaning.blocks import visible
from index.errors import ArticleError
from tests.index.cleaning.pages import AGENCY, MESSY, clean_page

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


def _as_it_stands(text: str) -> str:
    """A page with the words of broken lines put together, in plain characters; nothing else is rewritten."""
    return re.sub(r"\u00ad\s*", "", plain_characters(text))


@given(_PAGES, _TITLES)
@example("(Source: x)<p>LIGHT\n0", "Light")
@example("010000:000:001\n010000:000. AP", None)
@example("READ MORE: one\n\n" + MESSY, None)
def test_whatever_the_page_nothing_is_rewritten_and_cleaning_twice_changes_nothing(
    text: str, title: str | None
) -> None:
    try:
        article = clean_page(text, title=title)
    except ArticleError:
        return
    source = _squeezed(visible(_as_it_stands(text)))
    paragraphs = article.text.split("\n\n")
    assert all(paragraph and paragraph == _squeezed(paragraph) for paragraph in paragraphs)
    assert all(paragraph in source for paragraph in paragraphs)
    starts = {sum(len(above) + 2 for above in paragraphs[:at]) for at in range(len(paragraphs))}
    assert {span.start for span in article.headings} <= starts
    assert all(article.text[span.start : span.end] in paragraphs for span in article.headings)
    assert set(article.cuts) <= starts - {0}
    assert list(article.cuts) == sorted(set(article.cuts))
    known = article.info
    again = clean_page(
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
        article = clean_page(text, title=title)
    except ArticleError:
        return
    assert all(paragraph in _squeezed(_as_it_stands(text)) for paragraph in article.text.split("\n\n"))
