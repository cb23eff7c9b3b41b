"""Used by the HTML reader: questions of a page that stand in buttons become the headings of their answers."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from index.reading.shown_markup import is_control, tokens

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADING = "h3"
_LONGEST_QUESTION = 250
_SHORTEST_ANSWER = 8  # characters: "At noon." is one
_MOST_LINKED = 0.5  # of an answer; of a menu that opens all is
_BETWEEN = frozenset({"input", "br", "hr", "svg"})
_FARTHEST = 3  # elements around the button, above the answer
_FRAME = frozenset({"nav", "form", "footer", "dialog", "menu", "pre", "code", "td", "th", "select", "figure"})
_FRAME_ROLES = frozenset(
    {"navigation", "menu", "menubar", "dialog", "search", "toolbar", "banner", "contentinfo"}
)
_FOLDS = re.compile(r"accordion|faq|question|collaps|toggle|expand|disclosure|spoiler", re.IGNORECASE)
# What opens something else than an answer.
_ACTION = re.compile(
    r"(?:share|menu|search|subscribe|log ?in|sign (?:in|up)|follow|listen|print|save|close|copy|play|pause"
    r"|next|previous|back|more"
    r"|(?:read|show|see|load|view) (?:more|less|all).*|comments?(?: \(\d+\))?|\d{1,9} comments?|reply"
    r"|accept.*|reject.*|cookie.*|skip.*|toggle .*|open .{0,40}menu|tweet|email|download|print.*|contents?)",
    re.IGNORECASE,
)
_ICONS = "+-−–—▸▾▼▲►▶◄✕×⌄⌃›» \t\n"


def mark_questions(tree: Any) -> None:
    """Turn what opens an answer into a heading above it, in place: buttons, labels, tabs and the like."""
    page = _Page(tree)
    for element in list(tree.iter(etree.Element)):
        if element.tag in _HEADINGS or element.tag == "summary":
            _take_out_of_buttons(element)
        elif (
            (element.get("role") or "") == "heading"
            or _is_question_by_schema(element)
            or _is_question_by_class(element)
        ):
            _make_heading(element)
        elif is_control(element) and (answer := _answer(element, page)) is not None:
            _make_heading(element)
            if page.below(element) is not answer:  # a row of tabs stands above all that they open
                answer.addprevious(_moved(element))


def _take_out_of_buttons(heading: Any) -> None:
    """A heading's words stand in a button: they are the heading's own."""
    for inner in list(heading.iterdescendants("button", "label")):
        said = _words(inner)
        if _ACTION.fullmatch(said):
            inner.drop_tree()
        else:
            inner.tag = "span"


def _is_question_by_schema(element: Any) -> bool:
    """`itemprop=name` within a https://schema.org/Question."""
    if element.get("itemprop") != "name" or element.tag in ("meta", "a", "span"):
        return False
    owner = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
    if owner is None or not (owner.get("itemtype") or "").endswith("/Question"):
        return False
    return next(element.iterdescendants(*_HEADINGS), None) is None


def _is_question_by_class(element: Any) -> bool:
    """`class=faq-question` right above `class=faq-answer`."""
    below = element.getnext()
    if (
        below is None
        or not isinstance(below.tag, str)
        or "question" not in (element.get("class") or "").lower()
    ):
        return False
    if (
        "answer" not in (below.get("class") or "").lower()
        or next(element.iterdescendants(*_HEADINGS), None) is not None
    ):
        return False
    return 2 <= len(_words(element)) <= _LONGEST_QUESTION


def _make_heading(element: Any) -> None:
    if any(above.tag in _HEADINGS or above.tag == "summary" for above in element.iterancestors()):
        return
    for inner in list(element.iterdescendants("button", "label")):
        inner.tag = "span"
    element.tag = _HEADING
    for inner in list(element.iterdescendants("i", "b", "em", "span", "svg")):
        if inner.getparent() is not None and not re.search(r"\w", inner.text_content() or ""):
            inner.drop_tree()
    if len(element) == 0 and element.text:
        element.text = element.text.strip(_ICONS)


def _moved(heading: Any) -> Any:
    """The heading without what stands behind it, taken from where it was."""
    tail, heading.tail = heading.tail, None
    if tail:
        before = heading.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            heading.getparent().text = (heading.getparent().text or "") + tail
    return heading


class _Page:
    """A page's elements by their ids, and what was found out of them."""

    def __init__(self, tree: Any) -> None:
        self._by_id = {
            element.get("id"): element for element in tree.iter(etree.Element) if element.get("id")
        }
        self._own_words: dict[Any, bool] = {}

    def has_own_words(self, element: Any) -> bool:
        """Whether text stands in it beside its elements."""
        if element not in self._own_words:
            tails = ((child.tail or "").strip() for child in element)
            self._own_words[element] = bool((element.text or "").strip()) or any(tails)
        return self._own_words[element]

    def named_by(self, control: Any) -> Any:
        """The element that a control says it opens; None where it says none."""
        ids = (control.get("aria-controls") or "").split()[:1]
        targets = (control.get(name) or "" for name in ("data-target", "data-bs-target", "href"))
        ids += [target[1:] for target in targets if target.startswith("#")]
        return next((self._by_id[id_] for id_ in ids if id_ in self._by_id), None)

    def below(self, control: Any) -> Any:
        """What follows a control, or the element that it alone stands in."""
        element = control
        for _ in range(_FARTHEST):
            found = element.getnext()
            while found is not None and (not isinstance(found.tag, str) or found.tag in _BETWEEN):
                found = found.getnext()
            if found is not None:
                return found
            element = element.getparent()
            if element is None or self.has_own_words(element):
                return None
        return None


def _answer(control: Any, page: _Page) -> Any:
    """The answer that a control opens; None where it opens something else, or nothing."""
    said = _words(control)
    if (
        not 2 <= len(said) <= _LONGEST_QUESTION
        or not re.search(r"\w", said)
        or _ACTION.fullmatch(said)
        or control.get("aria-haspopup")
    ):
        return None
    for above in control.iterancestors():
        if above.tag in _FRAME or (above.get("role") or "") in _FRAME_ROLES or above.tag in _HEADINGS:
            return None
        if above.tag == "summary" or (above.tag in ("p", "li") and page.has_own_words(above)):
            return None
    if not _looks_like_one(control, said):
        return None
    answer = page.named_by(control)
    below = page.below(control)
    if answer is None or (below is not None and answer.get("id") == below.get("id")):
        answer = below  # ids are not always the only ones of their name
    return answer if _is_answer(answer) and answer not in control.iterancestors() else None


def _looks_like_one(control: Any, said: str) -> bool:
    if said.endswith(("?", "？", "؟")) or (control.get("role") or "") == "tab":
        return True
    if control.get("aria-expanded") is not None or control.get("aria-controls") is not None:
        return True
    if (control.get("data-toggle") or control.get("data-bs-toggle") or "") in ("collapse", "tab", "pill"):
        return True
    around = [control, *list(control.iterancestors())[:_FARTHEST]]
    if any(_FOLDS.search(f"{' '.join(tokens(one))} {one.get('id') or ''}") for one in around):
        return True
    # A label that ticks a box which a stylesheet looks at.
    return control.tag == "label" and any(
        beside is not None and beside.tag == "input" and beside.get("type") in ("checkbox", "radio")
        for beside in (control.getprevious(), control.getnext())
    )


def _is_answer(element: Any) -> bool:
    if element is None or element.tag in _FRAME or (element.get("role") or "") in _FRAME_ROLES:
        return False
    if is_control(element) or element.tag in _HEADINGS:
        return False
    words = _words(element)
    linked = sum(
        len(_words(link)) for link in element.iter("a") if not (link.get("href") or "#").startswith("#")
    )
    return len(words) >= _SHORTEST_ANSWER and linked <= _MOST_LINKED * len(words)


def _words(element: Any) -> str:
    """What an element says, without the plus or the arrow that shows whether it is open."""
    return " ".join((element.text_content() or "").split()).strip(_ICONS)
