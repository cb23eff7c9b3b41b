"""After cleaning: an article's text cut into chunks on sentence boundaries, each with its offsets.

`article.text[chunk.start:chunk.end]` is the chunk, for any text. `sentence_ends` finds the sentences; one
longer than a chunk (a table, a list without full stops) is cut at white space, or, where there is none,
anywhere.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.article import Article, Span
from index.embedding.sentence_ends import sentences

# 200 tokens of text leave room for title and heading in the model's 256. Larger chunks would be cut off by
# the model; at half the size twice as many vectors say little more.
MAX_TOKENS = 200
# A heading starts a new chunk only when the chunk before it is at least this full; otherwise short
# sections would become chunks of one sentence, which match everything a little and answer nothing.
HEADING_BREAK_TOKENS = 60

CountTokens = Callable[[Sequence[str]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of an article that is embedded and found as one.

    `sentences` cover it, in order, without overlap; all offsets are into the article's text. `tokens` is
    the sum over its sentences, as the embedding model counts.
    """

    start: int
    end: int
    heading: str | None
    tokens: int
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or a piece of an overlong one, with what decides where chunks break."""

    span: Span
    tokens: int
    is_heading: bool


def chunk(article: Article, count_tokens: CountTokens, max_tokens: int = MAX_TOKENS) -> list[Chunk]:
    """Cut an article into chunks of at most `max_tokens` tokens each.

    count_tokens gives the number of tokens of each text, as the embedding model counts them.
    Returns an empty list for an empty text.
    """
    chunks: list[Chunk] = []
    pending: list[_Unit] = []
    filled = 0
    heading: str | None = None  # the one that `pending` stands under
    next_heading: str | None = None
    for unit in _units(article, count_tokens, max_tokens):
        full = bool(pending) and filled + unit.tokens > max_tokens
        new_section = unit.is_heading and filled >= HEADING_BREAK_TOKENS
        if full or new_section:
            # A heading must not end a chunk: it belongs to what follows.
            carried = (
                [pending.pop()] if not new_section and len(pending) > 1 and pending[-1].is_heading else []
            )
            chunks.append(_close(pending, heading))
            pending, filled, heading = carried, sum(u.tokens for u in carried), next_heading
        if unit.is_heading:
            next_heading = article.text[unit.span.start : unit.span.end]
            if not pending:
                heading = next_heading
        pending.append(unit)
        filled += unit.tokens
    if pending:
        chunks.append(_close(pending, heading))
    return chunks


def _close(units: Sequence[_Unit], heading: str | None) -> Chunk:
    spans = tuple(unit.span for unit in units)
    return Chunk(spans[0].start, spans[-1].end, heading, sum(unit.tokens for unit in units), spans)


def _units(article: Article, count_tokens: CountTokens, max_tokens: int) -> list[_Unit]:
    """The article's sentences in order, overlong ones in pieces, counted in one call."""
    text = article.text
    headings = {span.start for span in article.headings}
    spans = list(sentences(text, article.info.language or "en"))
    counts = count_tokens([text[span.start : span.end] for span in spans])
    units: list[_Unit] = []
    for span, tokens in zip(spans, counts, strict=True):
        if tokens <= max_tokens:
            units.append(_Unit(span, tokens, span.start in headings))
            continue
        # A token stands for one character at least, so a piece of max_tokens characters fits.
        pieces = list(_pieces(text, span, max_tokens))
        piece_counts = count_tokens([text[piece.start : piece.end] for piece in pieces])
        units += [
            _Unit(piece, min(count, max_tokens), is_heading=False)
            for piece, count in zip(pieces, piece_counts, strict=True)
        ]
    return units


def _strip(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends, None where nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None


def _pieces(text: str, span: Span, max_chars: int) -> Iterator[Span]:
    """An overlong sentence in pieces of at most max_chars characters, cut at white space if there is any."""
    start = span.start
    while start < span.end:
        end = min(start + max_chars, span.end)
        if end < span.end:
            gap = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
            end = gap if gap > start else end
        piece = _strip(text, start, end)
        if piece:
            yield piece
        start = end
