"""The plain model of what must be findable: files in a folder, what a build makes of them, what is published.

Every sentence holds an invented word that stands nowhere else, so that what is found can be told exactly."""

import random
import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

KEEP = 3
_WORDS = re.findall(
    r"\w+",
    "harbour council bridge winter market teacher river number garden visitor ticket morning engine paper"
    " window summer village letter doctor kitchen station painter mountain forest evening meadow blanket"
    " lantern orchard pavement singer cabinet",
)
_CONSONANTS, _VOWELS = "bdgkmnprtvz", "aou"
_EPOCH = date(2025, 1, 1)


def invented_word(number: int) -> str:
    """A word for each number; none ends as English words do, so each is its own stem."""
    syllables = []
    for _ in range(4):
        number, rest = divmod(number, len(_CONSONANTS) * len(_VOWELS))
        syllables.append(_CONSONANTS[rest % len(_CONSONANTS)] + _VOWELS[rest // len(_CONSONANTS)])
    return "".join(syllables) + "k"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One with its own word."""

    word: str
    text: str

    @classmethod
    def invent(cls, number: int, chance: random.Random) -> "Sentence":
        word = invented_word(number)
        some = chance.sample(_WORDS, 8)
        return cls(word, " ".join(["The", *some[:4], word, *some[4:], str(chance.randrange(100, 999))]) + ".")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a file holds. Papers with the same sentences are copies, however these are laid out."""

    title: str
    published: date | None
    sentences: tuple[Sentence, ...]
    between: str = " "

    @property
    def words(self) -> frozenset[str]:
        return frozenset(sentence.word for sentence in self.sentences)

    @property
    def body(self) -> str:
        return self.between.join(sentence.text for sentence in self.sentences)

    def source(self) -> str:
        """The file's text."""
        dated = f"date: {self.published}\n" if self.published else ""
        return f"---\ntitle: {self.title}\n{dated}---\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a build makes of the files: papers by id, each text once, and the titles of its copies."""

    papers: dict[str, Paper]
    copies: dict[str, dict[str, str]]  # by the id of the paper that stands for them: title by id

    @classmethod
    def of(cls, files: dict[str, Paper]) -> "Snapshot":
        same: dict[tuple[Sentence, ...], list[str]] = {}
        for name, paper in files.items():
            same.setdefault(paper.sentences, []).append(name)
        papers, copies = {}, {}
        for names in same.values():
            first, *others = sorted(names, key=lambda name: (files[name].published or date.max, name))
            papers[first] = files[first]
            copies[first] = {name: files[name].title for name in others}
        return cls(papers, copies)

    def owner(self, word: str) -> str | None:
        """The paper that this word must lead to."""
        return next((id_ for id_, paper in self.papers.items() if word in paper.words), None)

    def difference(self, newer: "Snapshot") -> tuple[set[str], set[str], set[str]]:
        """Ids that were added, changed, removed."""
        both = self.papers.keys() & newer.papers.keys()
        changed = {id_ for id_ in both if self.papers[id_] != newer.papers[id_]}
        return newer.papers.keys() - both, changed, self.papers.keys() - both


@dataclass(slots=True)
class Publications:
    """The published snapshots that can be gone back to, oldest first, with their generations' names."""

    entries: list[tuple[str, Snapshot]] = field(default_factory=list)

    @property
    def current(self) -> Snapshot | None:
        return self.entries[-1][1] if self.entries else None

    @property
    def generation(self) -> str | None:
        return self.entries[-1][0] if self.entries else None

    def publish(self, generation: str, snapshot: Snapshot) -> None:
        self.entries = [*self.entries[-(KEEP - 1) :], (generation, snapshot)]

    def roll_back(self) -> None:
        self.entries.pop()


class Shelf:
    """The articles folder and what stands in it; each change is made to both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, Paper] = {}
        self.dead: set[str] = set()  # words of all that ever stood there
        self._numbers = 0

    def invent(self, chance: random.Random) -> Paper:
        """A new paper; one in ten is long enough for several chunks."""
        length = 60 if chance.random() < 0.1 else chance.randint(2, 4)
        day = _EPOCH + timedelta(days=chance.randrange(600)) if chance.random() < 0.8 else None
        return Paper(self._title(chance), day, tuple(self._sentence(chance) for _ in range(length)))

    def edited(self, paper: Paper, chance: random.Random) -> Paper:
        """The paper with a change: another title, another day, one sentence, or all of them."""
        shared = sum(other.sentences == paper.sentences for other in self.files.values()) > 1
        kind = chance.choice(["title", "day", "sentence", "sentence", "all"])
        if kind == "title":
            return replace(paper, title=self._title(chance))
        if kind == "day":
            return replace(paper, published=_EPOCH + timedelta(days=600 + chance.randrange(100)))
        if kind == "all" or shared:  # of a long copy the other passages would be folded
            return replace(paper, sentences=tuple(self._sentence(chance) for _ in paper.sentences))
        at = chance.randrange(len(paper.sentences))
        changed = (*paper.sentences[:at], self._sentence(chance), *paper.sentences[at + 1 :])
        return replace(paper, sentences=changed)

    def copied(self, paper: Paper, chance: random.Random) -> Paper:
        """The same sentences under another title, on another day, or in other lines."""
        title = paper.title if chance.random() < 0.5 else self._title(chance)
        days = chance.choice([-30, 0, 30])
        day = paper.published + timedelta(days=days) if paper.published else None
        return replace(paper, title=title, published=day, between=chance.choice([" ", "\n"]))

    def free_name(self, chance: random.Random) -> str:
        while True:
            name = f"{chance.choice(['', '', 'old/', 'new/'])}paper-{chance.randrange(10_000):04}.md"
            if name not in self.files:
                return name

    def put(self, name: str, paper: Paper) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(paper.source(), encoding="utf-8")
        self.files[name] = paper
        self.dead |= paper.words

    def take(self, name: str) -> None:
        (self.folder / name).unlink()
        del self.files[name]

    def rename(self, name: str, new: str) -> None:
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).rename(self.folder / new)
        self.files[new] = self.files.pop(name)

    def _title(self, chance: random.Random) -> str:
        return " ".join(chance.sample(_WORDS, 3)).capitalize()

    def _sentence(self, chance: random.Random) -> Sentence:
        self._numbers += 1
        return Sentence.invent(self._numbers, chance)
