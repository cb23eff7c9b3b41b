"""Used by the soak: a folder of invented articles of which each step adds, changes or removes one."""

import random
from dataclasses import dataclass, field
from pathlib import Path

_PLACES = ("harbour", "mill", "library", "tram depot", "school", "market hall", "bridge", "swimming bath")
_PEOPLE = ("Ilse Brandt", "Pavel Orlov", "Nora Falk", "Jonas Veit", "Mira Sand", "Anton Reuss", "Lea Holm")
_ADVERBS = (
    "in spring",
    "by the end of the year",
    "after long talks",
    "against the mayor's advice",
    "at last",
)
_PARAGRAPHS = 6


def name_of(number: int) -> str:
    """A made-up name that occurs in one version of one article and nowhere else."""
    digits = []
    while True:
        number, digit = divmod(number, 20)
        digits.append("bcdfghjklmnprstvwxyz"[digit])
        if number == 0:
            break
    return ("Q" + "o".join(reversed(digits)) + "omar").capitalize()


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to the folder: the name that must be found now, and the one that must not."""

    kind: str
    article: str
    name: str | None  # None where the article is gone
    gone: str | None


@dataclass(slots=True)
class Articles:
    """The folder; `names` are the made-up names by file."""

    folder: Path
    choose: random.Random
    names: dict[str, str] = field(default_factory=dict)
    written: int = 0

    def fill(self, count: int) -> None:
        """Write the first articles."""
        self.folder.mkdir(parents=True)
        for _ in range(count):
            self._write(f"a{self.written:06}.md")

    def change_one(self, step: int) -> Step:
        """Add, change or remove one article, in turn."""
        kind = ("add", "change", "remove")[step % 3]
        if kind == "add":
            article = f"a{self.written:06}.md"
            return Step(kind, article, self._write(article), None)
        article = self.choose.choice(sorted(self.names))
        gone = self.names[article]
        if kind == "change":
            return Step(kind, article, self._write(article), gone)
        del self.names[article]
        (self.folder / article).unlink()
        return Step(kind, article, None, gone)

    def _write(self, article: str) -> str:
        name = name_of(self.written)
        self.written += 1
        choose = self.choose
        place, person = choose.choice(_PLACES), choose.choice(_PEOPLE)
        body = "\n\n".join(
            f"The {place} of {name} will be rebuilt {choose.choice(_ADVERBS)}, {person} said."
            f" It costs {choose.randrange(2, 90)} million euros, of which {name} itself pays"
            f" {choose.randrange(5, 60)} percent. {choose.choice(_PEOPLE)} called the sum of"
            f" {choose.randrange(100, 999)} euros for each household too high {choose.choice(_ADVERBS)}."
            for _ in range(_PARAGRAPHS)
        )
        head = f"---\ntitle: The {place} of {name}\npublisher: Harbour Gazette\ndate: 2026-03-11\n---\n"
        (self.folder / article).write_text(head + body, encoding="utf-8")
        self.names[article] = name
        return name
