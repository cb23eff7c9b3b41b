"""One fault in a body that the bot sent: where, Discord's code for it, and what it says."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """`path` leads from the body's root to the faulty value."""

    path: Path
    code: str
    message: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.code}: {self.message}"


def too_long(path: Path, limit: int) -> Fault:
    return Fault(path, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")


def bad_length(path: Path, least: int, most: int) -> Fault:
    return Fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def required(path: Path) -> Fault:
    return Fault(path, "BASE_TYPE_REQUIRED", "This field is required")


def wrong_choice(path: Path, allowed: str) -> Fault:
    return Fault(path, "BASE_TYPE_CHOICES", f"Value must be one of {allowed}.")


def length_faults(value: object, path: Path, least: int, most: int) -> list[Fault]:
    """Whether `value` is a string (or a list) of `least` to `most`; a missing one is a fault if least > 0.

    Counted in code points, as Discord's service does.
    """
    if value is None or value == "":
        return [required(path)] if least > 0 else []
    if not isinstance(value, str | list):
        return [Fault(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.")]
    if len(value) > most or len(value) < least:
        return [bad_length(path, least, most) if least > 0 else too_long(path, most)]
    return []


def out_of_range(path: Path, least: float, most: float) -> Fault:
    return Fault(path, "NUMBER_TYPE_RANGE", f"Value should be between {least} and {most}.")
