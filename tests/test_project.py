"""Invariants of the whole: who imports whom, what is documented, what the files may hold."""

import argparse
import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from dotenv import dotenv_values
from pydantic import SecretStr

from bot.settings import BotSettings
from tests.command_lines import ROOT, environment

PACKAGES = ("bot", "index")
MAX_LINES = 300
HEAVY = ("chromadb", "llama_index", "discord", "openvino", "numpy", "pydantic", "rich", "aiohttp", "bm25s")
# As DESIGN.md, "Who may import whom"; a folder's name stands for all in it.
ONLY_IN = {
    "discord": ("bot/discord/", "bot/monitoring/discord_traffic.py"),
    "chromadb": ("index/vector_store/",),
    "llama_index": ("index/embedding/embedder.py", "bot/answering/llm/"),
}
COMMANDS = {
    "bot": ("run", "chat", "ask", "evaluate", "feedback", "doctor", "index"),
    "index": (
        "build",
        "status",
        "list",
        "show",
        "search",
        "add",
        "refresh",
        "remove",
        "feeds",
        "rollback",
        "export",
        "import",
        "doctor",
    ),
}


@cache
def sources(*folders: str) -> tuple[Path, ...]:
    return tuple(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also within functions, for type checking and by its name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} imports relatively"
            yield node.module or ""
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("import_module", "__import__") and isinstance(node.args[0].value, str):
                yield node.args[0].value


def importers(package: str, *folders: str) -> list[str]:
    """The files of these folders that import the package."""
    return [
        name(path)
        for path in sources(*folders)
        if any(module.split(".")[0] == package for module in imports(path))
    ]


def test_the_index_never_imports_the_bot_and_neither_imports_the_tests() -> None:
    assert importers("bot", "index") == []
    assert importers("tests", "bot", "index") == []


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_a_large_package_is_imported_only_where_it_belongs(package: str) -> None:
    found = importers(package, *PACKAGES)
    assert [file for file in found if not file.startswith(ONLY_IN[package])] == []


def folder_imports() -> dict[str, set[str]]:
    """Which folder imports which. What a process begins with (`__main__.py`) stands above all folders:
    nothing can import it."""
    below: dict[str, set[str]] = {}
    for path in sources(*PACKAGES):
        if path.name == "__main__.py":
            continue
        folder = name(path.parent)
        for module in imports(path):
            target = ROOT / module.replace(".", "/")
            found = target if target.is_dir() else target.parent
            if module.split(".")[0] in PACKAGES and name(found) != folder:
                below.setdefault(folder, set()).add(name(found))
    return below


def test_no_folder_imports_one_that_imports_it_back_however_far_around() -> None:
    below = folder_imports()
    assert len(below) > 30  # else nothing is found any more
    circles = set()
    for start in below:
        reached, ahead = set[str](), [*below[start]]
        while ahead:
            folder = ahead.pop()
            if folder not in reached:
                reached.add(folder)
                ahead += below.get(folder, ())
        if start in reached:
            circles.add(start)
    assert circles == set()


def test_answering_knows_nothing_of_the_faces() -> None:
    faces = ("bot.discord", "bot.terminal", "bot.evaluation", "bot.presenting", "bot.storage", "bot.messages")
    found = [
        (name(p), module)
        for p in sources("bot/answering")
        for module in imports(p)
        if module.startswith(faces)
    ]
    assert found == []


def test_answering_and_the_index_run_where_discord_is_not_installed() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sources("index", "bot/answering")
        if path.name not in ("__init__.py", "__main__.py")
    ]
    code = (
        f"import importlib, sys; sys.modules['discord'] = None; [*map(importlib.import_module, {modules!r})]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert len(modules) > 150
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("module", PACKAGES)
def test_help_is_there_at_once_since_nothing_heavy_is_imported_for_it(module: str) -> None:
    code = (
        "import runpy, sys\n"
        f"sys.argv = ['{module}', '--help']\n"
        "try:\n"
        f"    runpy.run_module('{module}', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end:\n"
        "    assert end.code == 0\n"
        "print('\\n'.join(sorted(m.split('.')[0] for m in sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "COMMAND" in done.stdout
    assert set(done.stderr.split()).isdisjoint(HEAVY)


def test_each_file_has_one_duty_and_says_which() -> None:
    files = [*sources(*PACKAGES, "tests", "campaigns")]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    assert [name(path) for path, text in texts.items() if len(text.splitlines()) > MAX_LINES] == []
    written = [path for path, text in texts.items() if text.strip()]
    assert [name(path) for path in written if not ast.get_docstring(tree(path))] == []


def reads_environment_at_import(path: Path) -> bool:
    functions = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return any(
        isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
        for statement in tree(path).body
        if not isinstance(statement, functions)
        for node in ast.walk(statement)
    )


def test_importing_a_module_reads_no_settings() -> None:
    """The environment is read in functions only: settings are built once, in main()."""
    assert [name(path) for path in sources(*PACKAGES) if reads_environment_at_import(path)] == []


def defaults() -> dict[str, str]:
    """Every setting with its default as it is written, empty for none."""
    fields = BotSettings.model_fields
    return {field.upper(): "" if f.default in (None, ()) else str(f.default) for field, f in fields.items()}


def test_the_example_of_the_settings_names_each_with_its_default_and_changes_nothing() -> None:
    example = ROOT / ".env.example"
    written = dict(re.findall(r"^#([A-Z_]+)=(.*)$", example.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert written == defaults()
    assert dotenv_values(example) == {}
    assert BotSettings.load({}, example) == BotSettings()


@pytest.mark.parametrize("setting", sorted(defaults()))
def test_the_example_says_of_each_setting_what_it_expects(setting: str) -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    block = text.split(f"\n#{setting}=")[0].rsplit("\n\n", 1)[1]
    expects, default = block.split("# Default: ")
    assert len(expects) > 30
    assert default.startswith((f"{defaults()[setting]}", "none")[not defaults()[setting]])


def test_secrets_show_in_no_repr() -> None:
    secret = [field for field in BotSettings.model_fields if re.search("(token|key)$", field)]
    settings = BotSettings(**{field: SecretStr("hidden-value") for field in secret})
    assert secret
    assert "hidden-value" not in repr(settings) + str(settings)


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", sorted(defaults()))
def test_the_readme_documents_every_setting_with_its_default(setting: str) -> None:
    lines = [line for line in readme().splitlines() if f"`{setting}`" in line]
    default = defaults()[setting]
    assert lines, f"{setting} is not in README.md"
    assert any(f"`{default}`" in line if default else "none" in line for line in lines)


def subcommands(module: str) -> dict[str, argparse.ArgumentParser]:
    """The commands of a package by their names, without what stands below them."""
    parser = importlib.import_module(f"{module}.__main__").parser()
    return {name: below for name, below in commands_below(parser) if " " not in name}


def commands_below(
    parser: argparse.ArgumentParser, above: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its name, such as "feeds add"."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield f"{above}{name}", below
                yield from commands_below(below, f"{above}{name} ")


@pytest.mark.parametrize("module", PACKAGES)
def test_the_commands_are_those_of_the_design_and_the_readme_documents_them(module: str) -> None:
    assert tuple(subcommands(module)) == COMMANDS[module]
    parser = importlib.import_module(f"{module}.__main__").parser()
    # What is handed on to the other package is documented there.
    commands = [name for name, _ in commands_below(parser) if name != "index"]
    text = readme()
    assert [command for command in commands if f"python -m {module} {command}" not in text] == []


@pytest.mark.parametrize("module", PACKAGES)
def test_the_readme_documents_every_option_of_the_commands(module: str) -> None:
    text = readme()
    options = {
        option
        for _, parser in commands_below(importlib.import_module(f"{module}.__main__").parser())
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }
    assert sorted(option for option in options if option not in text) == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_names_versions_and_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "://" in line or "index-url" in line or "find-links" in line] == []
    packages = [line for line in lines if re.match(r"^[A-Za-z0-9]", line)]
    assert packages
    assert all(re.match(r"^[A-Za-z0-9._-]+(\[[a-z0-9,-]+\])?==[^ ;]+", line) for line in packages)
    assert sum("--hash=sha256:" in line for line in lines) >= len(packages)
