"""Used by the buttons of answers given earlier: whether what they quote still stands in its article."""

from collections.abc import Sequence
from enum import StrEnum

from index.article import Article


class Standing(StrEnum):
    """What became of a cited article since the answer was given."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"  # its text around the quotes, which still stand in it
    QUOTE_GONE = "quote-gone"
    REMOVED = "removed"
    UNKNOWN = "unknown"  # the index is away


def standing_of(passage: str, quotes: Sequence[str], article: Article | None) -> Standing:
    """Compare a passage and its quotes, as they were, with the article as it is; None: it is not indexed."""
    if article is None:
        return Standing.REMOVED
    if passage in article.quotable:
        return Standing.UNCHANGED
    places = (article.quotable, article.info.title)
    stands = all(any(quote in place for place in places) for quote in quotes)
    return Standing.CHANGED if stands else Standing.QUOTE_GONE
