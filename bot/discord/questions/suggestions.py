"""After a refusal: how the question could be put so that the articles answer it, tried before it is said.

Nothing is proposed that was not asked of the index: quotes only, so that no language model is paid for it,
and only as long as somebody may be kept waiting for a refusal.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answer import Answer, Outcome, Question
from bot.answering.answerer import Answers
from bot.answering.question.followups import names_in
from bot.discord.questions.question import Asked
from bot.discord.toolkit.discord_limits import shorten
from bot.discord.toolkit.markup import escape_within
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.storage.servers import ServerSettings
from index.article import ArticleInfo
from index.errors import FootnoteError
from index.passage import Filters
from index.words import tokens

TRIED = 3  # articles; each costs a search
SHOWN = 2
BUSY = 8  # questions under way, from which nothing is tried: who has an answer coming goes first
LONG = 160  # characters
TITLE_ROOM = 80
_SITE = re.compile(r"(?<!\s)\s++[|–]\s++[^|–]{1,40}+$")  # a title's last part, where it is the site's name


class Hint(StrEnum):
    """What can be said of the question without trying."""

    NAME_IT = "name"  # it points at something ("it", "there") or names nothing
    SHORTER = "shorter"
    OTHER_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Advice:
    """`unfiltered` says that the articles answer the question without what its asker set; `answered` are
    questions near it that they answer."""

    unfiltered: bool = False
    answered: tuple[str, ...] = ()
    hint: Hint | None = None


NONE = Advice()


@dataclass(frozen=True, slots=True)
class Trial:
    """A question that might be proposed; `about` is the article that must then be cited."""

    text: str
    about: str | None = None

    def is_met_by(self, answer: Answer) -> bool:
        """Whether the articles answer it, from the one that it is about."""
        cited = {citation.article_id for one in answer.statements for citation in one.citations}
        return answer.outcome is Outcome.ANSWERED and (self.about is None or self.about in cited)


async def advise(bot: BotBase, asked: Asked, refusal: Answer) -> Advice:
    """What could be asked instead. Never fails; at worst it has only a hint, or nothing."""
    if refusal.outcome not in (Outcome.REFUSED, Outcome.NO_ARTICLES):
        return NONE
    if len(bot.in_flight) > BUSY:
        return Advice(hint=_hint(refusal))
    let_in = bot.servers.of(asked.guild_id).narrow(Filters())
    question = refusal.understood or refusal.question.text
    set_by_asker = asked.filters != Filters()
    near = [
        Trial(asked.own_words("advice-question", subject=subject_of(question, article)), article.id)
        for article in refusal.nearest[:TRIED]
    ]
    trials = ([Trial(question)] if set_by_asker else []) + near
    try:
        found = await asyncio.wait_for(_tried(bot.answers, trials, let_in), bot.patience.advice_s)
    except TimeoutError:
        return Advice(hint=_hint(refusal))
    unfiltered = set_by_asker and question in found
    answered = tuple(dict.fromkeys(one.text for one in near if one.text in found))[:SHOWN]
    return Advice(unfiltered, answered, None if unfiltered or answered else _hint(refusal))


async def _tried(answers: Answers, trials: Sequence[Trial], let_in: Filters) -> set[str]:
    """The texts of those that the articles answer."""
    asking = (answers.answer(Question(one.text, let_in, quotes_only=True)) for one in trials)
    found = await asyncio.gather(*asking, return_exceptions=True)
    for one in found:
        if isinstance(one, BaseException) and not isinstance(one, FootnoteError):
            raise one
    pairs = zip(trials, found, strict=True)
    return {trial.text for trial, one in pairs if isinstance(one, Answer) and trial.is_met_by(one)}


def subject_of(question: str, article: ArticleInfo) -> str:
    """What an article is about: a name of several words in its title, else the title, which says the most.

    Where the question shares such a name, it is that one.
    """
    title = _SITE.sub("", article.title).rstrip(" .…")
    names = [re.sub(r"['’]s$", "", name) for name in names_in(title)]
    own = {word.stem for word in tokens(question) if not word.stop}
    telling = [name for name in names if len(name.split()) > 1]
    telling.sort(key=lambda name: own.isdisjoint(word.stem for word in tokens(name)))
    return telling[0] if telling else f"“{shorten(title, TITLE_ROOM)}”"


def _hint(refusal: Answer) -> Hint:
    question = refusal.understood or refusal.question.text
    if len(question) > LONG:
        return Hint.SHORTER
    telling = [word for word in tokens(question) if not word.stop]
    return Hint.OTHER_WORDS if len(telling) > 1 or names_in(question) else Hint.NAME_IT


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
