"""Another's private answer opens to nobody, whichever button or form carries its id.

Discord takes only ids that stand in the message, and so does discord.py; here a message of ours carries them
all the same, as one of another version or a mistake of ours would.
"""

from typing import Any

import pytest

from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.discord_server import Human, Message, Reply
from tests.discord_server import permissions as bits

BUTTONS = [
    "passages:{id}",
    "passage:n:1:{id}",
    "follow:{id}",
    "share:{id}",
    "feedback:y:{id}",
    "feedback:n:{id}",
    "feedback-question:{id}",
    "delete:{id}",
]


async def answer_of(person: Human, scene: Scene, *, private: bool) -> Message:
    reply = await person.slash(scene.channel, "ask", question=QUESTION, private=private)
    return await reply.wait_done()


def id_of(answer: Message) -> str:
    (found,) = {
        one["custom_id"].split(":")[1] for one in answer.controls() if "passages:" in one["custom_id"]
    }
    return str(found)


def forged(message: Message, custom_id: str) -> None:
    button = {"type": 2, "id": 2, "style": 2, "label": "Forged", "custom_id": custom_id}
    message.components = [{"type": 1, "id": 1, "components": [button]}]


async def told(reply: Reply) -> Message:
    return await reply.wait_followup() if reply.updated else await reply.wait_done()


@pytest.mark.parametrize("custom_id", BUTTONS)
async def test_no_button_gives_it_away(scene: Scene, custom_id: str) -> None:
    secret = id_of(await answer_of(scene.ann, scene, private=True))
    own = await answer_of(scene.ben, scene, private=False)
    forged(own, custom_id.format(id=secret))
    reply = await scene.ben.click(own, "Forged")
    assert reply.modal is None
    refused = await told(reply)
    assert refused.embeds[0]["title"] == "Not possible"
    assert refused.visible_to is scene.ben.user
    assert "41 metres" not in refused.text


@pytest.mark.parametrize(("button", "field"), [("Follow up", "question"), ("Not helpful", "reason")])
async def test_no_form_does(scene: Scene, button: str, field: str) -> None:
    secret = id_of(await answer_of(scene.ann, scene, private=True))
    own = await answer_of(scene.ben, scene, private=False)
    opened = await scene.ben.click(own, button)
    assert opened.modal is not None
    form: dict[str, Any] = opened.modal
    form["custom_id"] = form["custom_id"].replace(id_of(own), secret)
    reply = await scene.ben.submit(opened, {field: "What of the lighthouse?"})
    # What follows up is shown to all, so it goes before its asker is refused alone.
    shown = await (reply.wait_followup() if button == "Follow up" else reply.wait_done())
    assert shown.embeds[0]["title"] == "Not possible"
    assert shown.visible_to is scene.ben.user
    assert [one.text for one in scene.answering.asked] == [QUESTION] * 2


async def test_not_even_who_may_delete_messages_takes_it_away(scene: Scene) -> None:
    mod = scene.guild.add_member("Mod", permissions=bits.MEMBER | bits.MANAGE_MESSAGES)
    private = await answer_of(scene.ann, scene, private=True)
    own = await answer_of(mod, scene, private=False)
    forged(own, f"delete:{id_of(private)}")
    refused = await told(await mod.click(own, "Forged"))
    assert "Not possible" in refused.text
    page = await (await scene.ann.click(private, "Passages")).wait_done()
    assert "Passage 1 of 2" in page.text
