"""Used by `page`: the head of an article, line by line: its title, and who wrote it when for which paper.

Papers put it in many orders: section and paper above the title; below it a standfirst, then names, roles,
papers, days and reading times, on lines of their own or in one with bars between. A line counts where its
shape says what it is; one that could be anything (a bare name) counts only beside such a line, or where the
text below speaks for it. What nothing speaks for stays where it is, as text.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto

from index.cleaning.blocks import Block
from index.cleaning.head_lines import HeadLine, LineReader
from index.cleaning.head_names import is_capitalised
from index.cleaning.head_words import PARTICLES
from index.cleaning.particulars import fold, without_picture_source

_AMONG_FIRST = 12  # blocks; a head with a standfirst, two bylines, two days and buttons has ten
_MOST_STANDFIRSTS = 2
_STANDFIRST_WORDS = 60
_LONGEST_TITLE = 200  # characters
_MOST_TITLE_WORDS = 35
_MOST_SENTENCE_WORDS = 25  # of a title that ends like a sentence
_MOST_SUMMARY_WORDS = 12  # of one that only the text below speaks for, by this share of its long words
_SHARED_WITH_TEXT = 0.75
_LOOKED_BELOW = (
    3  # blocks: one of them is longer than a title; above shorter ones that has at most so many words
)
_MOST_TITLE_WORDS_ABOVE_SHORT = 20
_FEWEST_TITLE_WORDS = 4  # of a title below a name that nothing else stands beside
_PROSE = 60  # characters; a shorter block says little of how words are written in mid-sentence
_ENDS_LIKE_PROSE = re.compile(r"(?<! \.\.)[.:;,…][\"”’')]*$")
_OPEN_END = re.compile(r"[:;,][\"”’')]*$")
_SENTENCE_BREAK = re.compile(r"[.!?][\"”’')]* +[\"“‘'(]?[^\W_a-z]")
_NEED_TITLE = {"section", "outlet", "date line", "share", "address", ""}
_SHOWS_A_NAME = {"date line", "reading time", "outlet", "role"}


class _Above(Enum):
    """What stands right above a line."""

    TITLE = auto()
    LINE = auto()
    TEXT = auto()


@dataclass(slots=True)
class Head:
    """What was found: `kinds` of the blocks to be taken out, by their position, and what they say."""

    kinds: dict[int, str] = field(default_factory=dict)
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    outlet: str | None = None

    def take(self, at: int, line: HeadLine) -> None:
        """Take a line out for what it says; the first to say something counts."""
        self.kinds[at] = line.kind or "byline"
        self.title = self.title or line.title
        self.authors += tuple(name for name in line.authors if name not in self.authors)
        self.published = self.published or line.published
        self.outlet = self.outlet or line.outlet


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the blocks are looked at. `titled`: the title, which stands above or nowhere.
    `below_byline`: the first of them stands right below a line that named somebody. `outlet_below`: the paper
    whose name stood below a block, where that was taken out."""

    titled: bool
    below_byline: bool
    outlet_below: Callable[[int], str | None]


def read_head(blocks: Sequence[Block], today: date, known: Known) -> Head:
    """The head of an article: what stands above its text, and says what it is."""
    return _HeadReader(blocks, today, known).read()


class _HeadReader:
    def __init__(self, blocks: Sequence[Block], today: date, known: Known) -> None:
        self._blocks = blocks
        self._known = known
        self._prose = [block.text for block in blocks[1:] if len(block.text) >= _PROSE]
        self._reader = LineReader(today, self._prose)
        self._lines: dict[int, HeadLine | None] = {}

    def read(self) -> Head:
        if self._known.titled:
            return self._below(0, Head())
        above = Head()
        at = self._take_above_title(above)
        if above.title or at >= len(self._blocks):
            return self._below(at, above)
        lines = 1 + self._goes_on(at)
        head = self._below(at + lines, replace(above, kinds=dict(above.kinds)))
        title = self._title_at(at + lines - 1, head)
        if title is None:
            return self._below(at, above)
        head.title = " ".join(block.text for block in self._blocks[at : at + lines])
        head.kinds |= dict.fromkeys(range(at, at + lines), "title") if lines > 1 else {}
        return head

    def _goes_on(self, at: int) -> bool:
        """Whether a title goes on in the next line: that stands right below, begins small and ends open."""
        if at + 1 >= len(self._blocks):
            return False
        text, below = self._blocks[at].text, self._blocks[at + 1]
        open_ = not _ENDS_LIKE_PROSE.search(text) and not _ENDS_LIKE_PROSE.search(below.text)
        small = below.tight and below.text[0].islower() and self._line(at + 1) is None
        return open_ and small and len(text) + len(below.text) <= _LONGEST_TITLE

    def _line(self, at: int) -> HeadLine | None:
        if at not in self._lines:
            inside = at < min(len(self._blocks), _AMONG_FIRST)
            block = self._blocks[at] if inside else None
            self._lines[at] = self._reader.read(block.text) if block and not block.is_bullet else None
        return self._lines[at]

    def _take_above_title(self, head: Head) -> int:
        """Take the lines that stand above the title, and return where that is."""
        at = 0
        while line := self._line(at) or self._name_above_title(at, head):
            if self._blocks[at].marked:
                break
            below = self._blocks[at + 1].text if at + 1 < len(self._blocks) else ""
            if not head.authors:
                if line.kind == "role" or line.place:
                    break
                if line.kind in _NEED_TITLE and not line.sure and not _may_be_title(below):
                    break
            if line.kind == "date line" and self._begins_timeline(at, line):
                break
            head.take(at, line)
            at += 1
        return at

    def _name_above_title(self, at: int, head: Head) -> HeadLine | None:
        """Names that stand first, above a paper or a role; and below them a paper that nobody knows."""
        if at >= min(len(self._blocks), _AMONG_FIRST):
            return None
        text = self._blocks[at].text
        if head.authors or self._known.below_byline:
            return HeadLine("byline") if is_capitalised(text) and len(text.split()) <= 3 else None
        line, outlet = self._reader.read_names(text), self._known.outlet_below(at)
        below = self._line(at + 1)
        named = outlet or (line and line.outlet) or (below and below.kind in ("outlet", "role"))
        barred = "|" in text or " - " in text  # as a site's name behind a title
        if line is None or barred:
            return None
        if named:
            return replace(line, outlet=line.outlet or outlet)
        titled = at + 1 < len(self._blocks) and self._is_line_above_text(at + 1)
        return line if titled and all(map(self._stands_for_itself, line.authors)) else None

    def _is_line_above_text(self, at: int) -> bool:
        """Whether a block is a line of several words that ends as no sentence, above something longer."""
        text, below = self._blocks[at].text, self._blocks[at + 1 : at + 1 + _LOOKED_BELOW]
        several = _FEWEST_TITLE_WORDS <= len(text.split()) <= _MOST_TITLE_WORDS_ABOVE_SHORT
        plain = several and not is_capitalised(text) and not _ENDS_LIKE_PROSE.search(text)
        return plain and any(len(block.text) > max(len(text), _PROSE) for block in below)

    def _below(self, at: int, head: Head) -> Head:
        """Take the lines that stand below the title and below up to two paragraphs of standfirst."""
        above, standfirsts = _Above.TITLE, 0
        while at < min(len(self._blocks), _AMONG_FIRST):
            block = self._blocks[at]
            line = self._line(at)
            if line is None or not self._counts(at, line, above):
                line = self._name_at(at, above, head)
            if line:
                head.take(at, line)
                above = _Above.LINE
            elif standfirsts < _MOST_STANDFIRSTS and len(block.text.split()) <= _STANDFIRST_WORDS:
                standfirsts += 1
                above = _Above.TEXT
            else:
                break
            at += 1
        return head

    def _counts(self, at: int, line: HeadLine, above: _Above) -> bool:
        """Whether a line is one of the head where it stands."""
        if line.kind == "byline":
            return not line.foreign or above is not _Above.TEXT or self._shows(at + 1)
        if line.kind in ("reading time", "title"):
            return True
        beside = above is _Above.LINE or self._shows(at + 1)
        if line.kind == "date line":
            near = line.sure or above is _Above.TITLE or beside
            return near and not self._begins_timeline(at, line)
        if line.kind == "outlet":
            return above is not _Above.TEXT and (
                line.sure or beside or self._reader.is_unused(line.outlet or "")
            )
        if line.kind == "role":
            return above is _Above.LINE or (above is _Above.TITLE and (beside or line.outlet is not None))
        return beside

    def _shows(self, at: int) -> bool:
        """Whether a line shows that the one above it belongs to the head."""
        line = self._line(at)
        return line is not None and line.kind in _SHOWS_A_NAME

    def _begins_timeline(self, at: int, line: HeadLine) -> bool:
        """Whether a bare day is only the first of several over pieces of the text."""
        if line.labelled:
            return False
        texts = [block.text for block in self._blocks[at + 1 :]]
        prose = next((number for number, text in enumerate(texts) if len(text) > _PROSE), len(texts))
        return any(len(text) <= _PROSE and self._reader.is_day(text) for text in texts[prose:])

    def _name_at(self, at: int, above: _Above, head: Head) -> HeadLine | None:
        """A line with names and no word before them; or any short one between two lines of the head."""
        block = self._blocks[at]
        if block.is_bullet:
            return None
        outlet = self._known.outlet_below(at)
        line = self._reader.read_names(block.text)
        if line and line.authors:
            beside = self._shows(at + 1) or outlet is not None
            own = any(self._reader.has_in_prose(name) for name in line.authors)
            beside = beside or (above is _Above.LINE and not head.authors)
            if beside and not own:
                return replace(line, outlet=line.outlet or outlet)
            if above is _Above.TITLE or (above is _Above.TEXT and line.outlet):
                alone = all(self._stands_for_itself(name) for name in line.authors)
                return line if alone else None
        short = len(block.text.split()) <= 4 and is_capitalised(block.text)
        return HeadLine("byline") if short and above is _Above.LINE and self._shows(at + 1) else None

    def _stands_for_itself(self, name: str) -> bool:
        """Whether a line that nothing stands beside names who wrote the text: it has two words besides
        initials, and the text uses neither them nor the name."""
        words = [word for word in name.split() if len(word) > 2 and word not in PARTICLES]
        about = self._prose[:-1]  # the last may be about the writer
        return len(words) <= 2 and self._reader.is_unused(name) and not any(name in text for text in about)

    def _title_at(self, at: int, head: Head) -> str | None:
        """The block's text if it is a title: marked as a heading, repeated below, above a line of the head,
        or a line that does not end like a sentence above something longer."""
        block = self._blocks[at]
        text, words = block.text, len(block.text.split())
        below = [number for number in range(at + 1, len(self._blocks)) if number not in head.kinds]
        if not below or block.is_bullet or len(text) > _LONGEST_TITLE or words > _MOST_TITLE_WORDS:
            return None
        times = Counter(fold(without_picture_source(each.text)) for each in self._blocks)
        if block.marked or times[fold(text)] > 1:
            return text
        lengths = [len(self._blocks[number].text) for number in below[:_LOOKED_BELOW]]
        longer = lengths[0] > len(text)
        if words <= _MOST_TITLE_WORDS_ABOVE_SHORT and not self._reader.read_names(text):
            longer = longer or max(lengths) > max(len(text), _PROSE)
        if not _ENDS_LIKE_PROSE.search(text) and longer:
            return text
        if _OPEN_END.search(text) or _SENTENCE_BREAK.search(text) or words > _MOST_SENTENCE_WORDS:
            return None
        return text if at + 1 in head.kinds or self._is_said_below(text, below[0]) else None

    def _is_said_below(self, title: str, at: int) -> bool:
        """Whether the paragraph below says again what a short sentence says: it sums the text up."""
        said = self._blocks[at].text.casefold()
        words = re.findall(r"[^\W\d_]{5,}", title.casefold())
        shared = sum(word[:5] in said for word in words)
        short = len(title.split()) <= _MOST_SUMMARY_WORDS and len(said) > 1.5 * len(title)
        return short and len(words) >= 3 and shared >= _SHARED_WITH_TEXT * len(words)


def _may_be_title(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_TITLE and not _SENTENCE_BREAK.search(text)
