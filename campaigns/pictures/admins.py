"""The pictures of looking after the articles and the feeds, and of what is refused to others."""

from collections.abc import AsyncIterator

from campaigns.pictures.answers import Cast, finished
from campaigns.pictures.gazette import BAKERY, BRIDGE, page, write_chronicle
from campaigns.pictures.picture import Picture, take, take_state
from tests.conversation.town import Town
from tests.discord_server import Message
from tests.discord_server.world import Payload
from tests.index.web.site import Site

WORK_S = 90.0


async def articles(cast: Cast, town: Town) -> AsyncIterator[Picture]:
    """Files that came into the folder: looked at, indexed, and what stands then."""
    ed, channel = cast.ed, cast.channel
    write_chronicle(town.articles, 60)  # enough work for its progress to be seen
    (town.articles / "broken.pdf").write_bytes(b"this was never a PDF")
    checked = await (await ed.slash(channel, "articles check")).wait_edit("What a reindex would do", WORK_S)
    yield take("check-report", checked, by=ed, command="articles check")
    done = await (await ed.slash(channel, "articles reindex")).wait_edit("Published as", WORK_S)
    yield take_state("reindex-progress", done, in_the_middle(done), by=ed, command="articles reindex")
    yield take("reindex-report", done, by=ed, command="articles reindex")
    status = await finished(await ed.slash(channel, "articles status"))
    yield take("status", status, by=ed, command="articles status")
    found = await ed.autocomplete(channel, "articles remove", "article", "mill")
    asked = await finished(await ed.slash(channel, "articles remove", article=found[0].value))
    yield take("remove-question", asked, by=ed, command="articles remove")


async def web(cast: Cast, site: Site) -> AsyncIterator[Picture]:
    """Articles by their addresses, and feeds that bring them."""
    ed, channel, host = cast.ed, cast.channel, f"127.0.0.1:{site.port}"
    link = site.page("/bridge", page("A ferry until autumn", BRIDGE))
    links = f"{link} {site.url}/nowhere"
    added = await (await ed.slash(channel, "articles add", links=links)).wait_edit("Published as", WORK_S)
    yield take("add-result", added, by=ed, command="articles add", site=host)
    story = site.page("/bakery", page("A new oven for the oldest bakery", BAKERY))
    item = f"<item><title>A new oven for the oldest bakery</title><link>{story}</link></item>"
    feed = f"<rss version='2.0'><channel><title>Harbour Gazette</title>{item}</channel></rss>"
    site.page("/feed", feed, "application/rss+xml")
    brought = await (await ed.slash(channel, "feeds add", links=f"{site.url}/feed")).wait_edit(
        "Published as", WORK_S
    )
    yield take("feed-added", brought, by=ed, command="feeds add", site=host)
    listed = await finished(await ed.slash(channel, "feeds list"))
    yield take("feeds-list", listed, by=ed, command="feeds list", site=host)


async def refusals(cast: Cast) -> AsyncIterator[Picture]:
    """What cannot be done, and help."""
    ann, ed, channel = cast.ann, cast.ed, cast.channel
    odd = await finished(await ann.slash(channel, "ask", question="How tall is it?", since="soonish"))
    yield take("error-date", odd, by=ann, command="ask")
    barred = await finished(await ann.slash(channel, "articles reindex", force=True))
    yield take("error-permission", barred, by=ann, command="articles reindex")
    helped = await ed.slash(channel, "help")
    yield take("help", helped.message, by=ed, command="help")


def in_the_middle(message: Message) -> Payload:
    """Of all that long work showed, the state in which most of a stage was done but not all; else any."""
    states = [edit.body for edit in message.history if edit.body.get("components")]
    assert states, "the work showed no progress"
    return max(states, key=lambda body: (" left" in text_of(body), text_of(body).count("▰")))


def text_of(body: Payload) -> str:
    return " ".join(str(embed.get("description")) for embed in body.get("embeds") or [])
