"""The systemd unit: understood by systemd, hardened, and patient enough for the bot's way of stopping."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.discord.connection.patience import Patience
from tests.command_lines import ROOT

UNIT = ROOT / "deploy" / "footnote.service"
# Tenths of 10 at most, by systemd 252; what remains is mostly sockets and the network, which the bot needs.
MOST_EXPOSED = 15

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here"
)


def setting(name: str) -> str:
    """The last value of a setting of the unit."""
    found: list[str] = re.findall(rf"^{name}=(.*)$", UNIT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return found[-1]


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", "--no-pager", *arguments], capture_output=True, text=True, timeout=60, check=False
    )


@needs_systemd
def test_systemd_understands_the_whole_unit(tmp_path: Path) -> None:
    """As it stands, but for the command: that is only there once it is installed."""
    copy = tmp_path / UNIT.name
    copy.write_text(
        re.sub("^ExecStart=.*$", "ExecStart=/bin/true", UNIT.read_text(encoding="utf-8"), flags=re.MULTILINE),
        encoding="utf-8",
    )
    done = analyze("verify", "--man=no", copy)
    assert (done.returncode, [line for line in done.stderr.splitlines() if UNIT.name in line]) == (0, [])


@needs_systemd
def test_systemd_finds_little_that_it_leaves_open() -> None:
    done = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", UNIT)
    assert done.returncode == 0, done.stdout


def test_it_waits_longer_than_the_bot_takes_to_finish_and_asks_only_the_bot() -> None:
    assert int(setting("TimeoutStopSec").removesuffix("s")) > Patience().grace_s + 5
    assert setting("KillMode") == "mixed"  # the search worker must live until the last answer is out


def test_wrong_settings_are_not_tried_again() -> None:
    assert setting("Restart") == "on-failure"
    assert setting("RestartPreventExitStatus") == "2"


def test_secrets_are_in_a_file_of_their_own() -> None:
    assert setting("EnvironmentFile") == "/etc/footnote.env"
    assert not re.search("(?i)(token|key|secret)=", UNIT.read_text(encoding="utf-8"))
