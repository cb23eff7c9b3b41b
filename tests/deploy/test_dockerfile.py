"""The image's recipe: what goes in, what stays out, as whom it runs. The rehearsal carries it out."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_lines import ROOT

pytest.importorskip(
    "dockerfile_parse", reason="not installed: the environment is older than requirements-dev.lock"
)
from tests.deploy.dockerfile import Copied, reaches_the_engine, stages

PACKAGES, IMAGE = stages()
SECRET = re.compile("token|key|secret|password", re.IGNORECASE)


def test_hadolint_finds_nothing() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    if not linter.exists():
        pytest.skip("hadolint is not installed")
    done = subprocess.run(
        [linter, "--no-color", ROOT / "Dockerfile"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.returncode) == ("", 0)


def test_both_stages_stand_on_the_same_exactly_named_python() -> None:
    assert PACKAGES.base == IMAGE.base
    assert re.fullmatch(r"python:3\.11\.\d+-slim-[a-z]+", IMAGE.base)


def test_packages_come_from_the_lock_by_their_hashes_and_nothing_else_is_installed() -> None:
    lines = [step.value for stage in (PACKAGES, IMAGE) for step in stage.all("RUN")]
    (installing,) = [line for line in lines if "pip" in line and " install " in line.split(" pip ")[1]]
    for option in ("--require-hashes", "--only-binary :all:", "--requirement /build/requirements.lock"):
        assert option in installing
    assert not any(re.search(r"\b(apt|apt-get|curl|wget)\b", line) for line in lines)


def test_no_pip_and_no_lock_is_left_in_the_image() -> None:
    assert "--without-pip" in PACKAGES.all("RUN")[0].value
    assert any("pip uninstall" in step.value and step.value.endswith(" pip") for step in IMAGE.all("RUN"))
    copied = [source for step in IMAGE.all("COPY") for source in Copied.of(step).sources]
    assert "requirements.lock" not in copied


def test_it_runs_as_a_fixed_user_who_is_not_root_and_owns_only_data_and_articles() -> None:
    user = IMAGE.last("USER").value
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    names = [step.name for step in IMAGE.steps]
    assert names.index("USER") > max(n for n, name in enumerate(names) if name in ("RUN", "COPY"))
    owned = [Copied.of(step).target for step in IMAGE.all("COPY") if Copied.of(step).owner]
    assert owned == ["/articles"]
    assert IMAGE.last("VOLUME").words() == ["/data"]


def test_the_signal_to_stop_reaches_python() -> None:
    assert IMAGE.last("CMD").words() == ["python", "-m", "bot", "run"]
    assert IMAGE.last("CMD").value.startswith("[")  # a shell between would keep the signal to itself
    assert IMAGE.last("STOPSIGNAL").value == "SIGTERM"
    assert not IMAGE.all("ENTRYPOINT")


def test_no_secret_is_in_a_layer() -> None:
    given = [step.value for stage in (PACKAGES, IMAGE) for step in (*stage.all("ENV"), *stage.all("ARG"))]
    assert [line for line in given if SECRET.search(line)] == []


def test_what_is_copied_is_there_and_reaches_the_engine() -> None:
    for stage in (PACKAGES, IMAGE):
        for step in stage.all("COPY"):
            copied = Copied.of(step)
            for source in copied.sources if copied.stage is None else ():
                assert (ROOT / source).exists(), source
                assert reaches_the_engine(source), source


@pytest.mark.parametrize("package", ["bot", "index"])
def test_every_file_of_a_package_goes_in(package: str) -> None:
    files = [
        path.relative_to(ROOT) for path in (ROOT / package).rglob("*") if "__pycache__" not in path.parts
    ]
    assert [path for path in files if not reaches_the_engine(path.as_posix())] == []


@pytest.mark.parametrize(
    "path",
    [
        ".env", ".env.bak", "bot/.env", "articles/.env.old", "data/bot.sqlite3", ".git/config", ".venv/x",
        "tests/deploy/__init__.py", "bot/__pycache__/base.pyc", "requirements-dev.lock", "backup.tar.gz",
    ],
)  # fmt: skip
def test_nothing_private_and_nothing_needless_goes_in(path: str) -> None:
    assert not reaches_the_engine(path)
