"""Chunks: on sentence boundaries, never too long, and always exactly where they say they stand."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, ArticleInfo, Heading, RawArticle
from index.cleaning import clean
from index.embedding.chunking import Chunk, chunk
from index.errors import ArticleError


def words(texts: Sequence[str]) -> list[int]:
    """A plain stand-in for a tokenizer: words, of which a long one counts for more."""
    return [sum(1 + len(word) // 8 for word in text.split()) for text in texts]


def article(text: str, headings: tuple[Heading, ...] = ()) -> Article:
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
    headings = (Heading(start, start + len(heading), heading),)
    chunks = chunk(article(text.strip(), headings), words, max_tokens=100)
    assert chunks[0].heading is None
    under = [piece for piece in chunks if piece.heading == heading]
    assert text[under[0].start :].startswith(heading)
    assert len(under) >= 2


def test_an_empty_text_has_no_chunks() -> None:
    assert chunk(article(""), words) == []
    assert chunk(article(" \n\n "), words) == []


def of_page(text: str, max_tokens: int = 60) -> tuple[Article, list[Chunk]]:
    """A cleaned page, and its chunks."""
    cleaned = clean(RawArticle(id="a", source="a.md", text=text, title="Title"))
    return cleaned, chunk(cleaned, words, max_tokens)


def test_each_line_is_a_sentence_of_its_own_in_order() -> None:
    lines = (
        "Fees",
        "• Passport: 62 crowns",
        "• 3. Dog licence: 90 crowns a year",
        "Code: E-1 | Meaning: Flame",
    )
    cleaned, chunks = of_page("# " + "\n\n".join(lines))
    assert [cleaned.text[s.start : s.end] for piece in chunks for s in piece.sentences] == list(lines)


def test_a_numbered_heading_is_one_sentence() -> None:
    cleaned, chunks = of_page("# 1. Road to the quarry\n\nThe road can bear lorries of 12 tonnes.")
    assert cleaned.text[chunks[0].sentences[0].start : chunks[0].sentences[0].end] == "1. Road to the quarry"


def test_neither_a_heading_nor_the_line_above_a_list_ends_a_chunk() -> None:
    prose = "The council met in the old town hall again. "
    for count in range(1, 30):
        below = "# Fees\n\n## Of the office\n\nThese are to be paid by all:\n\n• Passport: 62 crowns"
        cleaned, chunks = of_page(f"{prose * count}\n\n{below}")
        last = [cleaned.text[piece.sentences[-1].start : piece.sentences[-1].end] for piece in chunks]
        assert not {"Fees", "Of the office", "These are to be paid by all:"} & set(last)


def test_a_list_that_fits_into_a_chunk_is_not_torn_from_its_heading() -> None:
    rows = "\n\n".join(f"Code: E-{number} | Meaning: Fault {number}" for number in range(5))
    for count in range(1, 20):
        cleaned, chunks = of_page(f"{'The panel shows a code. ' * count}\n\nThe codes:\n\n{rows}")
        holding = [cleaned.text[c.start : c.end] for c in chunks if "Code: " in cleaned.text[c.start : c.end]]
        assert len(holding) == 1
        assert "The codes:" in holding[0]


def test_a_list_that_goes_on_in_another_chunk_is_known_to_stand_under_its_line() -> None:
    rows = "\n\n".join(f"• Item number {number} costs {number} crowns" for number in range(40))
    _, chunks = of_page(f"# Fees\n\nThese are to be paid:\n\n{rows}")
    assert len(chunks) > 2
    assert {piece.heading for piece in chunks[1:]} == {"Fees › These are to be paid:"}


def test_captions_have_chunks_of_their_own_behind_the_text() -> None:
    captions = ("The tower at dusk. It is red.", "The lamp on its way up")
    pictured = Article(ArticleInfo("a", "a.txt", "Title"), "The light burns again.", captions=captions)
    text, below = chunk(pictured, words)
    assert pictured.quotable[text.start : text.end] == pictured.text
    sentences = [pictured.quotable[span.start : span.end] for span in below.sentences]
    assert sentences == ["The tower at dusk.", "It is red.", "The lamp on its way up"]
    assert [pictured.quotable[span.start : span.end] for span in pictured.caption_spans] == list(captions)
    assert chunk(Article(pictured.info, ""), words) == []
