"""The third face: a question set through the same answering code, and what its answers are worth.

`questions` and `articles` read the set, `run` answers it from an index of its own, `results` is a result
line as it is judged, `judging` compares one with what was expected, `scoring` makes figures of all
judgements and `bootstrap` their intervals; `table` prints them, `failures` writes what went wrong, to
read. `command` is `python -m bot evaluate`. docs/evaluation.md explains it to users.
"""

from bot.evaluation.questions import EvaluationQuestion, Expected, read_questions
from bot.evaluation.run import answer_all, settings_for, write_results
from bot.evaluation.scoring import percentile, score

__all__ = [
    "EvaluationQuestion",
    "Expected",
    "answer_all",
    "percentile",
    "read_questions",
    "score",
    "settings_for",
    "write_results",
]
