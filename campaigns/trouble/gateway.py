"""Trouble with the gateway: every closing code that a session survives, lost lines, lost sessions."""

from campaigns.trouble.stage import ANSWER, Stage, end_of, shown
from campaigns.trouble.troubles import Troubles

TROUBLES = Troubles()
# Discord's documented codes after which a client may reconnect; LOST are those whose session is lost.
RESUMED = (4000, 4001, 4002, 4003, 4005, 4008)
LOST = (4007, 4009)
OTHERS = (1001, 1006, 1012)


async def _through(stage: Stage) -> None:
    """The bot is connected again, and the model goes on."""
    await stage.server.wait_for(lambda: not stage.server.gateway.connected, "the connection goes")
    await stage.server.wait_until_connected()
    stage.model.let_go()


for code in (*RESUMED, *LOST, *OTHERS):

    @TROUBLES.add(f"the gateway closes with {code} in mid-answer")
    async def closed(stage: Stage, code: int = code) -> str:
        reply = await stage.held()
        if code == 1006:
            await stage.server.gateway_faults.drop()
        else:
            await stage.server.gateway.close_all(code, resumable=code not in LOST)
        await _through(stage)
        message = await end_of(reply)
        assert ANSWER in message.text.replace("*", ""), message.text
        return shown(message)


for name, words in {
    "reconnect": "asks to reconnect (op 7)",
    "invalidate": "says that the session is invalid (op 9)",
}.items():

    @TROUBLES.add(f"the gateway {words} in mid-answer")
    async def told(stage: Stage, name: str = name) -> str:
        reply = await stage.held()
        await getattr(stage.server.gateway_faults, name)()
        await _through(stage)
        message = await end_of(reply)
        assert ANSWER in message.text.replace("*", ""), message.text
        return shown(message)
