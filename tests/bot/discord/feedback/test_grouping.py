"""Questions that ask the same thing are put together, others are not."""

import random
from datetime import date

from bot.answer import Outcome
from bot.discord.feedback.grouping import ALIKE, group
from bot.storage.question_log import LoggedQuestion
from index.words import stems


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


def test_looking_only_where_words_are_shared_changes_nothing() -> None:
    """As if each question were compared with the first of each group, in order."""
    chance = random.Random(5)
    words = ["harbour", "ferry", "tower", "quay", "storm", "bridge", "island", "market"]
    texts = [" ".join(chance.sample(words, chance.randint(1, 5))) for _ in range(200)]
    plainly: list[list[str]] = []
    for text in texts:
        own = set(stems(text))
        for members in plainly:
            first = set(stems(members[0]))
            if len(own & first) >= ALIKE * len(own | first):
                members.append(text)
                break
        else:
            plainly.append([text])
    assert groups(*texts) == plainly
