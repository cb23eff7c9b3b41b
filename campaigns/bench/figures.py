"""What a measurement gives: figures with their targets, and the notes that a reader needs to judge them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure is measured in; the value is what stands in front of it."""

    MS = "ms"
    S = "s"
    MB = "MB"
    TOKENS_PER_S = "tokens/s"
    RATIO = "×"
    COUNT = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure should be: at most this, or at least this."""

    value: float
    at_least: bool = False

    def met_by(self, value: float) -> bool:
        return value >= self.value if self.at_least else value <= self.value


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. `note` says what it depends on, where that is not plain."""

    name: str
    value: float
    unit: Unit
    target: Target | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        return None if self.target is None else self.target.met_by(self.value)


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one measurement. One that was not taken has none, and a note that says why; `failed`
    says that it was tried."""

    title: str
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    failed: bool = False


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of the values do not exceed, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def percentiles_ms(
    name: str, seconds: Sequence[float], targets: dict[int, Target | None], note: str = ""
) -> list[Figure]:
    """A figure in milliseconds for each percentile that `targets` names; 100 is the longest."""
    figures = []
    for percent, target in targets.items():
        label = "longest" if percent == 100 else f"p{percent}"
        value = percentile(seconds, percent) * 1000
        figures.append(Figure(f"{name}, {label}", value, Unit.MS, target, note))
    return figures
