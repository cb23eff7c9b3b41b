"""The panel of `/settings` as its tests use it: opened at a topic, read, and changed."""

from dataclasses import dataclass

from bot.storage.servers import ServerSettings
from bot.storage.state import State
from tests.bot.discord.conftest import Scene
from tests.discord_server import Human, Message

TOPICS = {
    "where": "Where I answer",
    "how": "How I answer",
    "who": "Who looks after me",
    "articles": "Articles",
    "language": "Language",
    "backup": "Backup",
}


@dataclass
class Panel:
    """One admin's panel."""

    scene: Scene
    human: Human
    message: Message

    @classmethod
    async def open(cls, scene: Scene, topic: str = "", human: Human | None = None) -> "Panel":
        human = human or scene.admin
        reply = await human.slash(scene.channel, "settings", force=True)
        panel = cls(scene, human, await reply.wait_done())
        if topic:
            await panel.choose(TOPICS[topic], menu="settings:choice:topic")
        return panel

    async def choose(self, *choices: object, menu: str) -> str:
        """Choose in a menu and wait until the panel shows what came of it."""
        reply = await self.human.select(self.message, *choices, custom_id=menu)  # type: ignore[arg-type]
        return (await reply.wait_done()).text

    async def press(self, label: str) -> str:
        """Press a button and wait until the panel shows what came of it."""
        return (await (await self.human.click(self.message, label)).wait_done()).text

    def default_values(self, menu: str) -> list[str]:
        """What stands chosen in a menu."""
        control = next(one for one in self.message.controls() if one["custom_id"] == menu)
        if "options" in control:
            return [option["label"] for option in control["options"] if option.get("default")]
        return [str(one["id"]) for one in control.get("default_values") or []]


async def kept(scene: Scene) -> ServerSettings:
    """What the bot's file says of this server."""
    state = State(scene.data_dir / "bot.sqlite3")
    await state.servers.load()
    settings = state.servers.of(int(scene.guild.id))
    await state.close()
    return settings
