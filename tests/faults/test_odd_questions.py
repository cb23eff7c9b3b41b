"""Questions that are none, too long, all marks, or in another language: a polite word, and no pings."""

import json

import pytest

from tests.conversation.town import Town
from tests.faults.scene import Scene

MARKS = "**__~~||@everyone @here <@1> <@&2> <#3> <:wave:4> `` ||~~__** https://discord.gg/none > # -"
NOTHING = "There is nothing in this to search for."
TOO_LONG = "too long for one question"
LONG = ("How long is tram line 4? " * 160)[:4000]
FOREIGN = (
    "Wie lang ist die Straßenbahnlinie 4 in Brackwater?",
    "Quelle est la longueur de la ligne de tram 4 ?",
    "4号线电车有多长？",
    "كم يبلغ طول خط الترام رقم 4؟",
)
UNEXPECTED = "Something went wrong"


def is_answer_or_refusal(text: str) -> bool:
    """With footnotes, or saying that there is nothing: both are right for a language not spoken here."""
    return "[1]" in text or "I found nothing in the articles" in text


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.xdist_group("bot")
class TestOnDiscord:
    """By /ask and by a mention, all to the same bot."""

    @pytest.mark.parametrize(
        ("question", "told"),
        [(" ", NOTHING), ("?!", NOTHING), (MARKS, NOTHING), (LONG, TOO_LONG)],
        ids=["blank", "punctuation", "marks", "4000"],
    )
    async def test_what_is_no_question_is_told_privately(
        self, scene: Scene, question: str, told: str
    ) -> None:
        assert told in await scene.answer(question)
        assert scene.server.interactions[-1].followups[-1].ephemeral

    @pytest.mark.parametrize("question", FOREIGN)
    async def test_another_language_is_answered_or_refused(self, scene: Scene, question: str) -> None:
        text = await scene.answer(question)
        assert is_answer_or_refusal(text), text

    async def test_a_bare_mention_is_told_how_to_ask(self, scene: Scene) -> None:
        message = await scene.ann.say(scene.channel, "@bot")
        assert "Mention me together with a question" in message.text

    async def test_a_mention_full_of_marks_and_of_people(self, scene: Scene) -> None:
        message = await scene.ann.say(scene.channel, f"@bot @Ed {MARKS}")
        assert NOTHING in message.text
        assert message.pings == []


@pytest.mark.parametrize(
    ("question", "outcome"),
    [("", "not a question"), (MARKS, "not a question"), (LONG, "too long")],
    ids=["empty", "marks", "4000"],
)
def test_in_a_terminal_it_is_refused_with_status_0(town: Town, question: str, outcome: str) -> None:
    asked = town.run("bot", "ask", question, "--json")
    assert asked.returncode == 0, asked.stderr
    line = json.loads(asked.stdout)
    assert (line["outcome"], line["answer"]) == (outcome, None)
    assert "Traceback" not in asked.stderr


def test_in_a_terminal_another_language_is_answered_or_refused(town: Town) -> None:
    asked = town.run("bot", "ask", FOREIGN[0])
    assert asked.returncode == 0, asked.stderr
    assert is_answer_or_refusal(" ".join(asked.stdout.split())), asked.stdout
