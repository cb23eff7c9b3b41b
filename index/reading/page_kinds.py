"""Used by the HTML reader and by fetching: whether a page is an article, or what stands in its place.

A page is refused only where several signs agree, for what a paywall says may also be said of one. The words
of a prompt count only where a whole short block of the page is that prompt, never in mid-paragraph.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from index.reading.page_metadata import Metadata, is_shown


class PageKind(StrEnum):
    """What stands in an article's place."""

    EMPTY = "empty"
    PAYWALL = "paywall"
    CONSENT = "consent"
    NOT_FOUND = "not found"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class PageFault:
    """Why a page is not indexed: its kind, and the sentences that its reader and whoever fetched it say."""

    kind: PageKind
    reason: str
    next_step: str


EMPTY = PageFault(PageKind.EMPTY, "has no article text.", "Check that its text is in the page itself.")
_PAYWALL = PageFault(
    PageKind.PAYWALL, "is the beginning of an article behind a paywall.", "Save the whole article as a file."
)
_CONSENT = PageFault(
    PageKind.CONSENT,
    "asks for consent to cookies in place of the article.",
    "Save the article in a browser and add that file.",
)
NOT_FOUND = PageFault(PageKind.NOT_FOUND, "says that the page does not exist.", "Check the address.")
_BLOCKED = PageFault(
    PageKind.BLOCKED,
    "asks for a proof that a person reads it, or for JavaScript, in place of the article.",
    "Save the article in a browser and add that file.",
)

# The previews that sites give have one to three paragraphs; a page with more is worth indexing even if it
# goes on elsewhere.
_LONGEST_PREVIEW = 2_500
_LONGEST_UNSTATED_PREVIEW = 1_200  # where nothing but a prompt tells, which may stand there for another story
_LONGEST_STATED_PREVIEW = 0.5  # of the words that JSON-LD says the article has
# A page that says "not found" has a sentence or two, and perhaps a list of links.
_LONGEST_NOTICE = 900
_LONGEST_BLOCKED = 700
_LONGEST_PROMPT = 240
_MOST_BLOCKS = 20_000
_FRAME = frozenset({"nav", "footer", "li"})

_PROMPTS = re.compile(
    r"(?:please )?(?:subscribe|sign up|register|log ?in|sign in|join|create (?:a|your) (?:free )?account)\b"
    r".{0,60}\b(?:to|and) (?:continue|keep|finish) reading\b.{0,80}"
    r"|to (?:continue|keep) reading\b.{0,40}\b(?:subscribe|sign (?:up|in)|register|log ?in|start).{0,80}"
    r"|(?:continue|keep) reading with a .{0,40}\b(?:subscription|trial|account).{0,60}"
    r"|this (?:article|story|content|post|page) is (?:only )?"
    r"(?:for|available (?:only )?to|exclusive to|reserved for) .{0,30}"
    r"\b(?:subscribers|members|customers|readers with).{0,80}"
    r"|(?:subscribe|upgrade|register) (?:now |today )?(?:to|and) (?:read|unlock|access|view)"
    r" (?:the (?:full|whole|rest)|this|full|unlimited|all).{0,80}"
    r"|(?:you have|you[’']ve) (?:reached|read|used) (?:your|all|the).{0,40}"
    r"\b(?:limit|free (?:articles|stories)).{0,80}"
    r"|already (?:a (?:subscriber|member)|subscribed|have (?:an account|a subscription))\? .{0,40}"
    r"\b(?:continue|keep|read).{0,40}",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"”’')]*$")

_CONSENT_TITLE = re.compile(
    r"(?:before you continue|we (?:value|respect|care about) your privacy"
    r"|your privacy(?: (?:choices|settings))?"
    r"|privacy (?:settings|preferences|notice|consent)|cookie (?:consent|settings|preferences|notice|policy)"
    r"|cookies? (?:on|and) .{1,40}|(?:we use|this (?:site|website) uses) cookies|manage (?:consent|cookies)"
    r"|your data,? your (?:choice|experience)|consent(?: required)?|datenschutz.{0,40}"
    r"|accept cookies).{0,60}",
    re.IGNORECASE,
)
_CONSENT_WORDS = re.compile(
    r"\b(?:cookies?|consent|partners?|personal data|personali[sz]ed|legitimate interest|privacy policy"
    r"|advertis\w+|accept|reject|tracking|vendors?)\b",
    re.IGNORECASE,
)
_CONSENT_BUTTON = re.compile(
    r"(?:i )?(?:accept|agree|consent|allow)(?: (?:all|to all|cookies|and (?:continue|close)))*"
    r"|(?:reject|decline|refuse|deny)(?: all| cookies)*|yes,? i[’']m happy|got it",
    re.IGNORECASE,
)

_NOT_FOUND_TITLE = re.compile(
    r"(?:(?:error )?(?:404|410)(?: error)?\W*)?(?:(?:the |this )?(?:page|article|story|content|post|file)"
    r"(?: you[’']re| you are)?"
    r"(?: requested| looking for)? ?(?:was |is |has been |could |can |does )?"
    r"(?:not found|not be found|cannot be found|no longer available|not available|not exist"
    r"|doesn[’']t exist|removed|unavailable|missing|gone))"
    r"(?:\W*(?:error )?\(?(?:404|410)\)?(?: error)?)?[.!]?"
    r"|(?:error )?(?:404|410)(?: error)?\W*(?:not found|gone|error)?[.!]?|not found[.!]?"
    r"|(?:oops|sorry|uh[- ]oh|whoops)\W.{0,40}\b(?:page|article|story|that|it)\b.{0,60}"
    r"|(?:sorry, )?we (?:can[’']t|cannot|couldn[’']t|could not|can not) (?:seem to )?"
    r"find (?:that|the|this|what).{0,60}",
    re.IGNORECASE,
)
_BLOCKED_TITLE = re.compile(
    r"just a moment\W*|attention required\W.{0,40}|access (?:to this page has been )?denied\W*"
    r"|(?:are you (?:a )?(?:human|robot)|verify(?:ing)? (?:you are|that you[’']re|you[’']re) (?:a )?human)"
    r".{0,40}"
    r"|(?:security|browser) check.{0,40}|checking your browser.{0,60}|pardon our interruption\W*"
    r"|robot or human\W*"
    r"|(?:please )?enable (?:javascript|cookies).{0,60}|captcha.{0,30}",
    re.IGNORECASE,
)
_BLOCKED_TEXT = re.compile(
    r"\b(?:enable|turn on|activate|requires?|need|without|support) (?:javascript|js)\b"
    r"|\bjavascript (?:is|must be)\b"
    r"|checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you are"
    r" (?:a |not a )?(?:human|robot)"
    r"|\bunusual traffic\b|complete the captcha|not a robot",
    re.IGNORECASE,
)


def find_fault(text: str, tree: Any, metadata: Metadata) -> PageFault | None:
    """What stands in the article's place; None where the page is an article.

    text: what was extracted. tree: the page as it was served (an lxml tree), scripts and all.
    """
    headings = _headings(tree, metadata)
    words = len(text.split())
    if len(text) <= _LONGEST_BLOCKED and _is_blocked(text, tree, headings):
        return _BLOCKED
    if len(text) <= _LONGEST_NOTICE and not metadata.is_article and _any(_NOT_FOUND_TITLE, headings):
        return NOT_FOUND
    if not metadata.is_article and _is_consent(text, tree, headings):
        return _CONSENT
    if _is_paywalled(text, words, tree, metadata):
        return _PAYWALL
    return EMPTY if words == 0 else None


def _is_blocked(text: str, tree: Any, headings: list[str]) -> bool:
    said = text or _noscript(tree)
    return _any(_BLOCKED_TITLE, headings) or (
        len(said.split()) <= 40 and _BLOCKED_TEXT.search(said) is not None
    )


def _is_consent(text: str, tree: Any, headings: list[str]) -> bool:
    """It asks for consent by its heading, has the buttons, and its text is about nothing else."""
    if not _any(_CONSENT_TITLE, headings) or not any(_CONSENT_BUTTON.fullmatch(b) for b in _buttons(tree)):
        return False
    paragraphs = [one for one in text.split("\n\n") if one]
    about = sum(len(one) for one in paragraphs if _CONSENT_WORDS.search(one))
    return about >= 0.5 * sum(map(len, paragraphs))


def _is_paywalled(text: str, words: int, tree: Any, metadata: Metadata) -> bool:
    """The text is short, and the page says that there is more for those who pay or log in."""
    if len(text) > _LONGEST_PREVIEW:
        return False
    if metadata.is_free is False:
        known = metadata.words or 0
        if known:
            return words < _LONGEST_STATED_PREVIEW * known
        return bool(_CUT_OFF.search(text)) or words == 0 or _has_prompt(tree)
    if metadata.is_free is True:
        return False
    short = len(text) <= _LONGEST_UNSTATED_PREVIEW or _CUT_OFF.search(text) is not None
    return short and _has_prompt(tree)


def _has_prompt(tree: Any) -> bool:
    """Whether a block, shown and not of the page's frame or a list, asks to pay or log in to read on."""
    for number, element in enumerate(
        tree.iter("p", "div", "h1", "h2", "h3", "h4", "h5", "span", "strong", "a", "button", "section")
    ):
        if number > _MOST_BLOCKS:
            break
        words = _own_words(element)
        if len(words) >= 10 and _PROMPTS.fullmatch(words) and is_shown(element, _FRAME):
            return True
    return False


def _own_words(element: Any) -> str:
    """The element's words; empty where it is long, which is told without gathering them all."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        length += len(part.strip())
        if length > _LONGEST_PROMPT:
            return ""
        parts.append(part)
    return " ".join("".join(parts).split())


def _headings(tree: Any, metadata: Metadata) -> list[str]:
    """What the page is called: its title without the site's name, and its main headings."""
    found = [metadata.title or ""]
    if (title := tree.find(".//title")) is not None:
        whole = " ".join((title.text or "").split())
        found += [whole, *re.split(r"(?<!\s)\s++[|–—·•:-]\s++", whole)[:1]]
    found += [" ".join(element.text_content().split()) for element in list(tree.iter("h1", "h2"))[:3]]
    return [heading for heading in found if heading]


def _any(pattern: re.Pattern[str], headings: list[str]) -> bool:
    return any(pattern.fullmatch(heading) for heading in headings)


def _buttons(tree: Any) -> list[str]:
    found = [" ".join(element.text_content().split()) for element in tree.iter("button", "a")]
    return found + [element.get("value") or "" for element in tree.iter("input")]


def _noscript(tree: Any) -> str:
    return " ".join(" ".join(element.text_content().split()) for element in tree.iter("noscript"))
