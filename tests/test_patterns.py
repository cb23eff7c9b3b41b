"""No pattern takes more than linear time, whatever text it is given: all of them, and the ways that tell."""

import re

import pytest

from tests.patterns.automaton import automaton_of
from tests.patterns.gathering import AnyPattern, not_gathered, patterns
from tests.patterns.growth import suspects
from tests.patterns.pumping import attacks

SHARES = 4  # as many tests, so that they can run side by side
# Functions that make patterns: of what, and how those are tried all the same.
MADE_BY = {
    "bot.answering.question.dates_in_text._form",  # the table `_FORMS` holds them
    "index.cleaning.leftovers._rule",  # the table `LEFTOVERS` holds them
    "index.reading.written_languages._language",  # the table `LANGUAGES` holds them
    "bot.redacting.PathRedactor.__init__",  # of the operator's folders
    "index.selection._compile",  # of the operator's settings, for names of files
}


@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_grows_faster_than_its_text(share: int) -> None:
    """A part of `campaigns/patterns`, which tries longer texts and more of them."""
    for name, pattern in list(patterns().items())[share::SHARES]:
        for growth in suspects(pattern, thorough=False):
            assert growth.is_linear, (
                f"{name}: a text four times as long takes {growth.times:.0f} times as long ({growth.way},"
                f" {growth.attack}). CONTRIBUTING.md says what helps."
            )


def test_every_pattern_can_be_tried() -> None:
    """In a function a pattern is written out, or made of its module's names, or stands in a table."""
    assert set(not_gathered()) - MADE_BY == set()
    assert len(patterns()) > 300


@pytest.mark.parametrize(
    "pattern",
    [
        re.compile(r"\s+$"),
        re.compile(r"(?:\s|<!--.*?-->)*<html", re.DOTALL),
        re.compile(r"<think>.*?</think>", re.DOTALL),
        re.compile(r"x(?=.*y)"),
        re.compile(rb"=\s*[\"']?\s*(\w+)"),
        re.compile("[a-zʼ]+(?:['ʼ][a-zʼ]+)*"),
    ],
    ids=lambda pattern: str(pattern.pattern),
)
def test_a_slow_pattern_is_found(pattern: AnyPattern) -> None:
    assert not all(growth.is_linear for growth in suspects(pattern, thorough=False))


def test_a_pattern_that_reads_no_text_in_two_ways_needs_no_trying() -> None:
    assert attacks(re.compile(r"\bcontent=(?:a|b)[0-9]*;"), thorough=False) == []
    assert automaton_of(re.compile("[ab]c?")).ends == {1, 2}
