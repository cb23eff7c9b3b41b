"""Used by the check of the languages: plural variants by each language's rules (Unicode CLDR, by Babel)."""

from collections.abc import Iterator

from babel import Locale

from bot.messages.catalogue import Entry, Selector
from bot.messages.samples import BY_NUMBER, CATEGORIES, COUNTS

LARGE = 1_000_000  # Spanish, French and Portuguese have a form for millions, which nothing here counts


def plural_faults(locale: str, entry: Entry) -> Iterator[str]:
    """Variants that the language does not know or lacks, and numbers that a variant hides."""
    rule = Locale.parse(locale, sep="-").plural_form
    needed = {rule(count) for count in COUNTS if count < LARGE}
    ones = [count for count in range(200) if rule(count) == "one"]
    for one in entry.selectors:
        if not one.words & CATEGORIES or one.variable in BY_NUMBER:
            continue
        unknown = one.words - {*rule.tags, "other"}
        if unknown:
            yield f"${one.variable} has variants unknown to the language: {', '.join(sorted(unknown))}"
        lacking = needed - one.words - {"other"}
        if lacking:
            yield f"${one.variable} lacks the variants {', '.join(sorted(lacking))}"
        if one.default != "other":
            yield f"${one.variable} must have *[other]"
        if len(ones) > 1 and _hides_one(one):
            yield f"${one.variable}: [one] does not show the number, and is said of {ones[0]} and {ones[1]}"


def _hides_one(one: Selector) -> bool:
    return "one" in one.keys and "other" in one.shown and "one" not in one.shown
