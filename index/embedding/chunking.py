"""After cleaning: an article's text cut into chunks on sentence boundaries, each with its offsets.

Captions have chunks of their own. `article.quotable[chunk.start:chunk.end]` is the chunk, for any text.
`sentence_ends` finds the sentences; one longer than a chunk (a table, a list without full stops) is cut at
white space, or, where there is none, anywhere.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.article import Article, Heading, Span, heading_over
from index.embedding.sentence_ends import sentences
from index.lines import is_line

# 200 tokens of text leave room for title and heading in the model's 256. Larger chunks would be cut off by
# the model; at half the size twice as many vectors say little more.
MAX_TOKENS = 200
# A heading starts a new chunk only when the chunk before it is at least this full; otherwise short
# sections would become chunks of one sentence, which match everything a little and answer nothing.
HEADING_BREAK_TOKENS = 60

# Raise it when an article would be cut into other chunks than before: every index is then cut anew.
RECIPE = 2

CountTokens = Callable[[Sequence[str]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of an article that is embedded and found as one.

    `sentences` cover it, in order, without overlap; all offsets are into what of the article is quotable.
    `heading` is the path of the heading that its first sentence is, or stands under. `tokens` is the sum
    over its sentences, as the embedding model counts.
    """

    start: int
    end: int
    heading: str | None
    tokens: int
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, a heading, or a piece of an overlong one, with what decides where chunks break.

    `leads`: it says what the next unit is about, and so must not be the last of a chunk. `line`: it is a
    line of a list or a table.
    """

    span: Span
    tokens: int
    is_heading: bool
    leads: bool
    line: bool


def chunk(article: Article, count_tokens: CountTokens, max_tokens: int = MAX_TOKENS) -> list[Chunk]:
    """Cut an article into chunks of at most `max_tokens` tokens each.

    A heading, or the line above a list, stands with what it leads to; a list or a table is in one chunk if
    it fits into one. count_tokens gives the number of tokens of each text, as the embedding model counts
    them. Returns an empty list for an empty text.
    """
    return [
        *_cut(_units(article, count_tokens, max_tokens), article.headings, max_tokens),
        *_cut(_caption_units(article, count_tokens, max_tokens), (), max_tokens),
    ]


def _cut(units: Sequence[_Unit], headings: Sequence[Heading], max_tokens: int) -> Iterator[Chunk]:
    pending: list[_Unit] = []
    filled = 0
    for at, unit in enumerate(units):
        leads = bool(pending) and pending[-1].leads  # what it leads to was seen to fit, or cannot be helped
        new_section = unit.is_heading and filled >= HEADING_BREAK_TOKENS and not leads
        needed = unit.tokens if leads or not unit.leads else _led_tokens(units, at, max_tokens)
        if pending and (filled + needed > max_tokens or new_section):
            yield _close(pending, headings)
            pending, filled = [], 0
        pending.append(unit)
        filled += unit.tokens
    if pending:
        yield _close(pending, headings)


def _led_tokens(units: Sequence[_Unit], at: int, max_tokens: int) -> int:
    """How many tokens should stay in one chunk with a unit that leads: those up to the first that does not,
    and all of the list that this begins if a chunk has room for it."""
    end = at
    while end < len(units) - 1 and units[end].leads:
        end += 1
    least = total = sum(unit.tokens for unit in units[at : end + 1])
    while total <= max_tokens and end < len(units) and units[end].line:
        end += 1
        if end == len(units) or not units[end].line or units[end].leads:
            return total
        total += units[end].tokens
    return least


def _close(units: Sequence[_Unit], headings: Sequence[Heading]) -> Chunk:
    spans = tuple(unit.span for unit in units)
    own = next((one.path for one in headings if units[0].is_heading and one.start == spans[0].start), None)
    heading = own or heading_over(headings, spans[0].start)
    return Chunk(spans[0].start, spans[-1].end, heading, sum(unit.tokens for unit in units), spans)


def _units(article: Article, count_tokens: CountTokens, max_tokens: int) -> list[_Unit]:
    """The article's sentences in order, overlong ones in pieces, counted in one call."""
    text, language = article.text, article.info.language or "en"
    leading = {heading.start: heading.until is None for heading in article.headings}
    found: list[tuple[Span, bool, bool, bool]] = []
    spans = deque(sentences(text, language))
    for paragraph in _paragraphs(text):
        own = []
        while spans and spans[0].start < paragraph.end:
            own.append(spans.popleft())
        if paragraph.start in leading:  # one sentence, though it may be numbered
            found.append((paragraph, leading[paragraph.start], True, False))
            continue
        line = is_line(text[paragraph.start : paragraph.end])
        found += [(span, False, text[span.end - 1] == ":", line) for span in own]
    return _counted(text, found, count_tokens, max_tokens)


def _caption_units(article: Article, count_tokens: CountTokens, max_tokens: int) -> list[_Unit]:
    """The sentences of the captions in the same way."""
    language = article.info.language or "en"
    spans = [
        Span(caption.start + sentence.start, caption.start + sentence.end)
        for caption, words in zip(article.caption_spans, article.captions, strict=True)
        for sentence in sentences(words, language)
    ]
    found = [(span, False, False, False) for span in spans]
    return _counted(article.quotable, found, count_tokens, max_tokens)


def _counted(
    text: str, found: Sequence[tuple[Span, bool, bool, bool]], count_tokens: CountTokens, max_tokens: int
) -> list[_Unit]:
    """Units of what was found: (span, is heading, leads, is line)."""
    if not found:
        return []
    counts = count_tokens([text[span.start : span.end] for span, *_ in found])
    units: list[_Unit] = []
    for (span, *kind), tokens in zip(found, counts, strict=True):
        if tokens <= max_tokens:
            units.append(_Unit(span, tokens, *kind))
            continue
        # A token stands for one character at least, so a piece of max_tokens characters fits.
        pieces = list(_pieces(text, span, max_tokens))
        piece_counts = count_tokens([text[piece.start : piece.end] for piece in pieces])
        units += [
            _Unit(piece, min(count, max_tokens), is_heading=False, leads=False, line=kind[-1])
            for piece, count in zip(pieces, piece_counts, strict=True)
        ]
    return units


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches between empty lines: a sentence never runs on beyond one."""
    start = 0
    for part in text.split("\n\n"):
        if span := _strip(text, start, start + len(part)):
            yield span
        start += len(part) + 2


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
