"""First step of cleaning: a text → its blocks, one for each paragraph, heading, bullet or caption."""

import itertools
import re
from dataclasses import dataclass

from index.lines import BULLET, is_bullet

# Only names that HTML knows are tags: "<3" and "<unknown>" are text.
_OUTER = "p|div|br|hr|li|ul|ol|h[1-6]|figure|figcaption|section|article|header|footer|aside|nav|main"
_OUTER += "|blockquote|table|tbody|thead|tr|td|th|iframe|script|style|form|button|video|audio|source"
_INNER = "a|b|i|u|s|em|strong|span|small|sup|sub|img|font|mark|cite|q|abbr|time|label|picture|svg|amp-[a-z]+"
_ATTRIBUTES = r"(?:\s[^<>]{0,2000})?/?>"
_OUTER_TAG = re.compile(rf"</?(?:{_OUTER}){_ATTRIBUTES}", re.IGNORECASE)
_INNER_TAG = re.compile(rf"</?(?:{_INNER}){_ATTRIBUTES}", re.IGNORECASE)
_MOST_NESTED_TAGS = 5  # taking one out can make another, as of "<d<b>iv>"; nobody writes that

_HEADING_MARK = re.compile(r"#{1,6}\s+")

# Typewriters, terminals and mail wrap at 80 at the latest, some at 100.
_WIDEST_WRAP = 110
_FEWEST_WRAPS = 3
_SHARE_OF_WRAPS = 0.8


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source, its white space squeezed.

    `tight`: it stands on the line below the block before, without an empty line between.
    `level`: of a heading that the source marks (`## ` is 2, taken off here), 0 for all else.
    """

    text: str
    tight: bool = False
    level: int = 0

    @property
    def marked(self) -> bool:
        """Whether the source marks it as a heading."""
        return self.level > 0

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return is_bullet(self.text)


def visible(text: str) -> str:
    """The text as a reader of the page sees it: no tags, an outer one ends the line."""
    if "<" not in text:
        return text
    for _ in range(_MOST_NESTED_TAGS):
        without = _INNER_TAG.sub("", _OUTER_TAG.sub("\n", text))
        if without == text:
            break
        text = without
    return text


def split_blocks(text: str) -> list[Block]:
    """The blocks of a text: a line each, or a paragraph each where the text is hard-wrapped."""
    lines = [squeeze(line) for line in visible(text).splitlines()]
    width = _wrap_width(lines)
    blocks: list[Block] = []
    before = ""
    for line in lines:
        if line and before and width and _is_wrap(before, line, width):
            last = blocks.pop()
            blocks.append(Block(f"{last.text} {line}", last.tight, last.level))
        elif line:
            bare, level = line, 0
            while mark := _HEADING_MARK.match(bare):
                bare, level = bare[mark.end() :], level or len(mark.group().rstrip())
            blocks.append(Block(bare, bool(before), level))
        before = line
    return blocks


def squeeze(text: str) -> str:
    """Every run of white space, no-break spaces too, as one space; none at the ends."""
    return " ".join(text.split())


def _wrap_width(lines: list[str]) -> int:
    """The column at which the text is hard-wrapped; 0 where it is not.

    It is where the lines break because the next word would not have fitted.
    """
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if one and two]
    pairs = [(one, two) for one, two in pairs if not _starts_a_block(two)]
    width = max((len(one) for one, _ in pairs), default=0)
    if len(pairs) < _FEWEST_WRAPS or width > _WIDEST_WRAP:
        return 0
    wraps = sum(_is_wrap(one, two, width) for one, two in pairs)
    return width if wraps >= _SHARE_OF_WRAPS * len(pairs) else 0


def _is_wrap(line: str, below: str, width: int) -> bool:
    if _starts_a_block(below) or _HEADING_MARK.match(line):
        return False
    return len(line) + 1 + len(below.split(" ", 1)[0]) > width


def _starts_a_block(line: str) -> bool:
    return bool(BULLET.match(line) or _HEADING_MARK.match(line))


# An agency before its report, as in "(Bloomberg) -- The ferry …"; an advertisement's label that was
# run together with the line beside it, as in "… the mayor saysADVERTISEMENT"; below one of these, the
# mark of a heading.
_AT_START = re.compile(r"\([A-Z][\w.& ]{1,30}\) ?(?:--|—|–) ?|ADVERTISEMENT(?=\W|[A-Z][a-z]) ?|#{1,6} ")
_END = "ADVERTISEMENT"
_AT_END = re.compile(rf"(?<=[a-z.!?”\"’)]) ?{_END}$")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A block without the marks at its ends, and those marks."""

    text: str
    at_start: str = ""
    at_end: str = ""


def trim(text: str) -> Trimmed:
    """Take the marks off a block's ends."""
    start = 0
    while mark := _AT_START.match(text, start):
        start = mark.end()
    bare = text[start:]
    while bare.endswith(_END) and (mark := _AT_END.search(bare, max(0, len(bare) - len(_END) - 2))):
        bare = bare[: mark.start()]
    return Trimmed(bare.strip(), text[:start], text[start + len(bare) :])
