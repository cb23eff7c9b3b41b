"""Of statements made of real news the verifier keeps and rejects at least the shares asked of it."""

import pytest

from campaigns.evaluation.news_sentences import ARTICLES
from campaigns.evaluation.verification_set import FLOORS, Outcome, measure

pytestmark = pytest.mark.skipif(not ARTICLES.exists(), reason="the news-dev articles are not here")
MOST_MS = 5.0  # a statement, on average


@pytest.fixture(scope="module")
def held_out() -> Outcome:
    return measure(held_out=True, sentences=2500, per_kind=150)


@pytest.mark.xdist_group("verification set")
@pytest.mark.parametrize("kind", FLOORS)
def test_each_kind_is_judged_rightly_as_often_as_asked(held_out: Outcome, kind: str) -> None:
    tally = held_out.tallies[kind]
    assert tally.total >= 30
    assert tally.share >= FLOORS[kind], [
        (case.statement.text, str(verdict.fault), verdict.words) for case, verdict in tally.wrong[:5]
    ]


@pytest.mark.xdist_group("verification set")
def test_a_statement_is_judged_in_milliseconds(held_out: Outcome) -> None:
    assert held_out.ms_per_statement <= MOST_MS


@pytest.mark.xdist_group("verification set")
def test_the_set_is_the_same_each_time() -> None:
    first, second = (measure(held_out=True, sentences=60, per_kind=10) for _ in range(2))
    assert {kind: (tally.right, tally.total) for kind, tally in first.tallies.items()} == {
        kind: (tally.right, tally.total) for kind, tally in second.tallies.items()
    }
