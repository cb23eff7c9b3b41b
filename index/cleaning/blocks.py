"""First step of cleaning: a text → its blocks, one for each paragraph, heading, bullet or caption."""

import re
from dataclasses import dataclass, replace

from index.cleaning.broken_words import BrokenWords
from index.cleaning.wrapping import HEADING_MARK, continued, is_underlined
from index.lines import is_bullet

# Only names that HTML knows are tags: "<3" and "<unknown>" are text.
_OUTER = "p|div|br|hr|li|ul|ol|h[1-6]|figure|figcaption|section|article|header|footer|aside|nav|main"
_OUTER += "|blockquote|table|tbody|thead|tr|td|th|iframe|script|style|form|button|video|audio|source"
_INNER = "a|b|i|u|s|em|strong|span|small|sup|sub|img|font|mark|cite|q|abbr|time|label|picture|svg|amp-[a-z]+"
_ATTRIBUTES = r"(?:\s[^<>]{0,2000})?/?>"
_OUTER_TAG = re.compile(rf"</?(?:{_OUTER}){_ATTRIBUTES}", re.IGNORECASE)
_INNER_TAG = re.compile(rf"</?(?:{_INNER}){_ATTRIBUTES}", re.IGNORECASE)
_MOST_NESTED_TAGS = 5  # taking one out can make another, as of "<d<b>iv>"; nobody writes that


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
    """The blocks of a text without tags: a line each, or a paragraph each where it is hard-wrapped."""
    lines = [squeeze(line) for line in text.splitlines()]
    broken = BrokenWords(lines)
    blocks: list[Block] = []
    before = ""
    for at, (line, goes_on) in enumerate(zip(lines, continued(lines), strict=True)):
        hyphen = broken.hyphen(before, line)
        if hyphen is not None:
            last = blocks.pop()
            blocks.append(replace(last, text=f"{last.text[:-1]}{hyphen}{line}"))
        elif goes_on:
            last = blocks.pop()
            blocks.append(replace(last, text=f"{last.text} {line}"))
        elif line:
            bare, level = line, 0
            while mark := HEADING_MARK.match(bare):
                bare, level = bare[mark.end() :], level or len(mark.group().rstrip())
            if is_underlined(lines, at):
                level = level or 1
            blocks.append(Block(bare, bool(before), level))
        before = line
    return [
        replace(block, text=block.text.replace("\u00ad", "")) if "\u00ad" in block.text else block
        for block in blocks
    ]


def squeeze(text: str) -> str:
    """Every run of white space, no-break spaces too, as one space; none at the ends."""
    return " ".join(text.split())


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
