"""Used by the readers of markup: takes what is no text out of a tree: struck and hidden words, the marks of
footnotes, links to edit."""

import re
from functools import cached_property
from typing import Any

from lxml import etree

from index.reading.style_sheets import hidden_and_struck_classes

_STRUCK = frozenset({"del", "s", "strike"})
_STRUCK_STYLE = re.compile(r"text-decoration[a-z-]{0,9}:[^;]{0,80}line-through", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(
    r"(?:^|[;\s])(?:display:\s{0,9}none|visibility:\s{0,9}(?:hidden|collapse))", re.IGNORECASE
)
# As toolkits call what only screen readers say ("opens in a new window"); formulas that stand there twice.
_HIDDEN = frozenset(
    {
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "screen-reader-only",
        "a11y-hidden",
    }
    | {"screenreader-only", "assistive-text", "katex-html", "mjx-math", "mw-empty-elt"}
)
# Of a framework's classes those that hide, unless others show it on larger screens ("hidden md:block").
_HIDDEN_HERE = frozenset({"hidden", "d-none", "is-hidden", "u-hidden", "display-none"})
_SHOWN_ELSEWHERE = re.compile(
    r":(?:block|flex|grid|inline|table|contents|not-)|^d-[a-z]{2,3}-(?!none)|-block$|-only$"
)
# In whatever language: MediaWiki's "[edit]", its "^" before a reference and its "[citation needed]"; footnote
# marks as Pandoc, Markdown, WordPress, Substack and Word call them.
_MARKS = frozenset(
    {
        "mw-editsection",
        "editsection",
        "mw-cite-backlink",
        "inline-template",
        "footnote-ref",
        "footnote-backref",
    }
    | {
        "footnoteref",
        "noteref",
        "footnote-anchor",
        "footnote-number",
        "footnote-reference",
        "reversefootnote",
    }
    | {"easy-footnote", "msofootnotereference"}
)
_LINE_NUMBERS = frozenset(
    {
        "lineno",
        "linenos",
        "linenodiv",
        "line-number",
        "line-numbers",
        "line-numbers-rows",
        "blob-num",
        "gutter",
    }
    | {"rouge-gutter", "ln"}
)
_MARK_IDS = frozenset({"siteSub", "contentSub", "jump-to-nav"})  # MediaWiki's "From …, the free encyclopedia"
_MARK_ROLES = frozenset({"doc-noteref", "doc-backlink", "noteref", "backlink"})
_BACK = frozenset({"↩", "↩︎", "↑", "^", "⏎", "↵"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ANCHOR = re.compile(r"anchor|headerlink|permalink|hash-?link|self-?link", re.IGNORECASE)
_BRACKETED = re.compile(r"\[\s?(?:\d{1,3}|[a-z]|[^\W\d_]{1,20}\s\d{1,3})\s?\]", re.IGNORECASE)
_EDIT_LINK = re.compile(r"[?&/](?:ve)?action=edit|[?&]do=edit|/edit(?:$|[/?#])")
_LEFT_OF_EDIT_LINKS = re.compile(r"\[[\s|·/]{0,20}\]\s*$")
_MOST_EDIT_LINKS = 4  # "edit", "edit source" and the like in another language
_LONGEST_NOT_PRINTED = 200
_LONGEST_MARK = 12

# What scripts show when a person asks for it: an accordion's answer, a tab, the rest of a text.
_OPENED = re.compile(
    r"accordion|collaps|panel|tab|answer|faq|toggle|expand|expando|spoiler|reveal|read-?more|more-(?:text|content)"
    r"|content-more|dropdown-content-text|details",
    re.IGNORECASE,
)
_OPENED_ROLES = frozenset({"tabpanel", "region"})
_NOT_OPENED = frozenset({"menu", "dialog", "alertdialog", "tooltip", "listbox", "alert", "search"})
_MOST_HIDDEN = 0.5  # of a page: more is hidden only until its script has run


def keep_what_shows(tree: Any) -> None:
    """Take out of a tree, in place, what its reader never sees as its text."""
    page = _Page(tree)
    gone: set[Any] = set()
    for element in tree.iterdescendants(etree.Element):
        parent = element.getparent()
        if parent in gone or page.strikes(element) or _is_mark(element) or page.hides(element):
            gone.add(element)
    for element in gone:
        if element.getparent() not in gone:
            element.drop_tree()
    for heading in tree.iter(*_HEADINGS):
        _drop_edit_links(heading)


class _Page:
    """A page as a whole: what its buttons and style sheets show and hide, and how much text it has."""

    def __init__(self, tree: Any) -> None:
        self._opened = _opened_ids(tree)
        self._hidden, self._struck = hidden_and_struck_classes(tree)
        self._tree = tree

    @cached_property
    def _length(self) -> int:
        return _length(self._tree)

    def hides(self, element: Any) -> bool:
        """Whether an element is hidden for good: nothing shows it, and it is not most of the page."""
        by_sheet = self._hidden and not self._hidden.isdisjoint(tokens(element))
        if not (by_sheet or _is_hidden(element)) or _is_opened(element, self._opened):
            return False
        # Formulas are hidden where a picture of them is shown.
        formula = next(element.iter("math"), None) is not None
        return not formula and _length(element) <= _MOST_HIDDEN * self._length

    def strikes(self, element: Any) -> bool:
        """Whether what an element says is struck out."""
        return _is_struck(element) or not self._struck.isdisjoint(tokens(element) if self._struck else ())


def _is_struck(element: Any) -> bool:
    if element.tag in _STRUCK:
        return True
    style = element.get("style")
    return style is not None and _STRUCK_STYLE.search(style) is not None


def _is_mark(element: Any) -> bool:
    """Whether it is a footnote's mark, an edit link or the number of a line."""
    classes = tokens(element)
    if not _MARKS.isdisjoint(classes) or element.get("id") in _MARK_IDS:
        return True
    if (element.get("role") or "") in _MARK_ROLES:
        return True
    if (
        element.get("{http://www.idpf.org/2007/ops}type") == "noteref"
        or element.get("epub:type") == "noteref"
    ):
        return True
    if element.tag == "sup" and "reference" in classes:
        return True
    if not _LINE_NUMBERS.isdisjoint(classes) or element.get("data-nosnippet") is not None:
        return not re.search(r"[^\d\s]", element.text_content() or "")
    if "noprint" in classes or "mw-jump-link" in classes:
        return _length(element) <= _LONGEST_NOT_PRINTED
    if element.tag != "a":
        return False
    href = element.get("href") or ""
    said = (element.text_content() or "").strip() if "#" in href else ""
    if said and (said in _BACK or _BRACKETED.fullmatch(said)):
        return True
    return bool(href.startswith("#")) and _is_anchor_of_heading(element, said)


def _is_anchor_of_heading(link: Any, said: str) -> bool:
    """Whether it is the "#" or "Copy link" that stands in or beside the heading that it leads to."""
    if re.search(r"\w", said) and not _ANCHOR.search(" ".join([*tokens(link), link.get("title") or ""])):
        return False
    heading = next((above for above in link.iterancestors(*_HEADINGS)), None)
    if heading is None:
        return bool(said) and len(said) <= 2 and not re.search(r"\w", said)
    return bool((heading.text or "").strip() or (link.tail or "").strip()) or len(heading) > 1


def _drop_edit_links(heading: Any) -> None:
    links = [link for link in heading.iter("a") if _EDIT_LINK.search(link.get("href") or "")][
        :_MOST_EDIT_LINKS
    ]
    for link in links:
        around = link.getparent()
        link.drop_tree()
        if around is not heading and not re.search(r"\w", around.text_content() or ""):
            around.drop_tree()
    if links and len(heading) == 0 and heading.text:
        heading.text = _LEFT_OF_EDIT_LINKS.sub("", heading.text)
    elif links and len(heading) and heading[-1].tail:
        heading[-1].tail = _LEFT_OF_EDIT_LINKS.sub("", heading[-1].tail)


def _is_hidden(element: Any) -> bool:
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    if style is not None and _HIDDEN_STYLE.search(style):
        return True
    if element.get("class") is None:
        return False
    classes = tokens(element)
    if not _HIDDEN.isdisjoint(classes):
        return True
    return not _HIDDEN_HERE.isdisjoint(classes) and not any(map(_SHOWN_ELSEWHERE.search, classes))


def _opened_ids(tree: Any) -> set[str]:
    """The ids of what buttons and the like show and hide; not of menus and windows."""
    found: set[str] = set()
    for element in tree.iter(etree.Element):
        if element.get("aria-haspopup") or element.get("data-toggle", element.get("data-bs-toggle")) in (
            "modal",
            "dropdown",
            "tooltip",
        ):
            continue
        found.update((element.get("aria-controls") or "").split())
        for name in ("data-target", "data-bs-target", "data-toggle-target", "href", "for"):
            value = element.get(name) or ""
            if name == "for" and element.tag == "label":
                found.add(value)
            elif value.startswith("#") and (name != "href" or is_control(element)):
                found.add(value[1:])
    return found - {""}


def is_control(element: Any) -> bool:
    """Whether a person clicks on it to show or hide something."""
    if element.tag in ("button", "summary", "label") or (element.get("role") or "") in ("button", "tab"):
        return True
    return any(
        element.get(name) is not None
        for name in ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "onclick")
    )


def _is_opened(element: Any, opened: set[str]) -> bool:
    """Whether something on the page shows what is hidden when it is asked for."""
    role = element.get("role") or ""
    if role in _NOT_OPENED or element.tag in ("dialog", "nav", "form", "input"):
        return False
    if element.get("id") in opened or role in _OPENED_ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _OPENED.search(names):
        return True
    return any(
        beside is not None and isinstance(beside.tag, str) and _holds_control(beside)
        for beside in (element.getprevious(), element.getnext())
    )


def _holds_control(element: Any) -> bool:
    if is_control(element):
        return True
    inner = [child for child in element if isinstance(child.tag, str)]
    return element.tag in _HEADINGS and len(inner) == 1 and is_control(inner[0])


def tokens(element: Any) -> list[str]:
    """The classes of an element, in lower case."""
    return (element.get("class") or "").lower().split()


def _length(element: Any) -> int:
    """How many characters of text an element has, scripts left out."""
    length = 0
    for below in element.iter(etree.Element):
        if below.tag not in ("script", "style"):
            length += len((below.text or "").strip())
        if below is not element:
            length += len((below.tail or "").strip())
    return length
