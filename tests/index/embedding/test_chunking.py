"""Chunks: on sentence boundaries, never too long, and always exactly where they say they stand."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, ArticleInfo, RawArticle, Span
from index.cleaning import clean
from index.embedding.chunking import Chunk, chunk
from index.errors import ArticleError


def words(texts: Sequence[str]) -> list[int]:
    """A plain stand-in for a tokenizer: words, of which a long one counts for more."""
    return [sum(1 + len(word) // 8 for word in text.split()) for text in texts]


def article(text: str, headings: tuple[Span, ...] = ()) -> Article:
    return Article(ArticleInfo("a", "a.txt", "Title"), text, headings)


def spans_are_exact(text: str, chunks: list[Chunk]) -> bool:
    """Offsets rise, sentences cover their chunk, and nothing but white space is left out."""
    covered = "".join(text[piece.start : piece.end] for piece in chunks)
    rising = all(one.end <= two.start for one, two in pairwise(chunks))
    framed = all((c.start, c.end) == (c.sentences[0].start, c.sentences[-1].end) for c in chunks)
    return rising and framed and "".join(covered.split()) == "".join(text.split())


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=600), st.integers(1, 40))
def test_every_chunk_stands_where_it_says_for_any_text(text: str, max_tokens: int) -> None:
    chunks = chunk(article(text), words, max_tokens)
    assert spans_are_exact(text, chunks)


@given(
    st.lists(
        st.sampled_from(
            [
                "Dr. Voss said so. ",
                "“We won!” ",
                "\n\n",
                "41.5 metres ",
                "• point\n\n",
                "x" * 300 + " ",
                "船が出た。",
                "👩‍🚀 ",
                "e\u0301 ",
            ]
        ),
        max_size=60,
    ),
    st.integers(3, 60),
)
def test_text_as_it_is_printed_is_covered_and_kept_short(parts: list[str], max_tokens: int) -> None:
    text = "".join(parts)
    chunks = chunk(article(text), words, max_tokens)
    assert spans_are_exact(text, chunks)
    assert all(piece.tokens <= max_tokens for piece in chunks)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_the_same_holds_after_cleaning(text: str) -> None:
    try:
        cleaned = clean(RawArticle(id="a", source="a.txt", text=text, title="Title"))
    except ArticleError:
        return
    assert spans_are_exact(cleaned.text, chunk(cleaned, words))


def test_a_chunk_ends_with_a_sentence() -> None:
    text = " ".join(f"Sentence number {n} has a few more words in it." for n in range(40))
    chunks = chunk(article(text), words, max_tokens=50)
    assert len(chunks) > 3
    assert all(text[piece.start : piece.end].endswith(".") for piece in chunks)


def test_a_heading_begins_the_chunk_that_it_stands_over_and_is_known_to_the_next() -> None:
    first, heading = "The tower stands again. " * 18, "What it cost"
    text = f"{first.strip()}\n\n{heading}\n\n" + "The council paid for all of it. " * 40
    start = text.index(heading)
    chunks = chunk(article(text.strip(), (Span(start, start + len(heading)),)), words, max_tokens=100)
    assert chunks[0].heading is None
    under = [piece for piece in chunks if piece.heading == heading]
    assert text[under[0].start :].startswith(heading)
    assert len(under) >= 2


def test_an_empty_text_has_no_chunks() -> None:
    assert chunk(article(""), words) == []
    assert chunk(article(" \n\n "), words) == []
