"""All judgements as figures, and two runs compared."""

from dataclasses import replace

import pytest

from bot.evaluation.judging import Judgement
from bot.evaluation.questions import EvaluationQuestion, Expected
from bot.evaluation.scoring import Figure, differences, percentile, score
from tests.bot.evaluation.lines import LAMP, TALL, answered, judged, refused


def judgements(right: int, refused_too_much: int, refused_rightly: int, invented: int) -> list[Judgement]:
    kinds = [(TALL, answered())] * right + [(TALL, refused())] * refused_too_much
    kinds += [(LAMP, refused())] * refused_rightly + [(LAMP, answered())] * invented
    judged_all = []
    for number, (question, result) in enumerate(kinds):
        judged_all.append(judged(replace(question, id=str(number)), replace(result, id=str(number))))
    return judged_all


def test_figures_are_shares_of_the_questions_that_they_are_about() -> None:
    scores = score(judgements(right=3, refused_too_much=1, refused_rightly=1, invented=1), rounds=50)
    values = {figure: estimate.value for figure, estimate in scores.items()}
    assert values[Figure.ANSWERED] == values[Figure.CORRECT] == 0.75
    assert values[Figure.REFUSED] == 0.5
    assert values[Figure.BALANCED] == 0.625
    assert values[Figure.HIT] == values[Figure.FOUND_1000] == 1
    assert values[Figure.CITED] == values[Figure.VERBATIM] == 1
    assert values[Figure.LENGTH] == 42
    assert values[Figure.P50] == 0.05
    questions = {figure: estimate.questions for figure, estimate in scores.items()}
    assert questions[Figure.CORRECT] == 4
    assert questions[Figure.REFUSED] == 2
    assert questions[Figure.BALANCED] == questions[Figure.P95] == 6
    assert questions[Figure.CITED] == questions[Figure.LENGTH] == 4
    assert list(scores) == list(Figure)


def test_each_figure_lies_within_its_interval_and_more_questions_make_it_narrower() -> None:
    few = score(judgements(6, 4, 5, 5), rounds=300)
    many = score(judgements(60, 40, 50, 50), rounds=300)
    for figure, estimate in few.items():
        assert estimate.value in estimate.interval, figure
    for figure in (Figure.CORRECT, Figure.REFUSED, Figure.BALANCED):
        narrow, wide = many[figure].interval, few[figure].interval
        assert 0 < narrow.high - narrow.low < (wide.high - wide.low) / 2


def test_what_the_questions_do_not_say_is_left_out() -> None:
    unlabelled = [judged(EvaluationQuestion("a", "How tall?"), answered("a"))]
    assert list(score(unlabelled, rounds=10)) == [Figure.CITED, Figure.VERBATIM, *list(Figure)[-3:]]
    without_articles = [judged(EvaluationQuestion("a", "How tall?", Expected("41 metres")), answered("a"))]
    figures = score(without_articles, rounds=10)
    assert Figure.CORRECT in figures
    assert Figure.HIT not in figures
    assert Figure.BALANCED not in figures


def test_two_equal_runs_do_not_differ_and_a_better_one_is_beyond_noise_though_the_intervals_overlap() -> None:
    before = judgements(right=50, refused_too_much=50, refused_rightly=0, invented=0)
    after = [
        *before[:50],
        *[judged(j.question, answered(j.question.id)) for j in before[50:62]],
        *before[62:],
    ]
    same = differences(before, before, rounds=200)
    assert all(change.value == 0 and 0 in change.interval for change in same.values())
    change = differences(after, before, rounds=200)[Figure.CORRECT]
    assert change.value == pytest.approx(0.12)
    assert 0 not in change.interval
    assert score(after)[Figure.CORRECT].interval.low < score(before)[Figure.CORRECT].interval.high


def test_runs_of_different_questions_are_not_compared() -> None:
    with pytest.raises(ValueError, match="same questions"):
        differences(judgements(2, 0, 0, 0), judgements(1, 0, 0, 0))


def test_percentiles_are_those_of_the_nearest_rank() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert (percentile(values, 50), percentile(values, 95), percentile([3.0], 95)) == (51.0, 96.0, 3.0)
