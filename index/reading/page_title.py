"""Used by page metadata: what a page is called, of all that it calls itself."""

import re
from dataclasses import dataclass

# Between a headline and the site's name in <title>.
SEPARATED = re.compile(r"(?<!\s)\s++(?:[|–—·•:-]|::)\s++")
_SEPARATED_AT_END = re.compile(rf"{SEPARATED.pattern}$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)$")
_FEWEST_WORDS = 3  # of a title, in front of what may be the site's name


@dataclass(frozen=True, slots=True)
class Named:
    """What a page calls itself: `headline` and `name` in its JSON-LD, `in_tags` in its meta tags, `heading`
    its only h1, `in_head` its <title>. None where it does not."""

    headline: str | None = None
    name: str | None = None
    in_tags: str | None = None
    heading: str | None = None
    in_head: str | None = None


def choose_title(named: Named, publisher: str | None) -> str | None:
    """The page's title, without the site's name behind it.

    What is stated counts most, above what is shown. But a headline that is nothing of what the page is called
    elsewhere describes it, as those of encyclopedias do ("windmill in Ostermark").
    """
    stated = _stated(named)
    title = stated or named.heading or named.in_head or ""
    if publisher and title[-len(publisher) :].lower() == publisher.lower():
        before = title[: -len(publisher)]
        title = before[: separator.start()] if (separator := _SEPARATED_AT_END.search(before)) else title
    if stated and _is_with_site(title, named, publisher):
        return named.heading
    parts = SEPARATED.split(title)
    if not stated and not named.heading and len(parts[0].split()) >= _FEWEST_WORDS:
        title = parts[0]
    return title or None


def _stated(named: Named) -> str | None:
    headline, heading = named.headline, named.heading
    if headline is None:
        return named.in_tags
    if named.name and heading and _fold(named.name) == _fold(heading):
        return named.name
    elsewhere = [one for one in (named.in_tags, heading, named.in_head) if one]
    if whole := _CUT_OFF.sub("", headline) != headline and next(
        (one for one in (heading, named.in_tags) if one and _begins(one, _CUT_OFF.sub("", headline))), None
    ):
        return whole
    if not elsewhere or any(_agree(headline, one) for one in elsewhere):
        return headline
    if heading and any(_agree(heading, one) for one in (named.in_tags, named.in_head) if one):
        return heading
    if named.in_tags and named.in_tags == named.in_head:
        return SEPARATED.split(named.in_tags)[0]
    return named.name if named.name and any(_agree(named.name, one) for one in elsewhere) else headline


def _is_with_site(title: str, named: Named, publisher: str | None) -> bool:
    """Whether a title is the page's heading and the site's name behind it, as <title> has it too."""
    heading = named.heading
    if not heading or heading == title or title != named.in_head or _fold(heading) == _fold(publisher or ""):
        return False
    begins = title[: len(heading)].lower() == heading.lower()
    return begins and SEPARATED.match(title, len(heading)) is not None


def _agree(one: str, other: str) -> bool:
    """Whether one stands in the other, word for word."""
    first, second = f" {_fold(one)} ", f" {_fold(other)} "
    return first in second or second in first


def _begins(whole: str, beginning: str) -> bool:
    return _fold(whole).startswith(_fold(beginning)) and bool(_fold(beginning))


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))
