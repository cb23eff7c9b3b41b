"""Trouble with Discord's HTTP side: rate limits in every form, errors, slow and broken answers."""

from campaigns.trouble.stage import ANSWER, Stage, end_of, shown
from campaigns.trouble.troubles import Troubles

TROUBLES = Troubles()
EDIT = r"/webhooks/.*"
POST = r"/channels/\d+/messages"


async def _asked_well(stage: Stage) -> str:
    message = await end_of(await stage.asked())
    assert ANSWER in message.text.replace("*", ""), message.text
    return shown(message)


async def _mentioned_well(stage: Stage) -> str:
    message = await stage.ann.say(stage.channel, "@bot How long is tram line 4?")
    await stage.until(lambda: ANSWER in message.text.replace("*", ""), "the answer is there")
    return shown(message)


@TROUBLES.add("429 for the edit of the answer (scope user)", "rate limited")
async def limited_user(stage: Stage) -> str:
    stage.server.disruptions.rate_limit("PATCH", EDIT, retry_after_s=0.3)
    return await _asked_well(stage)


@TROUBLES.add("429 for the edit of the answer (scope shared)", "rate limited")
async def limited_shared(stage: Stage) -> str:
    stage.server.disruptions.rate_limit("PATCH", EDIT, retry_after_s=0.3, scope="shared")
    return await _asked_well(stage)


@TROUBLES.add("429 global, for the reply to a mention", "[Gg]lobal rate limit")
async def limited_globally(stage: Stage) -> str:
    stage.server.disruptions.rate_limit("POST", POST, retry_after_s=0.5, is_global=True)
    return await _mentioned_well(stage)


@TROUBLES.add("three 429s one after the other for the edit of the answer", "rate limited")
async def limited_again(stage: Stage) -> str:
    stage.server.disruptions.rate_limit("PATCH", EDIT, retry_after_s=0.2, times=3)
    return await _asked_well(stage)


@TROUBLES.add("a bucket of the channel that is used up (headers only: Remaining 0), three mentions at once")
async def used_up(stage: Stage) -> str:
    stage.server.disruptions.limit_route("POST", POST, limit=1, window_s=0.5)
    saw = [await _mentioned_well(stage) for _ in range(3)]
    return saw[-1]


@TROUBLES.add("429 by the network in front of Discord (HTML, only Retry-After) for the edit of the answer")
async def limited_by_cloudflare(stage: Stage) -> str:
    stage.server.disruptions.rate_limit("PATCH", EDIT, scope="cloudflare", retry_after_s=1.0)
    reply = await stage.asked()
    return shown(await end_of(reply))


for status in (500, 502, 503, 504):

    @TROUBLES.add(f"{status} for the edit of the answer")
    async def failed_edit(stage: Stage, status: int = status) -> str:
        stage.server.disruptions.server_error("PATCH", EDIT, status=status)
        return shown(await end_of(await stage.asked()))


@TROUBLES.add("502 for the reply to a mention")
async def failed_reply(stage: Stage) -> str:
    stage.server.disruptions.server_error("POST", POST, status=502)
    return await _mentioned_well(stage)


@TROUBLES.add("500 for the defer itself: Discord never took the first response")
async def failed_defer(stage: Stage) -> str:
    stage.server.disruptions.server_error("POST", r"/interactions/.*", status=500)
    try:
        reply = await stage.asked(timeout_s=6.0)
    except AssertionError:
        stage.server.take_violations()
        return "“The application did not respond” (Discord's own words)"
    return shown(await end_of(reply))


@TROUBLES.add("the edit of the answer takes 3 s")
async def slow_edit(stage: Stage) -> str:
    stage.server.disruptions.slow("PATCH", EDIT, seconds=3.0)
    return await _asked_well(stage)


@TROUBLES.add("the defer takes 2 s to arrive")
async def slow_defer(stage: Stage) -> str:
    stage.server.disruptions.slow("POST", r"/interactions/.*", seconds=2.0)
    return await _asked_well(stage)


@TROUBLES.add("Discord's answer to the edit breaks off in its middle")
async def truncated_edit(stage: Stage) -> str:
    stage.server.disruptions.truncate("PATCH", EDIT)
    return await _asked_well(stage)


@TROUBLES.add("the connection is cut before the edit is taken")
async def cut_edit(stage: Stage) -> str:
    stage.server.disruptions.cut("PATCH", EDIT)
    return await _asked_well(stage)


@TROUBLES.add("the connection is cut before the reply to a mention is taken")
async def cut_reply(stage: Stage) -> str:
    stage.server.disruptions.cut("POST", POST)
    return await _mentioned_well(stage)
