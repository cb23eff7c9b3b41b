"""Interactions: what a human did, and how far the bot's answer to it has come."""

import asyncio
import secrets
from dataclasses import dataclass, field
from enum import IntEnum

from tests.discord_server import errors
from tests.discord_server.changes import Changes
from tests.discord_server.clock import ServerClock
from tests.discord_server.errors import ApiError, unknown
from tests.discord_server.violations import Kind, Violations
from tests.discord_server.world import Channel, Message, Payload, User

FIRST_RESPONSE_S = 3.0
TOKEN_LIFE_S = 15 * 60.0


class InteractionKind(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class ResponseType(IntEnum):
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    AUTOCOMPLETE = 8
    MODAL = 9


@dataclass(eq=False)
class Interaction:
    """One of them; `created_s` and `responded_s` are on the server's clock."""

    id: str
    token: str
    kind: InteractionKind
    user: User
    channel: Channel
    data: Payload
    created_s: float
    name: str
    source: Message | None = None
    source_edits: int = 0  # how often the bot had written that message before
    admin_only: bool = False
    delivered: bool = True
    late: bool = False
    responded_s: float | None = None
    response: ResponseType | None = None
    ephemeral: bool = False
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Payload | None = None
    choices: list[Payload] | None = None

    @property
    def first_response_s(self) -> float | None:
        """How long the human waited for the first response."""
        return None if self.responded_s is None else self.responded_s - self.created_s

    def __str__(self) -> str:
        return f"{self.kind.name.lower()} {self.name!r} by {self.user.name}"


class Interactions:
    """All that were made, found by their tokens; watches that each is answered in time."""

    def __init__(self, clock: ServerClock, violations: Violations, changes: Changes) -> None:
        self._clock = clock
        self._violations = violations
        self._changes = changes
        self._by_token: dict[str, Interaction] = {}
        self._alarms: list[asyncio.TimerHandle] = []

    @property
    def made(self) -> tuple[Interaction, ...]:
        """Every interaction so far, oldest first."""
        return tuple(self._by_token.values())

    @staticmethod
    def new_token() -> str:
        return secrets.token_urlsafe(48)

    def add(self, interaction: Interaction) -> None:
        """Start the clock on it."""
        self._by_token[interaction.token] = interaction
        loop = asyncio.get_running_loop()
        self._alarms.append(loop.call_later(FIRST_RESPONSE_S, self._note_if_late, interaction))

    def _note_if_late(self, interaction: Interaction) -> None:
        waited_s = self._clock.now_s() - interaction.created_s
        if interaction.responded_s is None and not interaction.late and waited_s >= FIRST_RESPONSE_S:
            interaction.late = True
            if interaction.delivered:
                self._violations.add(Kind.LATE, str(interaction))
            self._changes.tell()

    def to_answer(self, interaction_id: str, token: str) -> Interaction:
        """The interaction that a first response is for; refuses one that is unknown, late, or answered."""
        interaction = self._by_token.get(token)
        if interaction is None or interaction.id != interaction_id:
            raise unknown("interaction", errors.UNKNOWN_INTERACTION)
        if interaction.responded_s is not None:
            raise ApiError(400, errors.ALREADY_ACKNOWLEDGED, "Interaction has already been acknowledged.")
        self._note_if_late(interaction)
        if interaction.late:
            raise unknown("interaction", errors.UNKNOWN_INTERACTION)
        return interaction

    def to_follow(self, application_id: str, token: str, own_id: str) -> Interaction:
        """The interaction that an edit or follow-up is for; refuses a token that is unknown or too old."""
        interaction = self._by_token.get(token)
        if interaction is None or application_id != own_id or interaction.responded_s is None:
            raise unknown("Webhook", errors.UNKNOWN_WEBHOOK)
        if self._clock.now_s() - interaction.created_s >= TOKEN_LIFE_S:
            raise ApiError(401, errors.INVALID_WEBHOOK_TOKEN, "Invalid Webhook Token")
        return interaction

    def stop(self) -> None:
        """Look at those that are still open once more, and end the alarms."""
        for interaction in self.made:
            self._note_if_late(interaction)
        for alarm in self._alarms:
            alarm.cancel()
