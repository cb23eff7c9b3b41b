"""Used by the readers of markup: what stands in a line of a page → its words, as the eye reads them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from index.reading.small_figures import LOWERED, RAISED

_BREAK = "\n"  # in a run of words: where the source breaks the line; its own line ends are spaces

# What a browser does not show as words of the text, or draws from something else than words.
NOT_WORDS = frozenset(
    {"head", "script", "style", "nav", "svg", "template", "audio", "video", "rt", "rp", "rtc", "noscript"}
    | {"iframe", "object", "canvas", "map", "button", "select", "textarea", "datalist", "progress", "meter"}
)
_IN_DIGITS = re.compile(r"[0-9+\-−–=()]+")
_IN_VARIABLES = re.compile(r"[0-9+\-−–=()ni]+|[xy]")
_SIGNS = {"tm": "™", "sm": "℠"}
# What is raised or lowered belongs to a figure, a bracket, a unit, an element or a variable: 10, km, CO, x.
_BASE = re.compile(
    r"(?:[\d)\]₀-₉⁰-⁹²³¹]"
    r"|(?<![^\W_])(?:[^\W\d_]|[A-Z][a-z]|[A-Z]{2,3})"
    r"|(?<![^\W\d_])(?:[kcdmnµμ]?m|[kmµμ]?[gslJWN]|ft|in|yd|mi|sec|min|Pa|rad)"
    r"|(?i:(?<![^\W\d_])(?:kilo|centi|milli)?(?:met(?:er|re)n?s?|mètres?|metros?|metri)"
    r"|(?<![^\W\d_])(?:feet|foot|miles?|inch(?:es)?|yards?|seconds?|Sekunden?)))$"
)
_MARK = re.compile(
    r"[*†‡§¶#]+|\W{0,2}\d{1,3}(?: ?[,–-] ?\d{1,3}){0,9}\W{0,2}|\[[^\[\]]{1,60}\]|\(?[a-z]\)?", re.IGNORECASE
)
_LONGEST_TEX = 300
_LONGEST_MARK = 6  # characters, of what leads to a note: "[12]", "note 3" is none any more
_LONGEST_BASE = 24
_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "pre", "br",
    "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "figure", "figcaption",
})  # fmt: skip
# Elements that stylesheets set apart, and that have no white space between them in the source.
_SET_APART = frozenset({"div", "a", "section", "header", "label", "summary", "figcaption"})
_SET_APART_WHERE_IT_CHANGES = frozenset({"li", "td", "th", "dd", "dt", "h2", "h3", "h4", "h5", "h6"})
_STAYS_JOINED = frozenset({"sup", "sub", "br", "wbr", "img", "input", "q"})


class Words:
    """The words of a run of text and inline elements, gathered one by one.

    `linked`: how many of the characters stand in links.
    """

    def __init__(self, parent: Any = None) -> None:
        """`parent`: in which the run stands."""
        self._parts: list[str] = []
        self._apart = parent is not None and _sets_apart(parent)
        self.linked = 0

    def add_text(self, text: str | None) -> None:
        """Add what stands between two elements; a line that ends in the source is a space."""
        if text:
            self._parts.append(text.replace(_BREAK, " "))

    def add(self, element: Any) -> None:
        """Add all words of an inline element; not its tail."""
        tag = element.tag
        if not isinstance(tag, str) or tag in NOT_WORDS:
            return
        if self._apart and _stands_apart(element):
            self._parts.append(" ")
        if tag in ("sup", "sub"):
            self._parts.append(_set_off(element, "".join(self._parts[-4:])[-_LONGEST_BASE:]))
        elif tag == "br":
            self._parts.append(_BREAK)
        elif tag == "math":
            self._parts.append(_formula(element))
        elif tag == "q":
            self._parts.append("“")
            self.add_all(element)
            self._parts.append("”")
        else:
            before = len(self._parts)
            self.add_all(element)
            if tag == "a":
                self.linked += sum(len(part) for part in self._parts[before:])

    def add_all(self, element: Any) -> None:
        """Add the words of whatever stands in an element, with a space where a block of it begins or ends."""
        outside, self._apart = self._apart, _sets_apart(element)
        self.add_text(element.text)
        for child in element:
            between = " " if child.tag in _BLOCKS else ""
            self.add_text(between)
            self.add(child)
            self.add_text(between)
            self.add_text(child.tail)
        self._apart = outside

    def take(self) -> list[str]:
        """The words that were gathered, in pieces between which the source breaks the line; the run begins
        anew."""
        pieces = "".join(self._parts).split(_BREAK)
        self._parts.clear()
        return pieces

    @staticmethod
    def of_code(element: Any) -> list[str]:
        """The lines of what is preformatted."""
        return "".join(_preformatted(element)).splitlines()


def words(element: Any) -> str:
    """All words of an element on one line, with a space between blocks and at breaks."""
    run = Words()
    run.add_all(element)
    return " ".join(" ".join(run.take()).split())


def _preformatted(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield _BREAK
        elif isinstance(child.tag, str) and child.tag not in NOT_WORDS:
            between = _BREAK if child.tag in _BLOCKS or child.tag == "code" else ""
            yield between
            yield from _preformatted(child)
            yield between
        yield child.tail or ""


def _sets_apart(parent: Any) -> bool:
    """Whether all words of an element stand in elements below it, which a stylesheet may set apart."""
    if parent.tag not in _SET_APART and parent.tag not in _SET_APART_WHERE_IT_CHANGES:
        return False
    return _is_blank(parent.text) and all(_is_blank(child.tail) for child in parent)


def _stands_apart(element: Any) -> bool:
    """Whether a space is seen between an inline element and the one before it, where the source has none:
    `<div><span>Adults</span><span>14 crowns</span></div>` is no "Adults14". For what `_sets_apart`."""
    parent, before = element.getparent(), element.getprevious()
    if before is None or before.tail or not isinstance(before.tag, str):
        return False
    if element.tag in _STAYS_JOINED or before.tag in _STAYS_JOINED:
        return False
    left, right = _last_word(before), _first_word(element)
    if len(left) < 2 or not right or not right[0].isalnum() or not left[-1].isalnum():
        return False
    if parent.tag in _SET_APART:
        return True
    return (left[-1].islower() and not right[0].islower()) or (left[-1].isdigit() and right[0].isupper())


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def _set_off(element: Any, before: str) -> str:
    """What is raised or lowered: figures as such characters (10⁶, H₂O), the mark of a footnote as nothing."""
    said = " ".join(_plain(element).split())
    raised = element.tag == "sup"
    if not said:
        return ""
    if not raised:
        return said.translate(LOWERED) if _IN_DIGITS.fullmatch(said) else said
    if said.lower() in _SIGNS:
        return _SIGNS[said.lower()]
    base = _BASE.search(before)
    if _is_mark(element, said, before, belongs=base is not None):
        return ""
    if _IN_DIGITS.fullmatch(said) or (base and _IN_VARIABLES.fullmatch(said) and before[-1:].isalnum()):
        return said.translate(RAISED)
    # "10<sup>0.5</sup>" must not read as 100.5; an ordinal's letters ("4th", "1re") just follow.
    if base and before[-1:].isdigit() and re.search(r"\d", said) and said[0] not in ".,":
        return f"^({said})"
    return said


def _is_mark(element: Any, said: str, before: str, *, belongs: bool) -> bool:
    """Whether what is raised points to a footnote."""
    if re.fullmatch(r"\[.{1,60}\]", said):
        return True
    if len(said) <= _LONGEST_MARK and any("#" in (link.get("href") or "#") for link in _links(element)):
        return True
    if not _MARK.fullmatch(said):
        return False
    if re.fullmatch(r"[*†‡§¶#]+", said):
        return True
    if any(
        (link.get("href") or "#").startswith("#") or "#" in link.get("href") for link in element.iter("a")
    ):
        return True
    stuck = bool(before) and not before[-1].isspace()
    return stuck and not belongs and any(character.isdigit() for character in said)


def _links(element: Any) -> Iterator[Any]:
    """The links that an element is, or holds, or stands in."""
    yield from element.iter("a")
    if element.getparent() is not None and element.getparent().tag == "a":
        yield element.getparent()


def _plain(element: Any) -> str:
    """The text of an element without what is no text in it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_WORDS:
            parts.append(_plain(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _formula(element: Any) -> str:
    """A formula as its TeX where the page carries it, else as its characters."""
    notes: Iterable[Any] = element.iter("annotation")
    tex = next(
        (n.text for n in notes if "tex" in (n.get("encoding") or "") and n.text), element.get("alttext")
    )
    if tex is None:
        return _plain(element)
    bare = " ".join(tex[: 2 * _LONGEST_TEX].split())
    while bare.startswith("{") and bare.endswith("}"):
        bare = bare[1:-1].removeprefix("\\displaystyle").removeprefix("\\textstyle").strip()
    return bare if len(bare) <= _LONGEST_TEX else ""


def _last_word(element: Any) -> str:
    return (_plain(element).split() or [""])[-1]


def _first_word(element: Any) -> str:
    return (_plain(element).split() or [""])[0]
