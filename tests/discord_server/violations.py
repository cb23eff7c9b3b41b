"""What the bot did that Discord would let pass but a good app never does; each fails the test at the end."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    LATE = "first response after 3 s"
    LEAK = "an ephemeral answer leaks"
    PRIVILEGED_INTENT = "a privileged intent is asked for"
    PING = "a message could ping"
    HEARTBEAT = "an invalid heartbeat"
    IDENTIFY = "identify over the limit"
    UNAUTHORIZED = "wrong or missing authorization"
    TOO_FAST = "more than 50 requests a second"
    UNKNOWN_ROUTE = "an unknown route"
    OWN_FAULT = "the loopback server itself failed (see the log)"
    GATEWAY_RULE = "a broken gateway rule"


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule, with what was sent where."""

    kind: Kind
    details: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.details}"


class Violations:
    """Collects violations until the test takes them or the server stops."""

    def __init__(self) -> None:
        self._found: list[Violation] = []

    @property
    def found(self) -> tuple[Violation, ...]:
        """All that nobody has taken yet."""
        return tuple(self._found)

    def add(self, kind: Kind, details: str) -> None:
        """Record one."""
        self._found.append(Violation(kind, details))

    def take(self) -> tuple[Violation, ...]:
        """Hand them over to a test that expects them, and forget them."""
        found = self.found
        self._found.clear()
        return found

    def fail_if_any(self) -> None:
        """Raise AssertionError with all that were found."""
        if self._found:
            lines = "\n".join(f"- {violation}" for violation in self._found)
            raise AssertionError(f"The bot broke {len(self._found)} rule(s) of a good Discord app:\n{lines}")
