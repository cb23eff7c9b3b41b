"""The rule of the floors: they rise with what is measured, and fall only if somebody says so."""

import math
from dataclasses import astuple
from pathlib import Path

import pytest

from bot.evaluation.bootstrap import Interval
from bot.evaluation.scoring import Estimate, Figure, Scores
from campaigns.evaluation import renew_floors
from campaigns.evaluation.floors import (
    HELD,
    PROMISES,
    Floor,
    Floors,
    Miss,
    WouldLower,
    misses,
    read_floors,
    renewed,
    write_floors,
)
from campaigns.evaluation.gate import Measured


def scores(correct: float, refused: float = 0.5, verbatim: float = 1.0) -> Scores:
    """Of 50 answerable and 20 unanswerable questions."""
    values = {
        Figure.CORRECT: (correct, 50),
        Figure.REFUSED: (refused, 20),
        Figure.BALANCED: ((correct + refused) / 2, 70),
        Figure.VERBATIM: (verbatim, 60),
    }
    nowhere = Interval(math.nan, math.nan)
    return {figure: Estimate(value, nowhere, questions) for figure, (value, questions) in values.items()}


def test_a_new_floor_is_what_was_measured_less_two_questions_and_nothing_less_for_a_promise() -> None:
    figures = renewed(None, "d", scores(0.7)).figures
    assert astuple(figures[Figure.CORRECT]) == pytest.approx((0.7, 0.66), abs=2e-6)
    assert astuple(figures[Figure.REFUSED]) == pytest.approx((0.5, 0.4), abs=2e-6)
    assert astuple(figures[Figure.BALANCED]) == pytest.approx((0.6, 0.53), abs=2e-6)
    assert figures[Figure.VERBATIM] == Floor(1.0, 1.0)


def test_two_questions_worse_still_holds_and_three_do_not() -> None:
    floors = renewed(None, "d", scores(35 / 50, refused=10 / 20))
    assert misses(floors, scores(33 / 50, refused=10 / 20)) == ()
    assert [miss.figure for miss in misses(floors, scores(32 / 50, refused=10 / 20))] == [Figure.CORRECT]
    assert [miss.figure for miss in misses(floors, scores(35 / 50, refused=7 / 20))] == [
        Figure.REFUSED,
        Figure.BALANCED,
    ]
    assert [miss.figure for miss in misses(floors, scores(0.7, verbatim=0.99))] == [Figure.VERBATIM]


def test_a_figure_that_can_no_longer_be_measured_is_missed() -> None:
    floors = renewed(None, "d", scores(0.7))
    without: Scores = {
        figure: estimate for figure, estimate in scores(0.7).items() if figure is not Figure.VERBATIM
    }
    assert misses(floors, without) == (Miss(Figure.VERBATIM, 0.0, 1.0),)


def test_floors_rise_with_what_is_measured_and_one_within_the_margin_stays() -> None:
    old = renewed(None, "old", scores(0.70))
    higher = renewed(old, "new", scores(0.80))
    assert higher.digest == "new"
    assert astuple(higher.figures[Figure.CORRECT]) == pytest.approx((0.8, 0.76), abs=2e-6)
    assert renewed(old, "new", scores(0.68)).figures[Figure.CORRECT] == old.figures[Figure.CORRECT]


def test_a_floor_falls_only_if_somebody_says_that_it_may() -> None:
    old = renewed(None, "old", scores(0.70))
    with pytest.raises(WouldLower, match=r"correct, of answerable: 0.6000 is below its floor of 0.6"):
        renewed(old, "new", scores(0.60))
    assert renewed(old, "new", scores(0.60), lower=True).figures[Figure.CORRECT].floor == pytest.approx(0.56)
    assert renewed(old, "new", scores(0.68), lower=True).figures[Figure.CORRECT].floor == pytest.approx(0.64)


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = renewed(None, "d", scores(0.7))
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors


def renew(path: Path, correct: float, *arguments: str) -> int:
    return renew_floors.main(
        [*arguments], path=path, measure=lambda _: Measured("d", scores(correct), "# failures")
    )


def test_the_command_renews_refuses_and_lowers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floors.json"
    assert renew(path, 0.7) == 0
    assert "correct, of answerable        measured 0.700  floor 0.660" in capsys.readouterr().out
    pinned = path.read_bytes()
    assert renew(path, 0.5, "--failures", str(tmp_path / "failures.md")) == 1
    said = capsys.readouterr().err
    assert "correct, of answerable: 0.5000 is below its floor" in said
    assert "--lower" in said
    assert path.read_bytes() == pinned
    assert (tmp_path / "failures.md").read_text() == "# failures"
    assert renew(path, 0.5, "--lower") == 0
    assert "floor 0.460  (was 0.660)" in capsys.readouterr().out


def test_the_pinned_floors_hold_every_figure_and_the_promises_without_a_margin() -> None:
    pinned: Floors = read_floors()
    assert set(pinned.figures) == set(HELD)
    assert all(pinned.figures[figure].floor == 1 for figure in PROMISES)
    assert all(0 < floor.floor <= floor.measured for floor in pinned.figures.values())
