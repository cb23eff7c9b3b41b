"""Used by the HTML reader: what of a page stands around its article, by the page's own names for it."""

import re
from typing import Any

from index.reading.shown_markup import tokens

_FRAME = frozenset(
    {
        "nav",
        "footer",
        "aside",
        "form",
        "dialog",
        "menu",
        "template",
        "noscript",
        "iframe",
        "object",
        "fieldset",
    }
)
_ROLES = frozenset(
    {
        "navigation",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "search",
        "banner",
        "contentinfo",
    }
    | {"alert", "status", "toolbar", "tooltip", "listbox", "tablist", "form", "doc-toc"}
)
# Words of classes and ids, between hyphens, underscores or capitals: "related-posts", "shareBar". Of what
# names an element this decides only where the extractor has left its text out already, and then it stays out.
_WORDS = frozenset(
    {"share", "sharing", "shares", "social", "sociable", "related", "recirc", "recirculation", "recommended"}
    | {"recommendations", "promo", "promos", "promotion", "newsletter", "subscribe", "subscription", "signup"}
    | {
        "paywall",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "ad",
        "ads",
        "advert",
        "advertisement",
        "advertising",
    }
    | {
        "sponsor",
        "sponsored",
        "outbrain",
        "taboola",
        "comment",
        "comments",
        "disqus",
        "breadcrumb",
        "breadcrumbs",
    }
    | {"byline", "author", "authors", "bio", "dateline", "timestamp", "nav", "navbar", "navigation", "navbox"}
    | {
        "pagination",
        "pager",
        "tags",
        "tag",
        "taglist",
        "catlinks",
        "toc",
        "footer",
        "sidebar",
        "teaser",
        "teasers",
    }
    | {
        "modal",
        "popup",
        "overlay",
        "login",
        "trending",
        "popular",
        "mostread",
        "readmore",
        "readnext",
        "upnext",
    }
    | {"sitesub", "jump", "credit", "credits", "copyright", "skip", "print", "noprint", "widget", "hatnote"}
    | {"mbox", "ambox", "metadata", "reflist", "references", "likes", "upvote", "avatar", "profile", "donate"}
    | {"donation", "siblings", "prevnext", "rating", "ratings", "meta", "postmeta", "entrymeta"}
)
_BOX = re.compile(
    r"fact|info-?box|infobox|\binfo\b|at-a-?glance|key-?(?:facts|points|data)|\bbox\b|\b(?:note|tip|warning|caution)\b"
    r"|admonition|callout|\bhint\b|important|summary|explainer",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_MOST_WORDS = (
    4  # of a class: longer ones are a framework's and describe how, not what ("has-sidebar-on-ad-page")
)


def is_frame(element: Any) -> bool:
    """Whether an element calls itself a part of the page that is not its article's."""
    if element.tag == "aside" and _is_box(element):
        return False
    if element.tag in _FRAME or (element.get("role") or "") in _ROLES:
        return True
    if element.tag in ("html", "body", "main", "article", "table", "dl"):
        return False
    for name in [*(element.get("class") or "").split(), element.get("id") or ""]:
        words = [word.lower() for word in _SPLIT.split(name) if word]
        if len(words) <= _MOST_WORDS and not _WORDS.isdisjoint(words):
            return True
    return False


def _is_box(aside: Any) -> bool:
    """Whether it is a box of facts, a note or a warning of the text beside it."""
    return _BOX.search(f"{aside.get('class')} {aside.get('id')}") is not None or (
        next(aside.iter("table", "dl"), None) is not None
    )


def is_teaser(element: Any) -> bool:
    """Whether an element tells of another page: a card whose heading is a link to it."""
    if element.tag not in ("article", "li", "section", "div"):
        return False
    heading = next(element.iterchildren("h2", "h3", "h4", "h5", "h6"), None)
    if heading is None:
        return "teaser" in tokens(element) or ("card" in tokens(element) and element.find(".//a") is not None)
    return leads_elsewhere(heading)


def leads_elsewhere(heading: Any) -> bool:
    """Whether a heading is a link to another page as a whole."""
    link = heading.find(".//a")
    if link is None:
        link = next(heading.iterancestors("a"), None)
    if link is None or (link.get("href") or "#").startswith("#"):
        return False
    return len((link.text_content() or "").strip()) >= len((heading.text_content() or "").strip())
