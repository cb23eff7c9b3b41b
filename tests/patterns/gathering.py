"""Gathers every pattern of `bot` and `index`: what modules and classes hold, and what is written in calls."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import bot
import index

AnyPattern = re.Pattern[str] | re.Pattern[bytes]
CALLS = frozenset(("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"))
_DEEPEST = 4  # of tables in tables


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of both packages, imported."""
    return tuple(
        importlib.import_module(module.name)
        for package in (bot, index)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith(".__main__")
    )


@cache
def patterns() -> dict[str, AnyPattern]:
    """Each pattern once, by where it stands."""
    found: dict[AnyPattern, str] = {}
    for module in modules():
        for name, pattern in (*_held(module), *_written_in_calls(module)):
            found.setdefault(pattern, name)
    return {name: pattern for pattern, name in sorted(found.items(), key=lambda pair: pair[1])}


def not_gathered() -> list[str]:
    """Functions with a call of `re` whose pattern is made only when they run."""
    return [
        f"{module.__name__}.{function}"
        for module in modules()
        for function, call in _calls_in_functions(module)
        if _value(call, module) is None
    ]


def _held(module: ModuleType) -> Iterator[tuple[str, AnyPattern]]:
    for name, value in vars(module).items():
        if name.startswith("__"):
            continue
        if isinstance(value, type):
            if value.__module__ == module.__name__:
                for below, attribute in vars(value).items():
                    yield from _in_value(attribute, f"{module.__name__}.{name}.{below}", _DEEPEST)
        else:
            yield from _in_value(value, f"{module.__name__}.{name}", _DEEPEST)


def _in_value(value: Any, name: str, deeper: int) -> Iterator[tuple[str, AnyPattern]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif not deeper:
        return
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _in_value(each, f"{name}[{key!r}]", deeper - 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for number, each in enumerate(value):
            yield from _in_value(each, f"{name}[{number}]", deeper - 1)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for field in value.__dataclass_fields__:
            yield from _in_value(getattr(value, field, None), f"{name}.{field}", deeper - 1)


def _calls_in_functions(module: ModuleType) -> Iterator[tuple[str, ast.Call]]:
    """Calls of `re` that are not made when the module is imported, and the function's name."""
    waiting: list[tuple[str, bool, ast.AST]] = [("", False, _tree(module))]
    while waiting:
        name, within, node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{name}.{node.name}" if name else node.name
        within |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if within and isinstance(node, ast.Call) and _is_of_re(node.func):
            yield name, node
        waiting += ((name, within, below) for below in ast.iter_child_nodes(node))


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in CALLS
    )


def _written_in_calls(module: ModuleType) -> Iterator[tuple[str, AnyPattern]]:
    for _, call in _calls_in_functions(module):
        if value := _value(call, module):
            yield f"{module.__name__}:{call.lineno}", value


def _value(call: ast.Call, module: ModuleType) -> AnyPattern | None:
    """The pattern of a call as its module's own names make it; None where it needs what a function knows."""
    flags = [word.value for word in call.keywords if word.arg == "flags"]
    flags += [each for each in call.args[1:] if ast.unparse(each).startswith("re.")]
    code = f"re.compile({', '.join(map(ast.unparse, (call.args[0], *flags)))})"
    names: dict[str, Any] = {**vars(module), "re": re}
    try:
        value = eval(code, names)  # our own source
    except NameError:
        return None
    return value if isinstance(value, re.Pattern) else None


@cache
def _tree(module: ModuleType) -> ast.Module:
    assert module.__file__ is not None
    return ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
