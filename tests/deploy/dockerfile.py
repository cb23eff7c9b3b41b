"""Reads the project's Dockerfile and .dockerignore, for the tests and for the rehearsal."""

import json
import re
import shlex
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from dockerfile_parse import DockerfileParser

from tests.command_lines import ROOT


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction: its name in capitals, and what follows it, on one line."""

    name: str
    value: str

    def words(self) -> list[str]:
        """What follows, in words as a shell or as JSON would take it apart."""
        return list(json.loads(self.value)) if self.value.startswith("[") else shlex.split(self.value)


@dataclass(frozen=True, slots=True)
class Copied:
    """A COPY: from where in which stage (None: the project's folder) to where, and whose it then is."""

    sources: tuple[str, ...]
    target: str
    stage: str | None
    owner: str | None

    @classmethod
    def of(cls, step: Step) -> "Copied":
        words = step.words()
        options = dict(word[2:].split("=", 1) for word in words if word.startswith("--"))
        assert options.keys() <= {"from", "chown"}, f"this reader does not know all of {options}"
        *sources, target = (word for word in words if not word.startswith("--"))
        return cls(tuple(sources), target, options.get("from"), options.get("chown"))


@dataclass(frozen=True, slots=True)
class Stage:
    """What is built on one base image."""

    base: str
    name: str
    steps: tuple[Step, ...]

    def all(self, name: str) -> list[Step]:
        return [step for step in self.steps if step.name == name]

    def last(self, name: str) -> Step:
        return self.all(name)[-1]

    def environment(self) -> dict[str, str]:
        """What its ENV lines set."""
        return dict(word.split("=", 1) for step in self.all("ENV") for word in step.words())


def stages(path: Path = ROOT / "Dockerfile") -> list[Stage]:
    """The stages in order; the last one is the image."""
    found: list[Stage] = []
    arguments: dict[str, str] = {}
    with path.open("rb") as file:
        for part in DockerfileParser(fileobj=file).structure:
            name, value = part["instruction"], " ".join(part["value"].split())
            if name == "ARG" and not found:
                argument, _, default = value.partition("=")
                arguments[argument] = default
            elif name == "FROM":
                base, _, stage = re.sub(r"\$\{(\w+)\}", lambda m: arguments[m[1]], value).partition(" AS ")
                found.append(Stage(base, stage, ()))
            elif name != "COMMENT":
                stage_now = found.pop()
                found.append(Stage(stage_now.base, stage_now.name, (*stage_now.steps, Step(name, value))))
    return found


def reaches_the_engine(path: str, ignore: Path = ROOT / ".dockerignore") -> bool:
    """Whether .dockerignore lets a file of the project, by its path, into a build.

    By Docker's rules: the last pattern that fits decides, and one that fits a folder decides for all in it.
    """
    parts = path.split("/")
    folders = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    reaches = True
    for line in ignore.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pattern = line.removeprefix("!")
        if any(_fits(folder, pattern) for folder in folders):
            reaches = line.startswith("!")
    return reaches


def _fits(path: str, pattern: str) -> bool:
    """`*` and `?` stand for anything within a name, `**/` at the beginning for any folders or none."""
    if pattern.startswith("**/"):
        return "/" not in pattern[3:] and fnmatchcase(path.rsplit("/", 1)[-1], pattern[3:])
    wanted, given = pattern.split("/"), path.split("/")
    return len(wanted) == len(given) and all(map(fnmatchcase, given, wanted))
