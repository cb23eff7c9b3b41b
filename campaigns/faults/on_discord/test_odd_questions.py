"""The same questions by /ask and by a mention: a polite word, and nobody is pinged."""

import pytest

from campaigns.faults.scene import Scene
from campaigns.faults.test_odd_questions import FOREIGN, LONG, MARKS, is_answer_or_refusal

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]

NOTHING = "There is nothing in this to search for."
TOO_LONG = "too long for one question"


@pytest.mark.parametrize(
    ("question", "told"),
    [(" ", NOTHING), ("?!", NOTHING), (MARKS, NOTHING), (LONG, TOO_LONG)],
    ids=["blank", "punctuation", "marks", "4000"],
)
async def test_what_is_no_question_is_told_privately(scene: Scene, question: str, told: str) -> None:
    assert told in await scene.answer(question)
    assert scene.server.interactions[-1].followups[-1].ephemeral


@pytest.mark.parametrize("question", FOREIGN)
async def test_another_language_is_answered_or_refused(scene: Scene, question: str) -> None:
    text = await scene.answer(question)
    assert is_answer_or_refusal(text), text


async def test_a_bare_mention_is_told_how_to_ask(scene: Scene) -> None:
    message = await scene.ann.say(scene.channel, "@bot")
    assert "Mention me together with a question" in message.text


async def test_a_mention_full_of_marks_and_of_people(scene: Scene) -> None:
    message = await scene.ann.say(scene.channel, f"@bot @Ed {MARKS}")
    assert "Mention me together with a question" in message.text
    assert message.pings == []
