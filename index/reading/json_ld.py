"""Used by page metadata: what a page's JSON-LD says of the article that the page is about.

The vocabulary is https://schema.org/Article. Pages write it in every shape that it allows: an object, a list,
a `@graph`, parts by reference (`{"@id": …}`), names as text, objects or lists of either.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# https://schema.org/Article and its subtypes, as publishers use them.
_NEWS = "|Reportage|Analysis|Opinion|Review|Background|AskPublic"
_ARTICLE_TYPE = re.compile(
    rf"(?:{_NEWS})NewsArticle|(?:Tech|Scholarly|Satirical|AdvertiserContent|)Article"
    "|(?:Live)?BlogPosting|SocialMediaPosting|Report"
)
_KEPT_UP = frozenset({"Article", "TechArticle", "WebPage", "AboutPage", "FAQPage", "ItemPage"})
_TAG = re.compile(r"</?(?:em|i|b|strong|span|sup|sub|q|cite|br)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
LONGEST_SCRIPT = 2_000_000  # characters; a live blog of a thousand posts of 300 words has that many
_MOST_SCRIPTS = 50
_MOST_NODES = 5_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$|;\s*$")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the article's node states; None or empty for what it does not.

    name: of the article where its title is another. is_publication: whether it is news, a post or a report,
    that is as it was published, and no page that is kept up to date.
    """

    title: str | None = None
    name: str | None = None
    is_publication: bool = False
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    created: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    is_free: bool | None = None
    words: int | None = None


def read_linked_data(scripts: Iterable[str], address: str | None, heading: str | None) -> LinkedData | None:
    """The article among the nodes of a page's JSON-LD scripts; None where there is none.

    Where several are articles it is the one whose address is the page's or whose headline is the page's
    `heading`, else the first: the others are teasers.
    """
    nodes = [node for script in list(scripts)[:_MOST_SCRIPTS] for node in _nodes(script)][:_MOST_NODES]
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return None
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return _article(next((n for n in articles if _is_of_page(n, address, heading)), articles[0]), by_id)


def _nodes(script: str) -> list[Node]:
    if len(script) > LONGEST_SCRIPT:
        return []
    for _ in range(3):
        script = _WRAPPING.sub("", script)
    try:
        return list(_flat(json.loads(script, strict=False)))
    except (ValueError, RecursionError):
        return []


def _flat(value: object) -> Iterator[Node]:
    """The nodes of a list or a graph, and of what a page says that it is about."""
    if isinstance(value, list):
        for one in value:
            yield from _flat(one)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                yield from _flat(value[key])


def _is_article(node: Node) -> bool:
    return any(_ARTICLE_TYPE.fullmatch(one) for one in _types(node))


def _types(node: Node) -> list[str]:
    return [str(one).rsplit("/", 1)[-1] for one in _listed(node.get("@type"))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_of_page(node: Node, address: str | None, heading: str | None) -> bool:
    entity = node.get("mainEntityOfPage")
    stated = {_text(node.get("url")), _text(node.get("@id")), _text(entity), _of(entity, "@id")}
    return (address is not None and address in stated) or (
        heading is not None and _text(node.get("headline")) == heading
    )


def _of(value: object, key: str) -> str | None:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _article(node: Node, by_id: Mapping[str, Node]) -> LinkedData:
    publisher = _names(node.get("publisher"), by_id)
    language = node.get("inLanguage")
    return LinkedData(
        title=_text(node.get("headline")) or _text(node.get("name")),
        name=_text(node.get("name")),
        is_publication=not all(kind in _KEPT_UP for kind in _types(node)),
        url=_text(node.get("url"))
        or _of(node.get("mainEntityOfPage"), "@id")
        or _text(node.get("mainEntityOfPage")),
        publisher=publisher[0] if publisher else None,
        authors=_names(node.get("author") or node.get("creator"), by_id),
        published=_first_text(node.get("datePublished")),
        created=_first_text(node.get("dateCreated")),
        modified=_first_text(node.get("dateModified")),
        language=_of(language, "alternateName") or _first_text(language),
        section=_first_text(node.get("articleSection")),
        is_free=_truth(node.get("isAccessibleForFree")),
        words=_number(node.get("wordCount")),
    )


def _names(value: object, by_id: Mapping[str, Node]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in _listed(value):
        node = by_id.get(str(one.get("@id")), one) if isinstance(one, dict) and "name" not in one else one
        names = _listed(node.get("name")) if isinstance(node, Mapping) else [node]
        found |= {text: None for text in map(_text, names) if text and "://" not in text}
    return tuple(found)


def _first_text(value: object) -> str | None:
    return next((text for text in map(_text, _listed(value)) if text), None)


def _text(value: object) -> str | None:
    """JSON-LD is not HTML, but many write `&amp;` or `<em>` in it."""
    if not isinstance(value, str):
        return None
    return " ".join(_TAG.sub("", html.unescape(value)).split()) or None


def _truth(value: object) -> bool | None:
    words = {"true": True, "false": False}
    return value if isinstance(value, bool) else words.get(str(value).lower().rsplit("/", 1)[-1])


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return (
        int(value)
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 9
        else None
    )
