"""The image's recipe: what goes in, what stays out, as whom it runs. The rehearsal carries it out."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests import command_lines
from tests.command_lines import ROOT
from tests.conversation import town as news
from tests.conversation.town import Town
from tests.index.chroma_server import free_port

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


def test_what_the_image_leaves_out_is_never_asked_for(tmp_path: Path) -> None:
    """A build, a search and an answer, in processes where those packages cannot be imported."""
    (line,) = [step.value for step in PACKAGES.all("RUN") if " uninstall " in step.value]
    left_out = [word.replace("-", "_") for word in line.split(" uninstall ")[1].split() if word[0] != "-"]
    assert {"kubernetes", "onnxruntime"} <= set(left_out)
    absent = tmp_path / "absent"
    absent.mkdir()
    (absent / "sitecustomize.py").write_text(
        f"import sys\nfor name in {left_out!r}:\n    sys.modules[name] = None\n", encoding="utf-8"
    )
    town = Town.found(tmp_path / "town")
    asked = town.run("bot", "ask", news.TRAM_QUESTION, PYTHONPATH=f"{absent}:{ROOT}")
    assert news.TRAM_ANSWER in asked.stdout, asked.stderr
    check = f"import sys; sys.exit(any(sys.modules[name] for name in {left_out!r}))"
    code = f"import chromadb.cli.cli; {check}"
    environment = command_lines.environment(PYTHONPATH=f"{absent}:{ROOT}")
    subprocess.run([sys.executable, "-c", code], env=environment, timeout=60, check=True)


@contextmanager
def answering(status: int) -> Iterator[int]:
    """A server that answers /healthz so, and all else with 404; its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing to standard error."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def health(port: int | str) -> subprocess.CompletedProcess[str]:
    script = IMAGE.last("HEALTHCHECK").value.partition(" CMD ")[2]
    assert script == '["python", "deploy/healthcheck.py"]'
    # A proxy that nobody listens on: the check must not go through it.
    environment = command_lines.environment(HTTP_PORT=str(port), http_proxy="http://127.0.0.1:9")
    return subprocess.run(
        [sys.executable, "deploy/healthcheck.py"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_the_health_check_passes_on_what_the_bot_says_of_itself() -> None:
    with answering(200) as port:
        assert health(port).returncode == 0
    with answering(503) as port:
        ill = health(port)
    assert ill.returncode == 1
    assert "503" in ill.stderr


def test_the_health_check_fails_in_one_line_where_nobody_answers() -> None:
    away = health(free_port())
    assert away.returncode == 1
    assert away.stderr.count("\n") == 1
