"""The floors of the gate: `floors.json`, what falls below it, and the rule by which it is renewed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.evaluation.scoring import SHARES, Figure, Scores

FILE = Path(__file__).parent / "floors.json"
# Two questions may flip before a floor is missed: on another processor the int8 model's vectors differ in
# the last digits, and of two passages that score alike the other one comes first.
MARGIN_QUESTIONS = 2
# These are promises of the whole project, not figures that may be a little worse.
PROMISES = (Figure.CITED, Figure.VERBATIM)
# On so few articles the rest of the passages' text is read within 10,000 characters, whatever their order.
HELD = tuple(figure for figure in SHARES if figure is not Figure.FOUND_10000)


@dataclass(frozen=True, slots=True)
class Floor:
    """A figure may not fall below `floor`, which is what was `measured` minus the margin."""

    measured: float
    floor: float


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors, and the digest of the set that they were measured on."""

    digest: str
    figures: Mapping[Figure, Floor]


@dataclass(frozen=True, slots=True)
class Miss:
    """A figure that is below its floor."""

    figure: Figure
    value: float
    floor: float

    def __str__(self) -> str:
        return f"{self.figure}: {self.value:.4f} is below its floor of {self.floor:.4f}"


class WouldLower(Exception):
    """Renewing would lower floors, and nobody said that it may."""

    def __init__(self, misses: tuple[Miss, ...]) -> None:
        super().__init__("; ".join(map(str, misses)))
        self.misses = misses


def read_floors(path: Path = FILE) -> Floors:
    """The floors as they are pinned."""
    content = json.loads(path.read_text(encoding="utf-8"))
    figures = {Figure(name): Floor(**values) for name, values in content["figures"].items()}
    return Floors(content["digest"], figures)


def write_floors(floors: Floors, path: Path = FILE) -> None:
    """Pin the floors."""
    figures = {figure.value: asdict(floor) for figure, floor in floors.figures.items()}
    content = {"digest": floors.digest, "figures": figures}
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def misses(floors: Floors, scores: Scores) -> tuple[Miss, ...]:
    """The figures that are below their floors; one that could not be measured counts as 0."""
    values = {figure: scores[figure].value if figure in scores else 0.0 for figure in floors.figures}
    return tuple(
        Miss(figure, values[figure], floor.floor)
        for figure, floor in floors.figures.items()
        if values[figure] < floor.floor
    )


def renewed(old: Floors | None, digest: str, scores: Scores, *, lower: bool = False) -> Floors:
    """The floors after a measurement: each rises where the figure did, and falls only if `lower` says so.

    Without `lower` a figure that is a little worse, yet above its floor, keeps its floor; one that is
    below it raises WouldLower, and so does one that is held no longer. With it every floor is set anew.
    """
    measured: dict[Figure, Floor] = {figure: _floor(figure, scores) for figure in HELD if figure in scores}
    if old is None or lower:
        return Floors(digest, measured)
    if missed := misses(old, scores):
        raise WouldLower(missed)
    higher: dict[Figure, Floor] = {
        figure: max(floor, old.figures.get(figure, floor), key=lambda each: each.floor)
        for figure, floor in measured.items()
    }
    return Floors(digest, higher)


def _floor(figure: Figure, scores: Scores) -> Floor:
    value = scores[figure].value
    # Down, so that a figure which is exactly as many questions worse still holds.
    return Floor(round(value, 6), int((value - _margin(figure, scores)) * 1e6) / 1e6)


def _margin(figure: Figure, scores: Scores) -> float:
    if figure in PROMISES:
        return 0.0
    if figure is Figure.BALANCED:
        return (_margin(Figure.CORRECT, scores) + _margin(Figure.REFUSED, scores)) / 2
    return min(MARGIN_QUESTIONS / scores[figure].questions, scores[figure].value)
