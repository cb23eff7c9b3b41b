"""The gate itself: the real bot on the set of our own, against the floors."""

import pytest

from campaigns.evaluation.floors import misses, read_floors
from campaigns.evaluation.gate import measure, set_digest

RENEW = "python -m campaigns.evaluation.renew_floors"


def test_the_floors_are_those_of_the_set_as_it_is() -> None:
    assert read_floors().digest == set_digest(), f"the set has changed: run {RENEW}"


@pytest.mark.xdist_group("evaluation")
def test_no_figure_on_the_set_of_our_own_is_below_its_floor(tmp_path_factory: pytest.TempPathFactory) -> None:
    measured = measure(tmp_path_factory.mktemp("evaluation"))
    missed = misses(read_floors(), measured.scores)
    assert not missed, "\n".join([*map(str, missed), "", measured.failures])
