"""The pictures of what a server's admins set, of privacy, and of the forms that buttons open."""

from collections.abc import AsyncIterator

from campaigns.pictures.answers import PASSENGERS, Cast, finished
from campaigns.pictures.picture import Picture, take, take_form
from tests.discord_server import Message

TOPIC = "settings:choice:topic"


async def forms(cast: Cast) -> AsyncIterator[Picture]:
    """A private answer, and what its buttons open: asking further, and what was not helpful."""
    ann, ed, channel = cast.ann, cast.ed, cast.channel
    message = await finished(await ann.slash(channel, "ask", question=PASSENGERS, private=True))
    yield take("answer-private", message, by=ann, command="ask")
    yield take_form("follow-up-form", await ann.click(message, "Follow up"))
    opened = await ann.click(message, "Not helpful")
    yield take_form("feedback-form", opened)
    thanks = await finished(await ann.submit(opened, {"Your reason": "The number of bicycles is missing."}))
    yield take("feedback-thanks", thanks)
    summary = await finished(await ed.slash(channel, "feedback summary"))
    yield take("feedback-summary", summary, by=ed, command="feedback summary")


async def settings(cast: Cast) -> AsyncIterator[Picture]:
    """The panel, and one topic after something was changed."""
    ed, channel = cast.ed, cast.channel
    panel = await finished(await ed.slash(channel, "settings"))
    yield take("settings", panel, by=ed, command="settings")
    await choose(cast, panel, "Where I answer", menu=TOPIC)
    await choose(cast, panel, channel, menu="settings:channels:answer_in")
    yield take("settings-where", panel, by=ed, command="settings")
    await choose(cast, panel, menu="settings:channels:answer_in")
    await (await ed.click(panel, "All settings")).wait_done()
    await choose(cast, panel, "How I answer", menu=TOPIC)
    yield take("settings-how", panel, by=ed, command="settings")


async def privacy(cast: Cast) -> AsyncIterator[Picture]:
    """What is stored of Ann, and the question before it is forgotten."""
    ann, channel = cast.ann, cast.channel
    shown = await finished(await ann.slash(channel, "privacy show"))
    yield take("privacy", shown, by=ann, command="privacy show")
    asked = await finished(await ann.slash(channel, "privacy forget"))
    yield take("privacy-forget", asked, by=ann, command="privacy forget")


async def limits(cast: Cast) -> AsyncIterator[Picture]:
    """Ben has asked as much as he may."""
    refused = await finished(await cast.ben.slash(cast.channel, "ask", question=PASSENGERS))
    yield take("limit", refused, by=cast.ben, command="ask")


async def choose(cast: Cast, panel: Message, *choices: object, menu: str) -> None:
    """Choose in a menu of the panel and wait until it shows what came of it."""
    await (await cast.ed.select(panel, *choices, custom_id=menu)).wait_done()  # type: ignore[arg-type]
