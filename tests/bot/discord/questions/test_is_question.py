"""The judge of messages: which are questions that articles could answer, and what exactly is asked."""

import pytest

from bot.answering.question.clean import LONGEST_QUESTION
from bot.discord.questions.is_question import LONG, question_in, question_of, title_question
from tests.bot.discord.questions import messages_to_judge as judged

# Measured once on messages written after the rules stood: 1 of 37 questions missed, 1 of 48 others taken
# for one (docs/asking.md).
MISSED_LATER, TAKEN_LATER = 1, 1


@pytest.mark.parametrize("text", judged.messages(judged.QUESTIONS_FITTED))
def test_a_question_to_everybody_is_heard(text: str) -> None:
    assert question_in(text)


@pytest.mark.parametrize("text", judged.messages(judged.OTHERS_FITTED))
def test_people_who_talk_among_themselves_are_left_alone(text: str) -> None:
    assert question_in(text) is None


def test_on_messages_that_the_rules_were_not_made_with_mistakes_are_as_few_as_the_documents_say() -> None:
    questions, others = judged.messages(judged.QUESTIONS_LATER), judged.messages(judged.OTHERS_LATER)
    assert len(questions) + len(others) == 85
    assert sum(question_in(text) is None for text in questions) <= MISSED_LATER
    assert sum(question_in(text) is not None for text in others) <= TAKEN_LATER


def test_of_a_message_its_question_is_asked_and_nothing_else() -> None:
    text = "I read 3.5 pages about it. Which company built the sea wall at Brack? No idea."
    assert question_in(text) == "Which company built the sea wall at Brack?"


def test_a_text_is_no_question_and_neither_are_many() -> None:
    assert question_in("How tall is the lighthouse? " + "word " * LONGEST_QUESTION) is None
    assert question_in("How tall is the Lindau lighthouse? " * 4) is None


def test_a_title_may_do_without_its_mark() -> None:
    assert title_question("how tall is the rebuilt lighthouse") == "how tall is the rebuilt lighthouse?"
    assert title_question("Photos from the lighthouse opening") is None


def test_a_picked_message_is_the_question_and_of_a_long_one_its_question_sentences() -> None:
    assert question_of("**The ferry** to Osten") == "The ferry to Osten"
    long = "The ferry was late. " * (LONG // 20 + 1)
    assert question_of(f"{long} Why was it late? Who knows.") == "Why was it late?"
    assert question_of(long).startswith("The ferry was late.")
    assert len(question_of(long)) <= LONG
    assert len(question_of("x" * 5000)) <= LONGEST_QUESTION
