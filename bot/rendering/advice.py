"""Under a refusal: how the question could be put, and to whom else one may turn."""

from bot.discord.questions.suggestions import Advice
from bot.discord.toolkit.markup import escape_within
from bot.messages import Messages
from bot.storage.servers import ServerSettings

QUESTION_ROOM = 150


def advice_lines(advice: Advice, messages: Messages) -> list[str]:
    """The advice, nothing where there is none."""
    lines = [messages("advice-unfiltered")] if advice.unfiltered else []
    if advice.answered:
        lines.append(messages("advice-answered"))
        shown = (escape_within(question, QUESTION_ROOM) for question in advice.answered)
        lines += [messages("advice-answered-line", question=question) for question in shown]
    if advice.hint is not None:
        lines.append(messages("advice-hint", kind=advice.hint.value))
    return lines


def escalation_line(settings: ServerSettings, messages: Messages) -> list[str]:
    """Whom the server's admins named to turn to. A mention in an embed pings nobody."""
    role, channel = settings.escalation_role, settings.escalation_channel
    if role is None and channel is None:
        return []
    named = "both" if role and channel else "role" if role else "channel"
    shown_role, shown_channel = f"<@&{role}>", f"<#{channel}>"
    return [messages("advice-turn-to", named=named, role=shown_role, channel=shown_channel)]
