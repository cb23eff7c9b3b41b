"""Used by `shown_markup`: the style sheets in a page → the classes whose elements it hides or strikes."""

from collections.abc import Iterator
from typing import Any

_LONGEST = 500_000  # characters: the sheets of a page hold what its site has for all its pages
_STRUCK, _HIDDEN = "line-through", "none"


def hidden_and_struck_classes(tree: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The classes that are hidden (`.old { display: none }`) and those that are struck, in lower case.

    Only of rules for a class alone: others depend on what is around. What is hidden until it fades in
    (`visibility`, `opacity`) is not counted, nor are rules for printing or for small screens.
    """
    hidden: set[str] = set()
    struck: set[str] = set()
    for sheet in tree.iter("style"):
        for selectors, rules in _rules((sheet.text or "")[:_LONGEST]):
            stated = dict(_stated(rules))
            classes = {one[1:].lower() for one in map(str.strip, selectors.split(",")) if _is_class(one)}
            if stated.get("display") == _HIDDEN:
                hidden |= classes
            if any(_STRUCK in stated.get(name, "") for name in ("text-decoration", "text-decoration-line")):
                struck |= classes
    return frozenset(hidden), frozenset(struck)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules that hold everywhere: selectors and what they set; those within `@media` and the like not."""
    depth = 0
    selectors = ""
    for piece in sheet.replace("}", "}\0").replace("{", "{\0").split("\0"):
        if piece.endswith("{"):
            depth += 1
            selectors = piece[:-1] if depth == 1 else ""
        elif piece.endswith("}"):
            if depth == 1 and selectors and not selectors.lstrip().startswith("@"):
                yield selectors.rsplit("*/", 1)[-1].rsplit(";", 1)[-1], piece[:-1]
            depth = max(0, depth - 1)
            selectors = ""


def _stated(rules: str) -> Iterator[tuple[str, str]]:
    for rule in rules.split(";"):
        name, _, value = rule.partition(":")
        yield name.strip().lower(), value.replace("!important", "").strip().lower()


def _is_class(selector: str) -> bool:
    return selector.startswith(".") and selector[1:].replace("-", "").replace("_", "").isalnum()
