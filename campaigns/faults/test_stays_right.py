"""Random changes of the articles, builds, rollbacks, kills and restarts: what is found is what must be, at
every step. `python -m campaigns.faults.stays_right --steps 5000` goes on for longer, from another seed."""

import pytest

from campaigns.faults.stays_right import Step, play, steps_of

STEPS = 120


@pytest.mark.timeout(600)  # some 15 s of work, on a machine that may have much else to do
@pytest.mark.xdist_group("nursery")  # what its processes fork from takes seconds to load
def test_after_any_changes_builds_kills_and_rollbacks_what_is_found_is_what_must_be() -> None:
    steps = [Step("add", 1), Step("add", 2), Step("duplicate", 3), Step("reindex", 4), *steps_of(4, STEPS)]
    failed = play(steps)
    assert failed is None, f"step {failed[0]}, {steps[failed[0]]}: {failed[1]}"
