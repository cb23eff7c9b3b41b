"""Used by the readers of markup: a tree → what of it a reader sees, and small figures as characters."""

import re
from typing import Any

from index.reading.small_figures import lowered, raised

_STRUCK = frozenset({"del", "s", "strike"})
_UNSEEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration(?:-line)?\s*:[^;]{0,40}line-through)",
    re.IGNORECASE,
)
_LONGEST_MARK = 6  # characters: "[12]", "note 3" is none any more
_BACK = frozenset({"↩", "↩︎", "↑", "^", "⏎"})


def keep_what_shows(tree: Any) -> None:
    """Take struck and hidden elements and the marks of footnotes out of a tree; raise and lower figures."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if _is_unseen(element) or _is_note_mark(element):
            element.drop_tree()
        elif element.tag in ("sup", "sub") and not len(element):
            change = raised if element.tag == "sup" else lowered
            element.text = change(element.text or "")


def _is_unseen(element: Any) -> bool:
    if element.tag in _STRUCK or element.get("hidden", "until-found").lower() != "until-found":
        return True
    return _UNSEEN.search(element.get("style") or "") is not None


def _is_note_mark(element: Any) -> bool:
    """Whether an element is but the raised number that leads to a note, or the arrow that leads back."""
    if element.tag == "sup":
        parent = element.getparent()
        link = parent if parent.tag == "a" else next(element.iterchildren("a"), None)
    elif element.tag == "a":
        link = element if _says_note(element) or element.text in _BACK else None
    else:
        return False
    if link is None or "#" not in link.get("href", "#"):
        return False
    return _is_short(element)


def _is_short(element: Any) -> bool:
    left = _LONGEST_MARK
    for text in element.itertext():
        left -= len(text.strip())
        if left < 0:
            return False
    return True


def _says_note(link: Any) -> bool:
    kinds = f"{link.get('role')} {link.get('epub:type')} {link.get('type')}"
    return "noteref" in kinds or "backlink" in kinds
