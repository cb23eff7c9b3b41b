"""Used by the HTML reader: what a page states of its article, in JSON-LD, in meta tags or in its header.

Only what is stated: no date is taken from an address or out of the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from index.reading.dates import parse_date
from index.reading.fields import host_of
from index.reading.inline_text import words
from index.reading.json_ld import LinkedData, read_linked_data
from index.reading.page_title import Named, choose_title

# By name, surest first. `og:` is https://ogp.me, `citation_` what scholarly search engines read, `dc.` Dublin
# Core, the others the tags that content systems and analytics (Parse.ly, Sailthru) have pages carry.
_TITLE = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
)
_PUBLISHER = (
    "og:site_name",
    "citation_journal_title",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
)
_AUTHORS = (
    "citation_author", "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "citation_date", "citation_online_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "date",
)  # fmt: skip
_CREATED = ("dcterms.created", "dc.date.created", "datecreated")
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time",
    "dcterms.modified", "dc.date.modified", "lastmod",
)  # fmt: skip
_SECTION = ("article:section", "og:article:section", "articlesection", "parsely-section", "citation_section")
_LANGUAGE = (
    "og:locale",
    "dc.language",
    "dcterms.language",
    "citation_language",
    "content-language",
    "language",
)

_WIKI = re.compile(
    r"\b(?:mediawiki|dokuwiki|xwiki|moinmoin|confluence|bookstack|gitbook|docusaurus|sphinx|mkdocs)\b",
    re.IGNORECASE,
)
_CORRECTED_WITHIN = timedelta(days=30)  # a later change is no correction but upkeep
_BETWEEN_NAMES = re.compile(r", ?(?:and )?| and | ?[;&] ?")
_LONGEST_BYLINE = 200
_HEADER_ENDS_AT = 80  # characters: a paragraph this long is the article's first, and its header is over
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_ASIDE = frozenset({"aside", "nav", "footer", "li", "form"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states. `canonical` is absolute and of the page's own site. `is_article` says whether it
    calls itself one; `is_free` and `words` are JSON-LD's isAccessibleForFree and wordCount."""

    title: str | None = None
    canonical: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    language: str | None = None
    section: str | None = None
    is_article: bool = False
    is_free: bool | None = None
    words: int | None = None


def read_metadata(tree: Any, url: str | None, today: date, heading: str | None = None) -> Metadata:
    """The metadata of a parsed page (an lxml tree, as it was served). `url`: where it was fetched; `heading`:
    its `only_heading`, as its readers see it."""
    tags = _meta_tags(tree)
    canonical = _canonical(tree, tags, url)
    scripts = (e.text or "" for e in tree.iter("script") if "ld+json" in (e.get("type") or "").lower())
    data = read_linked_data(scripts, canonical or url, heading)
    linked = data or LinkedData()
    if linked.url and canonical is None:
        canonical = own_address(linked.url, url)
    publisher = linked.publisher or _first(tags, _PUBLISHER)
    published = [linked.published, *_all(tags, _PUBLISHED)]
    modified = [linked.modified, *_all(tags, _MODIFIED)]
    created = _first_date([linked.created, *_all(tags, _CREATED)], today)
    last = _first_date(modified, today)
    stated = _first_date(published, today)
    head = tree.find(".//title")
    in_head = None if head is None else " ".join((head.text or "").split())
    named = Named(linked.title, linked.name, _first(tags, _TITLE), heading, in_head)
    return Metadata(
        title=choose_title(named, publisher),
        canonical=canonical,
        publisher=publisher,
        authors=linked.authors or _authors(tags),
        published=_date(stated, created, last, kept_up=_is_kept_up(tree, tags, data))
        or _header_date(tree, today),
        modified=last,
        language=_language(
            linked.language,
            tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
            *_all(tags, _LANGUAGE),
        ),
        section=linked.section or _first(tags, _SECTION),
        is_article=data is not None or "article" in tags.get("og:type", []) or stated is not None,
        is_free=linked.is_free,
        words=linked.words,
    )


def own_address(stated: str, url: str | None) -> str | None:
    """An address that a page states as its own, absolute; None where it is not to be believed.

    It is not where it is another site's than `url` (a page speaks for itself only), or a site's front page
    while `url` is not: some sites name that on every page, and all their articles would be one.
    """
    try:
        address = urljoin(url, stated.strip()) if url else stated.strip()
        path = urlsplit(address).path
    except ValueError:
        return None
    host = host_of(address)
    if host is None or any(character.isspace() for character in address):
        return None
    if path in ("", "/") and not urlsplit(address).query and not (url and urlsplit(url).path in ("", "/")):
        return None
    if url and not _same_site(host, host_of(url) or ""):
        return None
    return address.split("#", 1)[0]


def _same_site(one: str, other: str) -> bool:
    """`m.gazette.example` and `gazette.example`, or `amp.` and `news.` of one site."""
    tail = ".".join(one.split(".")[-2:])
    if one.endswith(f".{other}") or other.endswith(f".{one}") or one == other:
        return True
    # Two labels are a whole site only where the last but one is no public suffix such as co.uk.
    return len(tail.split(".")[0]) > 3 and other.endswith(f".{tail}") and one.endswith(f".{tail}")


def _canonical(tree: Any, tags: Mapping[str, list[str]], url: str | None) -> str | None:
    links = (
        e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()
    )
    for stated in (*links, *tags.get("og:url", [])):
        if stated.strip() and (address := own_address(stated, url)):
            return address
    return None


def _meta_tags(tree: Any) -> dict[str, list[str]]:
    """The contents of the page's meta tags by name in lower case; microdata counts as such too."""
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := (element.get(attribute) or "").strip().lower()):
                tags.setdefault(name, []).append(content)
    return tags


def _all(tags: Mapping[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in tags.get(name, [])]


def _first(tags: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(iter(_all(tags, names)), None)


def _authors(tags: Mapping[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHORS:
        values = [
            v
            for v in tags.get(name, [])
            if "://" not in v and not v.startswith("@") and len(v) <= _LONGEST_BYLINE
        ]
        names = [one for value in values for one in _split_names(value, name)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _split_names(value: str, tag: str) -> Iterator[str]:
    """ "J. Voss and Ida Brandt" is two; of scholars "Voss, J." is one."""
    if tag == "citation_author":
        yield value
        return
    bare = re.sub(r"^by\s+", "", value, flags=re.IGNORECASE)
    yield from filter(None, (part.strip() for part in _BETWEEN_NAMES.split(" ".join(bare.split()))))


def _first_date(values: list[str | None], today: date) -> date | None:
    return next((found for value in values if (found := parse_date(value, today))), None)


def _language(*stated: str | None) -> str | None:
    for value in stated:
        code = re.split(r"[-_]", (value or "").strip().lower())[0]
        if re.fullmatch(r"[a-z]{2}", code):
            return code
    return None


def only_heading(tree: Any) -> str | None:
    """The text of the page's h1 where it has just one."""
    headings = list(filter(None, (words(element) for element in tree.iter("h1"))))
    return headings[0] if len(set(headings)) == 1 else None


def _is_kept_up(tree: Any, tags: Mapping[str, list[str]], linked: LinkedData | None) -> bool:
    """Whether a page is one that its authors go on with, as a wiki's: the day it was made says little."""
    body = tree.find(".//body")
    classes = "" if body is None else body.get("class") or ""
    return any(map(_WIKI.search, [*tags.get("generator", []), classes])) or (
        linked is not None
        and not linked.is_publication
        and "article" not in tags.get("og:type", [])
        and not tags.get("article:published_time")
    )


def _date(stated: date | None, created: date | None, modified: date | None, *, kept_up: bool) -> date | None:
    """The day of a page's text: that of its last change where the other is only the day it was made."""
    known = stated or created
    if known is None or modified is None or modified <= known:
        return known
    only_made = stated is None or (kept_up and modified - known > _CORRECTED_WITHIN)
    return modified if only_made else known


def _header_date(tree: Any, today: date) -> date | None:
    """The day of a visible `<time datetime>` above the article's first paragraph."""
    for body in (*tree.iter("article"), *tree.iter("main")):
        for element in body.iter("time", "p"):
            if element.tag == "p":
                if len(element.text_content()) >= _HEADER_ENDS_AT and element.find(".//time") is None:
                    return None
                continue
            found = parse_date(element.get("datetime"), today)
            if found and is_shown(element, _ASIDE) and not _says_modified(element):
                return found
    return None


def is_shown(element: Any, outside: frozenset[str]) -> bool:
    """Whether an element is neither hidden, as far as it says so itself, nor within a tag of `outside`."""
    line = [element, *element.iterancestors()]
    return not any(
        e.tag in outside or e.get("hidden") is not None or _HIDDEN.search(e.get("style") or "") for e in line
    )


def _says_modified(element: Any) -> bool:
    words = " ".join((element.get(key) or "") for key in ("class", "itemprop", "id"))
    before = " ".join(filter(None, [element.getparent().text, getattr(element.getprevious(), "tail", None)]))
    return re.search(r"modif|updat", words + before, re.IGNORECASE) is not None
