"""Results, errors and exit statuses of the command lines."""

import json
import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Kind
from index.command_line.console import as_json, neutralise, neutralise_line, run_guarded
from index.errors import BuildRunning, SettingsError


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bP+q544e\x1b\\text", "text"),
        ("\x9b31mred", "red"),
        ("\x1b7save\x1bcreset", "savereset"),
        ("over\x08\x08\x08\x08hidden\x07", "overhidden"),
        ("\u202egpj.exe\u2066", "gpj.exe"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("half \ud800 a letter", "half  a letter"),
        ("\x1b[", ""),
        ("naïve 漢字 👩‍👩‍👧 می‌خواهم\ttab", "naïve 漢字 👩‍👩‍👧 می‌خواهم\ttab"),
    ],
)
def test_what_a_terminal_would_act_on_is_taken_out_and_the_words_stay(hostile: str, harmless: str) -> None:
    assert neutralise(hostile) == harmless


@given(st.text() | st.text(alphabet="\x1b\x9b[]P;\\\x07m1a\n\r"))
def test_no_text_whatever_leaves_a_control_character(text: str) -> None:
    assert not any(c not in "\n\t" and (ord(c) < 32 or 0x7F <= ord(c) <= 0x9F) for c in neutralise(text))
    assert "\n" not in neutralise_line(text)


@given(st.text())
def test_json_gives_any_text_back_and_is_harmless_to_a_terminal(text: str) -> None:
    written = as_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in written)


def test_json_knows_dataclasses_dates_enums_and_paths() -> None:
    @dataclass
    class Both:
        day: date
        kinds: tuple[Kind, ...]

    written = json.loads(as_json({"both": Both(date(2026, 5, 2), (Kind.BRIEF,)), "path": Path("a/b")}))
    assert written == {"both": {"day": "2026-05-02", "kinds": ["brief"]}, "path": "a/b"}


def _raising(error: BaseException) -> int:
    raise error


def test_an_error_for_a_person_is_one_line_with_what_to_do_and_its_own_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    error = SettingsError("DATA_DIR must be\na folder.", "See .env.example.")
    assert run_guarded(lambda: _raising(error)) == 2
    assert capsys.readouterr().err == "DATA_DIR must be a folder. See .env.example.\n"


def test_a_process_that_listens_gets_the_error_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    error = BuildRunning("Somebody builds.", "Wait.")
    assert run_guarded(lambda: _raising(error), json_errors=True) == 1
    assert json.loads(capsys.readouterr().err) == {
        "error": {"type": "BuildRunning", "message": "Somebody builds.", "next_step": "Wait."}
    }


def test_an_unexpected_error_gets_an_id_and_no_traceback_on_the_screen(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "index.command_line.console"):
        assert run_guarded(lambda: _raising(ZeroDivisionError("secret detail"))) == 1
    shown = capsys.readouterr().err
    error_id = shown.split("(error ")[1].split(")")[0]
    assert shown.count("\n") == 1
    assert "secret detail" not in shown
    (record,) = caplog.records
    assert error_id in record.getMessage()
    assert record.exc_info is not None


def test_ctrl_c_ends_quietly_with_the_status_that_shells_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(lambda: _raising(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == ""
