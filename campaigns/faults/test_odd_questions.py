"""Questions that are none, too long, all marks, or in another language: a polite word, and no pings."""

import json

import pytest

from tests.conversation.town import Town

MARKS = "**__~~||@everyone @here <@1> <@&2> <#3> <:wave:4> `` ||~~__** https://discord.gg/none > # -"
LONG = ("How long is tram line 4? " * 160)[:4000]
FOREIGN = (
    "Wie lang ist die Straßenbahnlinie 4 in Brackwater?",
    "Quelle est la longueur de la ligne de tram 4 ?",
    "4号线电车有多长？",
    "كم يبلغ طول خط الترام رقم 4؟",
)


def is_answer_or_refusal(text: str) -> bool:
    """With footnotes, or saying that there is nothing: both are right for a language not spoken here."""
    return "[1]" in text or "I found nothing in the articles" in text


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
