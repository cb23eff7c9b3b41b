"""What exists in the server: users, guilds, members, channels, messages. Data only; the routes change it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.discord_server import permissions
from tests.discord_server.clock import ServerClock, Snowflakes

# A JSON object as it goes over the wire: the third-party edge of this package.
Payload = dict[str, Any]

TEXT_CHANNEL = 0
DM_CHANNEL = 1
VOICE_CHANNEL = 2
GROUP_DM = 3
CATEGORY = 4
PUBLIC_THREAD = 11
THREAD_KINDS = (10, 11, 12)
FORUM = 15

FLAG_HAS_THREAD = 1 << 5
FLAG_EPHEMERAL = 1 << 6
FLAG_LOADING = 1 << 7
FLAG_COMPONENTS_V2 = 1 << 15


@dataclass(eq=False)
class User:
    """A person or the bot."""

    id: str
    name: str
    bot: bool = False
    locale: str = "en-US"

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(eq=False)
class Membership:
    """A user's place in one guild."""

    user: User
    permissions: int
    role_id: str | None
    joined_at: datetime
    given_roles: list[str] = field(default_factory=list)  # beside the one that carries their permissions


@dataclass(frozen=True)
class Role:
    """A role that a test named."""

    id: str
    name: str

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"


@dataclass(eq=False)
class Attachment:
    """A file of a message or of a command's option."""

    id: str
    filename: str
    content_type: str
    data: bytes
    description: str | None = None


@dataclass(frozen=True)
class Edit:
    """What a message was after one change, and when."""

    at_s: float
    body: Payload


@dataclass(eq=False)
class Message:
    """A message as it stands now; `history` holds each body that the bot sent for it."""

    id: str
    channel: "Channel"
    author: User
    created_at: datetime
    content: str = ""
    embeds: list[Payload] = field(default_factory=list)
    components: list[Payload] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    kind: int = 0
    edited_at: datetime | None = None
    reply_to: "Message | None" = None
    pings: list[User] = field(default_factory=list)
    visible_to: User | None = None
    interaction: Payload | None = None
    webhook: bool = False
    deleted: bool = False
    thread: "Channel | None" = None
    nonce: str | int | None = None
    history: list[Edit] = field(default_factory=list)
    reactions: list[str] = field(default_factory=list)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & FLAG_EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still shows "is thinking…"; a deleted one shows nothing, and no follow-up fills it."""
        return bool(self.flags & FLAG_LOADING) and not self.deleted

    @property
    def text(self) -> str:
        """Everything a human reads in it, in order, one part a line; spaces that do not break as spaces."""
        return "\n".join(part for part in self.parts() if part).replace("\u00a0", " ")

    def parts(self) -> Iterator[str]:
        """Content, then each embed's words, then the text of Components V2."""
        yield self.content
        for embed in self.embeds:
            yield (embed.get("author") or {}).get("name") or ""
            yield embed.get("title") or ""
            yield embed.get("description") or ""
            for row in embed.get("fields") or []:
                yield row["name"]
                yield row["value"]
            yield (embed.get("footer") or {}).get("text") or ""
        for component in walk(self.components):
            yield component.get("content") or ""

    def controls(self) -> list[Payload]:
        """All buttons and select menus in it."""
        return [part for part in walk(self.components) if part["type"] in (2, 3, 5, 6, 7, 8)]

    def labels(self) -> list[str]:
        """The labels of its buttons."""
        return [part.get("label") or "" for part in self.controls() if part["type"] == 2]


def walk(components: list[Payload]) -> Iterator[Payload]:
    """Each component and all that it holds, depth first."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for inner in ("component", "accessory"):
            if component.get(inner):
                yield from walk([component[inner]])


@dataclass(eq=False)
class Channel:
    """A guild's channel or category, a thread, or a direct-message channel with one human."""

    id: str
    kind: int
    name: str
    guild: "Guild | None" = None
    human: User | None = None
    parent: "Channel | None" = None
    owner: User | None = None
    bot_permissions: int = permissions.MEMBER
    messages: dict[str, Message] = field(default_factory=dict)
    typing_count: int = 0
    archived: bool = False
    locked: bool = False

    @property
    def by_install(self) -> bool:
        """Whether the bot is not there itself: people use it there who installed it for themselves."""
        return self.kind == GROUP_DM or (self.guild is not None and not self.guild.has_bot)

    @property
    def is_thread(self) -> bool:
        return self.kind in THREAD_KINDS

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"


@dataclass(eq=False)
class Guild:
    """A Discord server (guild) with the bot in it."""

    id: str
    name: str
    locale: str
    owner: User
    members: dict[str, Membership] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    role_names: dict[str, str] = field(default_factory=dict)

    @property
    def has_bot(self) -> bool:
        return any(one.user.bot for one in self.members.values())


@dataclass(eq=False)
class TeamMember:
    """Somebody in the team that owns the application; `accepted`: the invitation."""

    user: User
    role: str
    accepted: bool


@dataclass(eq=False)
class Team:
    """Owns an application together; its owner is a member as well."""

    id: str
    name: str
    owner: User
    members: list[TeamMember] = field(default_factory=list)


class World:
    """All of it, by id."""

    def __init__(self, clock: ServerClock, bot_name: str) -> None:
        self.clock = clock
        self.ids = Snowflakes()
        self.application_id = self.ids.next()
        # Discord's newer apps have one id for both.
        self.bot = User(self.application_id, bot_name, bot=True)
        # Who made the application in the developer portal; a team, where there is one, owns it instead.
        self.application_owner: User | None = None
        self.team: Team | None = None
        self.application: Payload = {}  # what differs from an application as the portal makes it
        self.users: dict[str, User] = {self.bot.id: self.bot}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, Attachment] = {}
        # Privileged intents that were turned on for the application in the developer portal.
        self.allowed_intents = 0

    def new_user(self, name: str, locale: str = "en-US") -> User:
        user = User(self.ids.next(), name, locale=locale)
        self.users[user.id] = user
        return user

    def new_guild(self, name: str, locale: str) -> Guild:
        """A guild with the bot as its only member, owned by somebody who says nothing."""
        guild = Guild(self.ids.next(), name, locale, self.new_user("owner"))
        guild.roles[guild.id] = permissions.MEMBER
        self.guilds[guild.id] = guild
        self.join(guild, self.bot, permissions.MEMBER)
        self.join(guild, guild.owner, permissions.ALL)
        return guild

    def new_guild_without_bot(self, name: str, locale: str) -> Guild:
        """A guild that the bot knows nothing of."""
        guild = Guild(self.ids.next(), name, locale, self.new_user("owner"))
        guild.roles[guild.id] = permissions.MEMBER
        self.join(guild, guild.owner, permissions.ALL)
        return guild

    def join(self, guild: Guild, user: User, held: int) -> Membership:
        """Make `user` a member; what goes beyond @everyone comes with a role of their own."""
        role_id = None
        if held & ~guild.roles[guild.id]:
            role_id = self.ids.next()
            guild.roles[role_id] = held
        guild.members[user.id] = Membership(user, held, role_id, self.clock.today())
        return guild.members[user.id]

    def new_channel(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild is not None:
            channel.guild.channels[channel.id] = channel
        return channel

    def direct_channel(self, human: User) -> Channel:
        """The one direct-message channel of the bot with `human`, made when it is first needed."""
        for channel in self.channels.values():
            if channel.kind == DM_CHANNEL and channel.human is human:
                return channel
        return self.new_channel(Channel(self.ids.next(), DM_CHANNEL, human.name, human=human))

    def new_file(self, filename: str, content_type: str, data: bytes) -> Attachment:
        attachment = Attachment(self.ids.next(), filename, content_type, data)
        self.files[attachment.id] = attachment
        return attachment

    def message(self, message_id: str) -> Message | None:
        for channel in self.channels.values():
            if message_id in channel.messages:
                return channel.messages[message_id]
        return None
