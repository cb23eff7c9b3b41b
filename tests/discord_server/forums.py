"""What a human does in a forum: a post is a thread whose first message has the thread's id."""

from tests.discord_server import payloads
from tests.discord_server.humans import Human
from tests.discord_server.parts import Parts
from tests.discord_server.posting import MESSAGE_INTENTS
from tests.discord_server.world import FORUM, PUBLIC_THREAD, Channel, Message


async def open_post(parts: Parts, human: Human, forum: Channel, title: str, text: str) -> Message:
    """A new post: THREAD_CREATE, then MESSAGE_CREATE for its first message."""
    assert forum.kind == FORUM, "posts are made in forums"
    world = parts.world
    post = world.new_channel(
        Channel(
            world.ids.next(),
            PUBLIC_THREAD,
            title,
            guild=forum.guild,
            parent=forum,
            owner=human.user,
            bot_permissions=forum.bot_permissions,
        )
    )
    await parts.gateway.dispatch("THREAD_CREATE", payloads.channel(post) | {"newly_created": True})
    message = Message(post.id, post, human.user, world.clock.today(), content=text)
    post.messages[message.id] = message
    await parts.gateway.dispatch("MESSAGE_CREATE", parts.messages.event(message), intents=MESSAGE_INTENTS)
    return message
