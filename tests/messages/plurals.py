"""Used by the check of the languages: plural variants by each language's rules (Unicode CLDR, by Babel)."""

from collections.abc import Iterator

from babel import Locale

from tests.messages.catalogue import Entry, Selector
from tests.messages.samples import CATEGORIES, COUNTS, NEVER_NONE

LARGE = 1_000_000  # Spanish, French and Portuguese have a form for millions, which nothing here counts


def plural_faults(locale: str, entry: Entry, english: Entry) -> Iterator[str]:
    """Variants that the language does not know or lacks, and numbers that a variant hides."""
    rule = Locale.parse(locale, sep="-").plural_form
    said_of = {count: rule(count) for count in range(200)}
    ones = [count for count, category in said_of.items() if category == "one"]
    needed = {rule(count) for count in COUNTS if count < LARGE}
    for one in entry.selectors:
        if not one.words & CATEGORIES or not (_has_forms(one) or _is_counted_with_forms(english, one)):
            continue
        unknown = one.words - {*rule.tags, "other"}
        if unknown:
            yield f"${one.variable} has variants unknown to the language: {', '.join(sorted(unknown))}"
        lacking = needed - one.words - {"other"}
        # What the default is said of besides: in Ukrainian of no whole number, so it may stand for "many".
        if len(lacking) > (1 if one.words - {"other"} and "other" not in needed else 0):
            yield f"${one.variable} lacks the variants {', '.join(sorted(lacking))}"
        if one.default != "other":
            yield f"${one.variable} must have *[other]"
        several = ones[entry.id in NEVER_NONE and 0 in ones :]
        if len(several) > 1 and "one" in one.keys and "other" in one.shown and "one" not in one.shown:
            yield f"${one.variable}: [one] does not show the number, and is said of {ones[0]} and {ones[1]}"


def _has_forms(one: Selector) -> bool:
    """Whether it has plural forms, and not only single numbers and a default such as `[0] … *[other] …`."""
    return bool(one.words - {"other"})


def _is_counted_with_forms(english: Entry, one: Selector) -> bool:
    return any(other.variable == one.variable and _has_forms(other) for other in english.selectors)
