"""Questions that ask the same thing are put together, others are not."""

from datetime import date

from bot.answering.types import Outcome
from bot.grouping import group
from bot.question_log import LoggedQuestion


def groups(*texts: str) -> list[list[str]]:
    """The questions, newest first, as they are put together."""
    asked = [
        LoggedQuestion(number, text, Outcome.REFUSED, (), date(2026, 5, 1))
        for number, text in reversed(list(enumerate(reversed(texts))))
    ]
    return [[question.text for question in one.questions] for one in group(asked)]


def test_other_words_around_the_same_matter_are_the_same_question() -> None:
    assert groups(
        "How tall is the lighthouse?", "who built the ferry", "How tall is the new lighthouse in Lindau?"
    ) == [
        ["How tall is the lighthouse?", "How tall is the new lighthouse in Lindau?"],
        ["who built the ferry"],
    ]


def test_case_and_marks_make_no_difference() -> None:
    assert groups("Who built the FERRY?!", "who built the ferry") == [
        ["Who built the FERRY?!", "who built the ferry"]
    ]


def test_one_word_in_common_is_not_enough() -> None:
    assert len(groups("Who built the lighthouse?", "Who built the ferry?")) == 2


def test_questions_without_a_word_of_their_own_stay_apart() -> None:
    assert len(groups("who is it", "what was that")) == 2
