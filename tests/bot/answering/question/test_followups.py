"""Follow-up questions by rules: what plainly points back is completed, all else stays as it is."""

import pytest

from bot.answer import Turn
from bot.answering.question.followups import stand_alone

TOWER = Turn(
    "What did Ilse Varga pay for the Lindau tower?",
    ("The harbour office paid 3.2 million crowns, said Ilse Varga.",),
)
BOATS = Turn("How many boats did Holm see in 2022?", ("Holm saw 67 boats.",))
NAMELESS = Turn("how tall is the rebuilt tower?", ("Ilse Varga gave 41 metres.",))


@pytest.mark.parametrize(
    ("turn", "asked", "understood"),
    [
        (BOATS, "And in 2023?", "How many boats did Holm see in 2023?"),
        (TOWER, "What did she say?", "What did she say (Ilse Varga, Lindau)?"),
        (TOWER, "And who paid for it?", "And who paid for it (Ilse Varga, Lindau)?"),
        (TOWER, "Why?", "Why: What did Ilse Varga pay for the Lindau tower?"),
        (TOWER, "and when was that?", "When was that: What did Ilse Varga pay for the Lindau tower?"),
        (TOWER, "What about the old lamp?", "What did Ilse Varga pay for the Lindau tower – the old lamp?"),
        (TOWER, "And the ferry?", "What did Ilse Varga pay for the Lindau tower – the ferry?"),
        (NAMELESS, "Who told them?", "Who told them (Ilse Varga)?"),
        (BOATS, "And last week?", "How many boats did Holm see last week?"),
        (BOATS, "What did he call them?", "What did he call them (Holm, in 2022)?"),
        (BOATS, "Who counted them in May?", "Who counted them in May (Holm)?"),
        (
            Turn("What did Ilse Varga pay since 3 May for the tower?"),
            "and before March 2022?",
            "What did Ilse Varga pay for the tower before March 2022?",
        ),
        (Turn("how tall is it?"), "Who built it?", "Who built it (tall)?"),
    ],
)
def test_what_points_back_takes_over_names_or_the_question(turn: Turn, asked: str, understood: str) -> None:
    assert stand_alone(asked, (BOATS, turn)) == understood


@pytest.mark.parametrize(
    "question",
    [
        "Who is Per Aune?",
        "What did Per Aune say about it?",
        "How long does it take to get to Holm?",
        "Is there a ferry strike?",
        "Is it true that the ferry sank?",
        "What is a lighthouse?",
        "And",
        "But the ferry crews of the island went back to work in June",
    ],
)
def test_what_stands_by_itself_stays_as_it_is(question: str) -> None:
    assert stand_alone(question, (TOWER,)) == question


def test_without_a_conversation_nothing_is_taken_over() -> None:
    assert stand_alone("And in 2023?", ()) == "And in 2023?"
