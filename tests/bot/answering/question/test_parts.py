"""Questions with several parts: split where that is plain, left whole everywhere else."""

import pytest

from bot.answering.question.parts import split


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Who bought the ferry and when?", ("Who bought the ferry?", "When bought the ferry?")),
        (
            "Who won the Holm race and when did it start?",
            ("Who won the Holm race?", "When did it start (Holm)?"),
        ),
        (
            "How tall is the tower, and what did it cost?",
            ("How tall is the tower?", "What did it cost (tall tower)?"),
        ),
        ("Who is Ilse Varga? What did she say?", ("Who is Ilse Varga?", "What did she say (Ilse Varga)?")),
        (
            "How many people were killed and how many were hurt in the Holm storm?",
            ("How many people were killed (Holm)?", "How many were hurt in the Holm storm?"),
        ),
    ],
)  # fmt: skip
def test_each_part_can_be_searched_for_by_itself(question: str, parts: tuple[str, ...]) -> None:
    assert split(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "How tall is the tower?",
        "What is the capital and largest city of Lindau?",
        "When and where was the treaty signed?",
        "What did Ilse Varga say about who paid and why?",
        "Who knows when and where he will go?",
        "How do bread and butter get made?",
        "I read about a fire. Who was hurt?",
        "Which country won and who scored?",
        "Who won, and who lost, and when was it, and where was the Holm race?",
        "the tower and when",
    ],
)
def test_what_may_be_one_question_is_left_whole(question: str) -> None:
    assert split(question) == (question,)
