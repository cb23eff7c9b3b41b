"""What is installed: what other packages name as needed, and we leave out, is reached by nothing of ours."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from index.version import VERSION
from tests.command_lines import ROOT, environment, run
from tests.conversation import town as news
from tests.conversation.town import Town

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OVERRIDES = [line.split(" ;")[0] for line in PROJECT["tool"]["uv"]["override-dependencies"]]
# A part that an absent package might have served, and what of it we use.
PARTS = {
    "the program of `chroma run`": "import chromadb.cli.cli",
    "a client of a Chroma server": "import chromadb; chromadb.HttpClient",
    "embeddings and language models behind LlamaIndex": (
        "from llama_index.embeddings.openai_like import OpenAILikeEmbedding as E;"
        "from llama_index.llms.openai_like import OpenAILike as L;"
        "at = {'api_base': 'http://127.0.0.1:9', 'api_key': 'k'}; E('m', **at); L(model='m', **at)"
    ),
    "a token counted by LlamaIndex": "import llama_index.core.llms, llama_index.core.embeddings",
    "the bundled model": (
        "from index.embedding.embedder import BundledEmbedder; BundledEmbedder(threads=1).embed_query('So?')"
    ),
    "every reader": (
        "import index.reading.html, index.reading.pdf, index.reading.docx, index.reading.epub;"
        "import index.feeds.reading"
    ),
    "the bot on Discord": "import bot.discord.run, bot.monitoring.server, bot.doctor.command",
}


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PYTHONPATH with which those packages cannot be imported, whether they are installed or not."""
    modules = [name.replace("-", "_") for name in OVERRIDES]
    absent = tmp_path_factory.mktemp("absent")
    (absent / "sitecustomize.py").write_text(
        f"import sys\nfor name in {modules!r}:\n    sys.modules[name] = None\n", encoding="utf-8"
    )
    return f"{absent}:{ROOT}"


def test_what_is_left_out_is_asked_for_by_no_part(without: str) -> None:
    tried = "".join(
        f"try:\n    exec({code!r})\nexcept Exception as error:\n    failed.append(({part!r}, repr(error)))\n"
        for part, code in PARTS.items()
    )
    code = f"import sys\nassert sys.modules['kubernetes'] is None\nfailed = []\n{tried}print(failed)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(PYTHONPATH=without),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_build_a_search_and_an_answer_do_without_it(without: str, tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    asked = town.run("bot", "ask", news.TRAM_QUESTION, PYTHONPATH=without)
    assert news.TRAM_ANSWER in asked.stdout, asked.stderr


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_no_lock_holds_it(lock: str) -> None:
    named = re.findall(r"^([a-z0-9._-]+)==", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(OVERRIDES) > 5
    assert set(OVERRIDES) & set(named) == set()


@pytest.mark.parametrize("module", ["bot", "index"])
def test_the_version_is_said(module: str, tmp_path: Path) -> None:
    assert run(module, "--version", cwd=tmp_path).stdout == f"Footnote {VERSION}\n"


def test_the_bots_command_hands_on_to_the_index(tmp_path: Path) -> None:
    done = run("bot", "index", "search", "anything", "--limit", "1", cwd=tmp_path)
    assert done.returncode == 2
    assert "ARTICLES_DIR names articles, which is not there." in done.stderr


def test_what_the_code_reads_beside_it_is_packed() -> None:
    """Whatever is no Python below the packages must be named as their data."""
    kinds = {
        path.suffix
        for package in ("bot", "index")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }
    assert kinds == {".ftl"}
    assert PROJECT["tool"]["setuptools"]["package-data"] == {"bot.messages": ["*/*.ftl"]}
