"""What a message that answers an interaction says of where it comes from."""

from tests.discord_server import payloads
from tests.discord_server.interactions import Interaction, InteractionKind
from tests.discord_server.posting import Origin
from tests.discord_server.rules.fault import Path
from tests.discord_server.world import Payload

CHAT_COMMAND, MENU_COMMAND = 20, 23


def origin_of(interaction: Interaction, *, ephemeral: bool, path: Path = ()) -> Origin:
    """The kind of message, who alone sees it, and its `interaction_metadata`."""
    metadata: Payload = {
        "id": interaction.id,
        "type": int(interaction.kind),
        "user": payloads.user(interaction.user),
        "authorizing_integration_owners": {},
    }
    kind = 0
    if interaction.kind is InteractionKind.COMMAND:
        metadata["name"] = interaction.name
        kind = CHAT_COMMAND if interaction.data.get("type") == 1 else MENU_COMMAND
    elif interaction.source is not None:
        metadata["interacted_message_id"] = interaction.source.id
    visible_to = interaction.user if ephemeral else None
    return Origin(kind, visible_to, metadata, webhook=True, path=path)
