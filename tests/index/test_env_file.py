"""What a `.env` gives as editors, shells and container tools write it: its values, or one line that helps."""

from pathlib import Path

import pytest

from bot.settings import BotSettings
from index.errors import SettingsError
from index.settings import IndexSettings


def _load(folder: Path, env: bytes, **environment: str) -> BotSettings:
    (folder / ".env").write_bytes(env)
    return BotSettings.load(environment, folder / ".env")


def _token(folder: Path, env: bytes, **environment: str) -> str | None:
    secret = _load(folder, env, **environment).discord_token
    return secret.get_secret_value() if secret else None


@pytest.mark.parametrize(
    "line",
    [
        "DISCORD_TOKEN=abc.def",
        "\ufeffDISCORD_TOKEN=abc.def",
        "discord_token=abc.def",
        "Discord_Token = abc.def",
        "export DISCORD_TOKEN=abc.def  # from the portal",
        "DISCORD_TOKEN='abc.def'",
        'DISCORD_TOKEN="abc.def"',
        "DISCORD_TOKEN=“abc.def”",
        "DISCORD_TOKEN=‘abc.def’",
        "DISCORD_TOKEN='\"abc.def\"'",
        "DISCORD_TOKEN=\u00a0abc.def\u200b",
        "discord_token=other\nDISCORD_TOKEN=abc.def",
        "DISCORD_TOKEN=abc.def\ndiscord_token=other",
        "PORTAL=abc\nDISCORD_TOKEN=${PORTAL}.def",
        "DISCORD_TOKEN=${SURELY_NOT_SET:-abc.def}",
        "a line: of another program's\nDISCORD_TOKEN=abc.def",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_value_is_the_same_however_the_line_is_written(tmp_path: Path, line: str, end: str) -> None:
    assert _token(tmp_path, (line + end).encode()) == "abc.def"


@pytest.mark.parametrize("value", ['"abc.def"', "'abc.def'", "abc.def\r", " abc.def ", "“abc.def”"])
@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "discord_token"])
def test_what_a_container_tool_leaves_around_a_value_of_the_environment_is_taken_off(
    tmp_path: Path, name: str, value: str
) -> None:
    """`docker run --env-file` keeps quotation marks and carriage returns."""
    assert _token(tmp_path, b"DISCORD_TOKEN=other\n", **{name: value}) == "abc.def"


def test_a_value_in_quotation_marks_with_nothing_in_them_counts_as_not_set(tmp_path: Path) -> None:
    assert _load(tmp_path, b"KEEP_GENERATIONS=5\n", KEEP_GENERATIONS='""').keep_generations == 5


def test_quotation_marks_within_a_value_stay(tmp_path: Path) -> None:
    patterns = _load(tmp_path, b"", ARTICLES_INCLUDE='"a.md","b.md"').articles_include
    assert patterns == '"a.md","b.md"'


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ("DISCORD_TOKEN=abc\r\n".encode("utf-16"), r"\.env is UTF-16\. Save it as UTF-8\."),
        ("DISCORD_TOKEN=abc\r\n".encode("utf-16-le"), r"\.env is UTF-16\."),
        ("DISCORD_TOKEN=abc\r\n".encode("utf-16-be"), r"\.env is UTF-16\."),
        ("DISCORD_TOKEN=abc\r\n".encode("utf-32"), r"\.env is UTF-32\."),
        ("\n# Schlüssel\nDISCORD_TOKEN=abc\n".encode("cp1252"), r"\.env, line 2, is not UTF-8\. Save it"),
        (b"\xff\xfeD\0I", r"\.env is UTF-16\."),
        (b"\n\nDISCORD_TOKEN=a\0b\n", r"\.env, line 3, holds bytes that are no text\."),
        (b"# token\nDISCORD_TOKEN: abc\n", r"\.env, line 2, cannot be understood\. Write it as NAME=value"),
        (b"set DISCORD_TOKEN=abc\n", r"\.env, line 1, cannot be understood\."),
        (b'DISCORD_TOKEN="abc\nDATA_DIR=x\n', r"\.env, line 1, cannot be understood\."),
        (b"\nDISCORD_TOKEN=${SURELY_NOT_SET}\n", r"\.env, line 2, needs SURELY_NOT_SET, which is not set\."),
        (b"DISCORD-TOKEN=abc\n", r"DISCORD-TOKEN is not a setting\. Did you mean DISCORD_TOKEN\?"),
        (b'"DISCORD_TOKEN"=abc\n', r"Did you mean DISCORD_TOKEN\?"),
        (b"discord_tokn=abc\n", r"DISCORD_TOKN is not a setting\. Did you mean DISCORD_TOKEN\?"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_one_line_with_its_mend(
    tmp_path: Path, env: bytes, said: str
) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        _load(tmp_path, env)
    assert "\n" not in str(caught.value)


def test_an_index_command_does_not_mind_a_line_for_the_bot(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN: abc\nDATA_DIR=kept\n")
    assert IndexSettings.load({}, tmp_path / ".env").data_dir == Path("kept")


def test_a_folder_in_the_place_of_the_file_is_refused_and_a_python_environment_is_not(tmp_path: Path) -> None:
    """Docker makes an empty folder where a file that is to be mounted is missing."""
    (tmp_path / ".env").mkdir()
    with pytest.raises(SettingsError, match=r"\.env is a folder, not a file\."):
        BotSettings.load({}, tmp_path / ".env")
    (tmp_path / ".env" / "pyvenv.cfg").touch()
    assert BotSettings.load({}, tmp_path / ".env").discord_token is None


@pytest.mark.parametrize("name", ["ARTICLES_DIR", "DATA_DIR", "data_dir"])
@pytest.mark.parametrize(
    ("folder", "means"),
    [
        ("~/kept", "/home/ida/kept"),
        ("~", "/home/ida"),
        ("$HOME/kept", "/home/ida/kept"),
        ("${HOME}/kept", "/home/ida/kept"),
        ('"$HOME/kept"', "/home/ida/kept"),
        ("/srv/a b", "/srv/a b"),
        ("./~kept", "./~kept"),
        ("cash$", "cash$"),
    ],
)
@pytest.mark.parametrize("in_file", [True, False])
def test_a_folder_is_read_as_a_shell_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, folder: str, means: str, in_file: bool
) -> None:
    monkeypatch.setenv("HOME", "/home/ida")
    line = f"{name}={folder}\n".encode()
    settings = _load(tmp_path, line) if in_file else _load(tmp_path, b"", **{name: folder})
    assert getattr(settings, name.lower()) == Path(means)


@pytest.mark.parametrize("folder", ["~surelynobody/kept", "$SURELY_NOT_SET/kept", "${SURELY_NOT_SET}/kept"])
def test_what_stands_for_nothing_in_a_folder_is_refused_and_never_a_name(tmp_path: Path, folder: str) -> None:
    part = folder.removesuffix("/kept").replace("$", r"\$")
    with pytest.raises(
        SettingsError, match=f"DATA_DIR must be a folder; {part} in it stands for nothing here"
    ):
        _load(tmp_path, b"", DATA_DIR=folder)
