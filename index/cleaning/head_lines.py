"""Used by `head`: what a line at the head of an article says of it, by its shape, and by the use of its words
in the text below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from index.cleaning.head_dates import read_date_line
from index.cleaning.head_names import as_name, as_outlet, is_capitalised, is_outlet, is_person, is_section
from index.cleaning.head_words import AND, BY, LABELS, NO_NAMES, PARTICLES, READING_TIME, ROLE, SHARES

_LONGEST_LINE = 200
_PROSE = 100  # characters; a line as long that ends with a full stop is a sentence
_BODY_CHARACTERS = 20_000  # of the text below that are looked at for words and names
_MOST_ROLE_WORDS = 8  # on a line
_MOST_WORDS_OF_ROLE = 3  # written small
_BAR = re.compile(r" ?[|·•∙◦] ?| [–—/-] ")
_LABEL = re.compile(r"(?P<label>[^\W\d_]{1,20}(?: [^\W\d_]{1,20})?)(?:\(s\))? ?: ?(?P<value>\S.*)")
_ADDRESS = re.compile(r"https?://\S+")
_CONTACT = re.compile(
    r"(?:e-?mail:? )?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|@\w{1,40}", re.IGNORECASE
)
_CREDENTIAL = re.compile(r", (?:Ph\.?D|M\.?D|M\.?A|MBE|OBE|MP)\.?(?=,|$)")
_IN_BRACKETS = re.compile(r" \(([^()]{2,60})\)")
_WIRES = {"agencies", "agency", "wires", "agenturen", "agences", "agencias", "agenzie", "staff"}
_FOR = {"for", "of", "at", "from", "für", "von", "pour", "para", "per", "voor", "för", "dla"}
_IN = {"in", "aus", "à", "en", "em", "i", "a"}
_DASHES = "–—- "  # before a name, as below a letter
_BEFORE_PLACES = ("in", "In", "from", "From", "near", "at", "to")
_COMMA = re.compile(r", | ?[|/] | [-–—] ")
_ENGLISH_LABELS = {
    "by",
    "author",
    "authors",
    "title",
    "headline",
    "source",
    "publisher",
    "story",
    "words",
    "reporter",
}


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line says: `kind`, and whatever of the article it gives.

    `sure`: it says what it is; else it could be something else where it stands. `labelled`: it does so by a
    word before the value. `foreign`: that is not English. `place`: a place stands before its day.
    """

    kind: str
    authors: tuple[str, ...] = ()
    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    sure: bool = False
    labelled: bool = False
    foreign: bool = False
    place: str | None = None

    def with_part(self, part: "HeadLine") -> "HeadLine":
        """Both, where two say something on one line; the first to say it counts."""
        return replace(
            self,
            kind=self.kind or part.kind,
            authors=tuple(dict.fromkeys(self.authors + part.authors)),
            published=self.published or part.published,
            outlet=self.outlet or part.outlet,
        )


class LineReader:
    """Reads lines; `prose` is the text below, by which a name is told from other words with capitals."""

    def __init__(self, today: date, prose: Sequence[str]) -> None:
        self._today = today
        self._prose = prose
        self._day_first = False  # 4.5.2025 is in May: once a line is in a language of Europe's mainland

    @cached_property
    def _body(self) -> str:
        return "\n".join(self._prose)[:_BODY_CHARACTERS]

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that the text below has in small letters."""
        return frozenset(word for word in re.findall(r"[^\W\d_]+", self._body) if word.islower())

    def read(self, text: str) -> HeadLine | None:
        """What the line says; None where it may say anything."""
        text = text.lstrip(_DASHES)
        if not text or len(text) > _LONGEST_LINE or (len(text) > _PROSE and text.endswith(".")):
            return None
        if line := self._labelled(text) or self._part(text):
            self._day_first |= line.foreign
            return line
        parts = [part for part in _BAR.split(text) if part]
        lines = [self._part(part) for part in parts]
        if len(parts) < 2 or not any(lines):
            return None
        # "Mira Stone | Sallow Courier" could be a title with its paper behind it.
        named = any(line and line.kind not in ("share", "outlet") for line in lines)
        named |= lines[0] is not None and lines[0].kind == "outlet"
        whole = HeadLine("", sure=True)
        for part, line in zip(parts, lines, strict=True):
            if line is None and named and (one := self.read_names(part)):
                line = one if all(map(self.is_unused, one.authors)) else None
            if line is None and not named:
                return None
            if line is None and not is_capitalised(part):
                return None
            whole = whole.with_part(line) if line else whole
        return whole

    def read_names(self, text: str) -> HeadLine | None:
        """A line that begins with a name, without any word that says so."""
        text = text.lstrip(_DASHES)
        if len(text) > _LONGEST_LINE or (text.endswith((".", "!", "?", ":")) and not text.endswith("r.")):
            return None
        line = self._names(text)
        return line if line and line.authors and text.startswith(tuple(re.split(r"[, ]", text)[:1])) else None

    def is_day(self, text: str) -> bool:
        """Whether the line is a day and no more."""
        return read_date_line(text, self._today) is not None

    def is_unused(self, name: str) -> bool:
        """Whether the text below uses none of the words in small letters, nor the name as that of a place."""
        words = {word.lower() for word in name.split() if len(word) > 2 and word not in PARTICLES}
        return not (words & self._small or words & NO_NAMES or self.has_in_prose(name))

    def has_in_prose(self, name: str) -> bool:
        """Whether the text below speaks of it as of a place."""
        return any(f"{before} {name}" in self._body for before in _BEFORE_PLACES)

    def _labelled(self, text: str) -> HeadLine | None:
        found = _LABEL.fullmatch(text)
        kind = LABELS.get(found["label"].lower()) if found else None
        if not found or kind is None:
            return None
        value, foreign = found["value"], found["label"].lower() not in _ENGLISH_LABELS
        line: HeadLine | None = HeadLine("other")
        if kind == "title":
            line = HeadLine("title", title=value)
        elif kind == "authors":
            line = self._names(value, several=True)
        elif kind == "outlet":
            line = HeadLine("outlet", outlet=value) if is_capitalised(value) or is_outlet(value) else None
        if _ADDRESS.fullmatch(value):
            line = HeadLine("address")
        return replace(line, sure=True, labelled=True, foreign=foreign) if line else None

    def _part(self, text: str) -> HeadLine | None:
        """A line, or one of the parts that bars divide it into."""
        if READING_TIME.fullmatch(text):
            return HeadLine("reading time", sure=True)
        if day := read_date_line(text, self._today, day_first=self._day_first):
            sure = day.labelled or day.timed
            line = HeadLine("date line", (), day.published, sure=sure, labelled=day.labelled, place=day.place)
            return self._with_place(line)
        if byline := self._byline(text):
            return byline
        if SHARES.fullmatch(text) or _CONTACT.fullmatch(text):
            return HeadLine("share")
        if is_section(text):
            return HeadLine("section")
        name, _, place = text.partition(", ")
        if is_outlet(name) and (not place or is_capitalised(place)):
            return HeadLine("outlet", outlet=as_outlet(name))
        return HeadLine("address") if _ADDRESS.fullmatch(text) else self._role(text)

    def _with_place(self, line: HeadLine) -> HeadLine:
        """A day with what stands before it, where that is no place but a paper or who wrote the article."""
        if line.place and is_outlet(line.place):
            return replace(line, outlet=as_outlet(line.place), place=None)
        if line.place and is_person(line.place) and self.is_unused(line.place):
            return replace(line, authors=(as_name(line.place),), place=None)
        return line

    def _byline(self, text: str) -> HeadLine | None:
        found = BY.match(text)
        if not found or text[found.end() : found.end() + 1] not in (" ", ":"):
            return None
        foreign = not found[0].lower().endswith(("by", "our", "own"))
        line = self._names(text[found.end() :].lstrip(" :"))
        if line is None or (foreign and not (text[0].isupper() and line.authors)):
            return None
        return replace(line, sure=True, foreign=foreign)

    def _role(self, text: str) -> HeadLine | None:
        """What somebody is, and where: "Transport correspondent, BBC News"."""
        if (
            len(text.split()) > _MOST_ROLE_WORDS
            or not ROLE.search(text)
            or text.endswith((".", "!", "?", ":"))
        ):
            return None
        parts = text.split(", ")
        if is_person(parts[0]) or not all(
            is_outlet(part) or is_role(part) or is_capitalised(part) for part in parts
        ):
            return None
        if not any(map(is_role, parts)):
            return None
        return HeadLine("role", outlet=next((part for part in parts if is_outlet(part)), None))

    def _names(self, text: str, *, several: bool = False) -> HeadLine | None:
        """The names that a line begins with, and the paper and the day behind them.

        several: what a comma parts are names; else only where nothing speaks against it.
        """
        line = HeadLine("byline", outlet=next(filter(is_outlet, _IN_BRACKETS.findall(text)), None))
        text = _CREDENTIAL.sub("", _IN_BRACKETS.sub("", text).rstrip(" ,"))
        several |= AND.search(text) is not None
        for part in _COMMA.split(text):
            for at, one in enumerate(AND.split(part.strip())):
                read = self._name(one.strip(), first=not line.authors, sure=several or at > 0)
                if read is None:
                    return None
                line = line.with_part(read)
        return line if line.authors or line.outlet or ROLE.search(text) else None

    def _name(self, text: str, *, first: bool, sure: bool) -> HeadLine | None:
        name, outlet = self._without_tail(re.sub(r"^(?:and|und|et|y|e) ", "", text))
        if name is None:
            return None
        if not (first and is_outlet(name)) and is_person(name) and (first or sure or self.is_unused(name)):
            return HeadLine("byline", authors=(as_name(name),), outlet=outlet)
        if is_outlet(name):
            return HeadLine("byline", outlet=as_outlet(name))
        if day := read_date_line(name, self._today, day_first=self._day_first):
            return HeadLine("byline", published=day.published)
        known = (
            name in _WIRES
            or ROLE.search(name)
            or READING_TIME.fullmatch(name)
            or (not first and is_capitalised(name))
        )
        return HeadLine("byline") if known else None

    def _without_tail(self, text: str) -> tuple[str | None, str | None]:
        """A name, and the paper behind it after "for"; of "Mira Stone in Sallow" the name alone."""
        words = text.split()
        for at, word in enumerate(words):
            if at >= 2 and word in _FOR | _IN and is_person(" ".join(words[:at])):
                tail = " ".join(words[at + 1 :]).removeprefix("the ")
                if word in _FOR and is_outlet(tail):
                    return " ".join(words[:at]), tail
                if is_capitalised(tail) and not is_person(text):
                    return " ".join(words[:at]), None
        return text, None


def is_byline(text: str) -> bool:
    """Whether a line says by whom an article is, as a word before the names shows: "By Ida Brandt (AP)"."""
    line = LineReader(date.max, ()).read(text) if BY.match(text) else None
    return line is not None and line.kind == "byline" and line.sure


def is_writer(text: str) -> bool:
    """Whether a line is the names of people, or what somebody is at a paper, and no more."""
    return is_role(text) or all(is_person(one) for one in AND.split(text.replace(", ", " and ")))


def is_role(text: str) -> bool:
    """Whether a role ends it, or a role in or for something: "Chief reporter in Sallow"."""
    found = list(ROLE.finditer(text))
    behind = text[found[-1].end() :] if found else "-"
    ends = not behind or re.match(r" (?:in|at|for|of|para|de|für|pour|w|v|в|у) ", behind) is not None
    return ends and (len(text.split()) <= _MOST_WORDS_OF_ROLE or is_capitalised(text))
