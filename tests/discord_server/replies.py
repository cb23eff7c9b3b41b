"""What a human sees after they used a command, a button or a modal."""

from dataclasses import dataclass

from tests.discord_server.changes import Changes
from tests.discord_server.interactions import Interaction, ResponseType
from tests.discord_server.world import Message, Payload

WAIT_S = 20.0


class NoAnswer(AssertionError):
    """The bot did not answer in time; says to what."""


@dataclass(frozen=True)
class Choice:
    """One suggestion of an autocomplete."""

    name: str
    value: object


class Reply:
    """The bot's response to one interaction, as it stands now."""

    def __init__(self, interaction: Interaction, changes: Changes) -> None:
        self.interaction = interaction
        self._changes = changes

    @property
    def deferred(self) -> bool:
        """Whether the first response was a defer, of a new message or of an update."""
        return self.interaction.response in (ResponseType.DEFERRED_MESSAGE, ResponseType.DEFERRED_UPDATE)

    @property
    def updated(self) -> bool:
        """Whether it changed (or deferred to change) the message that the button is on."""
        return self.interaction.response in (ResponseType.UPDATE, ResponseType.DEFERRED_UPDATE)

    @property
    def ephemeral(self) -> bool:
        """Whether only this human sees the response."""
        return self.interaction.ephemeral

    @property
    def message(self) -> Message:
        """The response message (for an update, the message that the button is on)."""
        if self.interaction.original is None:
            raise NoAnswer(
                f"{self.interaction} has no message; its response is {self.interaction.response!r}"
            )
        return self.interaction.original

    @property
    def modal(self) -> Payload | None:
        """The modal that opened, as the bot sent it."""
        return self.interaction.modal

    @property
    def followups(self) -> tuple[Message, ...]:
        """Messages beyond the first, oldest first."""
        return tuple(self.interaction.followups)

    @property
    def first_response_seconds(self) -> float:
        """From the human's click to the bot's first response."""
        waited_s = self.interaction.first_response_s
        if waited_s is None:
            raise NoAnswer(f"no response to {self.interaction}")
        return waited_s

    async def wait_done(self, timeout_s: float = WAIT_S) -> Message:
        """The message once it no longer shows "is thinking…" (or the deferred update of a button has come).

        NoAnswer after `timeout_s`.
        """
        done = await self._changes.until(self._finished, timeout_s)
        if done is None:
            raise NoAnswer(f"{self.interaction} is still thinking after {timeout_s} s")
        return done

    def _finished(self) -> Message | None:
        message = self.message
        if message.deleted:
            return message
        if self.interaction.response is ResponseType.DEFERRED_UPDATE:
            return message if len(message.history) > self.interaction.source_edits else None
        return None if message.loading else message

    async def wait_followup(self, number: int = 1, timeout_s: float = WAIT_S) -> Message:
        """Follow-up `number`, from 1."""
        found = await self._changes.until(
            lambda: self.followups[number - 1] if len(self.followups) >= number else None, timeout_s
        )
        if found is None:
            raise NoAnswer(f"{self.interaction} has {len(self.followups)} follow-ups, not {number}")
        return found

    async def wait_edit(self, text: str, timeout_s: float = WAIT_S) -> Message:
        """The message once `text` stands in it."""
        found = await self._changes.until(
            lambda: self.message if text in self.message.text else None, timeout_s
        )
        if found is None:
            raise NoAnswer(
                f"{text!r} never came into the answer to {self.interaction}: {self.message.text!r}"
            )
        return found
