"""Whether something that one human was told in private comes out where others read it."""

from tests.discord_server.interactions import Interaction, InteractionKind, Interactions
from tests.discord_server.violations import Kind, Violations
from tests.discord_server.world import FLAG_EPHEMERAL, Message, Payload, User, World

# Shorter texts ("Nothing found.") are said in private and in public alike.
LEAST_LENGTH = 40


class LeakWatch:
    """Looks at each message that the bot makes public."""

    def __init__(self, world: World, interactions: Interactions, violations: Violations) -> None:
        self._world = world
        self._interactions = interactions
        self._violations = violations

    def check_follow_up(self, interaction: Interaction, body: Payload) -> None:
        """A follow-up must be as private as the first response was, unless the human shares by a button."""
        asked_private = bool((body.get("flags") or 0) & FLAG_EPHEMERAL)
        if interaction.original is not None and interaction.original.loading:
            # The first follow-up of a defer fills the deferred message, whatever its own flags say.
            self.check_edit(interaction, body)
        elif interaction.ephemeral and not asked_private and not from_private_message(interaction):
            self._violations.add(
                Kind.LEAK, f"a public follow-up after an ephemeral response to {interaction}"
            )

    def check_edit(self, interaction: Interaction, body: Payload) -> None:
        """EPHEMERAL on the edit of a public defer does nothing: the text is public."""
        if (body.get("flags") or 0) & FLAG_EPHEMERAL and not interaction.ephemeral:
            details = (
                f"EPHEMERAL is set only after the public defer of {interaction}, where Discord ignores it"
            )
            self._violations.add(Kind.LEAK, details)

    def check_admin(self, interaction: Interaction) -> None:
        """What an admin's command says is for that admin."""
        if interaction.admin_only and interaction.channel.guild is not None and not interaction.ephemeral:
            self._violations.add(Kind.LEAK, f"a public response to the admins' {interaction}")

    def check_channel_message(self, message: Message) -> None:
        """A message that answers nobody and says what was said in private before."""
        if message.reply_to is not None:
            return
        said = {part for part in message.parts() if len(part) >= LEAST_LENGTH}
        for channel in self._world.channels.values():
            for other in channel.messages.values():
                human = other.visible_to
                if human is not None and said & set(other.parts()) and not self._shared_by(human):
                    details = f"a public message repeats what only {human.name} was shown"
                    self._violations.add(Kind.LEAK, details)
                    return

    def _shared_by(self, human: User) -> bool:
        """Whether they pressed something on a message that only they see: a "Share" button, it may be."""
        return any(one.user is human and from_private_message(one) for one in self._interactions.made)


def from_private_message(interaction: Interaction) -> bool:
    """Whether it was made on a message that only its user sees, as a "Share" button is."""
    on_message = interaction.kind in (InteractionKind.COMPONENT, InteractionKind.MODAL)
    return on_message and interaction.source is not None and interaction.source.ephemeral
