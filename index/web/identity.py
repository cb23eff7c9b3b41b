"""Which addresses are one page: a key that is the same for all of them, and when a page may name another.

A page's own word for its address (its canonical link) is a hint, never proof: what is kept under an address
has been served by that address (index/web/saving.py), so no page can replace an article of another.
"""

import re

from yarl import URL

# Marks of campaigns and clicks, which change nothing of the page: of Google, Meta, Microsoft, Mailchimp,
# HubSpot, Adobe, Matomo, X, Instagram and TikTok; `utm_` is Google Analytics' and everybody's.
_TRACKING = re.compile(
    r"utm_\w+|[gdmt]clid|gclsrc|[gw]braid|fbclid|fb_\w+|msclkid|mc_[ce]id|_hs(?:enc|mi)|__hs\w+|hsctatracking"
    r"|yclid|twclid|ttclid|li_fat_id|igshid|igsh|s_kwcid|ef_id|pk_\w+|mtm_\w+|matomo_\w+|vero_(?:id|conv)"
    r"|ocid|cmpid|cmp|smid|smtyp|ns_(?:campaign|mchannel|source|linkname|fee)|at_(?:medium|campaign)\w*"
    r"|guccounter|guce_referrer\w*|ref_?src|ref_?url",
    re.IGNORECASE,
)


def without_tracking(url: URL) -> URL:
    """The address without its fragment and the marks of campaigns; what is left keeps its order."""
    kept = [(name, value) for name, value in url.query.items() if not _TRACKING.fullmatch(name)]
    changed = len(kept) != len(url.query)
    return (url.with_query(kept) if changed else url).with_fragment(None)


def page_key(address: str) -> str:
    """The same for http and https, with and without a final slash, an explicit port of the scheme, a fragment
    and marks of campaigns. Not for `www.`: that two names are one site is for the site to say."""
    url = without_tracking(URL(address))
    host = (url.raw_host or "").lower().rstrip(".")
    plain = url.port in (80, 443)
    path = url.raw_path.rstrip("/") or "/"
    query = f"?{url.raw_query_string}" if url.raw_query_string else ""
    return f"{host}{'' if plain else f':{url.port}'}{path}{query}"


def same_text(one: str, other: str) -> bool:
    """Whether two pages hold the same article, give or take a line that each request has anew.

    Of the runs of three words that either has, six in ten are in both. Versions of one page share nearly
    all, pages of one site that are different articles next to none.
    """
    first, second = _runs(one), _runs(other)
    return len(first & second) >= 0.6 * len(first | second)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}
