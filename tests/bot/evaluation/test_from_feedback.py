"""Real questions become test questions, in a form that the evaluation reads."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Answer, Outcome
from bot.evaluation.from_feedback import export_lines
from bot.evaluation.questions import read_questions
from bot.storage.database import FILE_NAME
from bot.storage.feedback import Voice
from bot.storage.state import State
from tests.bot.samples import LIGHTHOUSE_TEXT, answered
from tests.command_lines import environment

HARBOUR, COAST = 5, 6
TALL = "How tall is the rebuilt lighthouse?"


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = State(tmp_path / FILE_NAME)
    yield state
    await state.close()


async def asked(state: State, question: str, *, guild_id: int = HARBOUR, answer: Answer | None = None) -> str:
    """A logged question with an answer; gives the answer's id."""
    answer_id = await state.keep_answer(answer or answered(), channel_id=1, asker_id=1, private=False)
    await state.questions.note(
        question,
        Outcome.ANSWERED,
        ["lighthouse"],
        guild_id=guild_id,
        person_id=1,
        answer_id=answer_id,
    )
    return answer_id


async def judge(state: State, answer_id: str, *voices: bool, guild_id: int = HARBOUR) -> None:
    kept = await state.answer(answer_id)
    assert kept is not None
    for person, helpful in enumerate(voices, start=1):
        await state.feedback.give(Voice(answer_id, person, guild_id, helpful), kept.answer)


async def exported(state: State, guild_id: int | None = HARBOUR) -> list[dict[str, object]]:
    return [json.loads(line) for line in await export_lines(state, guild_id)]


async def test_an_answer_that_most_found_helpful_becomes_a_question(state: State) -> None:
    await judge(state, await asked(state, TALL), True, True, False)
    await judge(state, await asked(state, "How old is it?"), True, False)
    await judge(state, await asked(state, "Who keeps it?"), False)
    await asked(state, "What does it cost?")
    (line,) = await exported(state)
    assert (line["question"], line["answer"]) == (TALL, "41 metres")
    assert line["relevant"] == ["lighthouse", "coast"]


async def test_words_that_stand_in_no_quote_are_not_given_as_the_answer(state: State) -> None:
    (first, *_) = answered().statements
    reworded = replace(first, text="It is forty-one metres tall.", bold=((6, 22),), quoted=False)
    answer = replace(answered(), statements=(reworded,))
    await judge(state, await asked(state, TALL, answer=answer), True)
    (line,) = await exported(state)
    assert "answer" not in line


async def test_a_question_is_exported_once_and_only_with_its_own_server(state: State) -> None:
    await judge(state, await asked(state, TALL), True)
    await judge(state, await asked(state, TALL.upper()), True)
    await judge(state, await asked(state, "Who keeps it?", guild_id=COAST), True, guild_id=COAST)
    assert len(await exported(state)) == 1
    assert len(await exported(state, None)) == 2


async def test_what_is_deleted_or_too_old_is_not_exported(tmp_path: Path) -> None:
    now = 1_000_000_000.0
    state = State(tmp_path / "other.sqlite3", kept_days=1, questions_kept_days=10, clock=lambda: now)
    taken_back, old = await asked(state, TALL), await asked(state, "Who keeps it?")
    await judge(state, taken_back, True)
    await judge(state, old, True)
    await state.forget_answer(taken_back)
    assert [line["question"] for line in await exported(state)] == ["Who keeps it?"]
    now += 11 * 86_400
    await state.purge()
    assert await exported(state) == []
    assert await state.questions.count(HARBOUR) == 0
    await state.close()


async def test_the_evaluation_measures_the_bot_by_what_the_command_wrote(tmp_path: Path) -> None:
    state = State(tmp_path / "data" / FILE_NAME)
    await judge(
        state, await asked(state, "How many metres does the rebuilt tower stand above the quay?"), True
    )
    await state.questions.note(
        "Who won the world cup?", Outcome.REFUSED, [], guild_id=HARBOUR, person_id=1, answer_id=None
    )
    (refused,) = await state.questions.refused(HARBOUR)
    await state.questions.mark_missing(HARBOUR, [refused.id])
    await state.close()
    articles = tmp_path / "articles.jsonl"
    text = {"id": "lighthouse", "title": "Lighthouse reopens", "text": LIGHTHOUSE_TEXT}
    articles.write_text(json.dumps(text) + "\n")

    questions, results = tmp_path / "out" / "questions.jsonl", tmp_path / "results.jsonl"
    run(tmp_path, "feedback", "--out", str(questions))
    assert len(read_questions(questions)) == 2
    options = ("--articles", str(articles), "--questions", str(questions), "--out", str(results), "--json")
    figures = json.loads(run(tmp_path, "evaluate", *options))["figures"]
    assert figures["correct, of answerable"]["value"] == 1.0
    assert figures["article hit@10"]["value"] == 1.0
    assert figures["refused, of unanswerable"]["value"] == 1.0


def test_where_nobody_gave_feedback_the_command_says_where_it_comes_from(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "feedback", "--out", str(tmp_path / "questions.jsonl")],
        env=environment(DATA_DIR=str(tmp_path / "data")),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "/feedback unanswered" in done.stderr
    assert not (tmp_path / "questions.jsonl").exists()


def run(folder: Path, *arguments: str) -> str:
    """What the command prints; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env=environment(DATA_DIR=str(folder / "data")),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
