"""Before an answer that nobody asked the bot for: is a message a question that articles could answer?

Rules in six languages, and modest: a bot that speaks up in people's talk must be right. What the rules let
through is still answered only where the articles hold the answer. Figures: docs/asking.md.
"""

import re

from bot.answering.question.clean import LONGEST_QUESTION, clean
from bot.discord.questions.question_words import SmallWords, small_words

LONG = 300  # characters; of a longer message only its question sentences are the question
MOST_SENTENCES = 3  # questions in one message; more are a list for people
FEWEST_WORDS = 3
_CODE = re.compile(r"```.*?(?:```|$)|``.+?``|`[^`\n]+`", re.DOTALL)
_QUOTED = re.compile(r"(?m)^[^\S\n]*+>.*$")
_SPOILER = re.compile(r"\|\|.+?\|\|", re.DOTALL)
_SENTENCE = re.compile(r"[^.!?…\n]*+(?:\.(?=\S)[^.!?…\n]*+)*+[.!?…]*+")
_WORD = re.compile(r"[^\W\d_]++(?:['’ʼ-][^\W\d_]++)*+|\d+")

# "You" within a verb, where the pronoun is mostly left out.
_TO_YOU = re.compile(
    r"\b(?:tienes|quieres|puedes|sabes|vienes|estás|eres|crees|piensas|has\s+visto|viste|hiciste|vas|quedamos|vamos"
    r"|podemos|hacemos|puedo|debo|tengo|penses|acha|achas|vens|vamos|podemos|posso|devo|tenho|podes|queres"
    r"|знаєш|знаєте|можеш|можете|хочеш|будеш|підеш|думаєш|бачив|бачила|ідемо|йдемо|підемо|можу|треба)\b",
    re.IGNORECASE,
)
# Who comes along?
_INVITING = re.compile(
    r"\b(?:who(?:['’]s|\s+is)\s+(?:in|up)|who\s+(?:wants|comes)|wer\s+(?:kommt|will|hat\s+lust)|quién\s+(?:viene|quiere)"
    r"|qui\s+(?:vient|veut)|quem\s+(?:vem|quer)|хто\s+(?:йде|хоче|прийде))\b",
    re.IGNORECASE,
)
# What opens a question to anybody: what follows is the question.
_TO_ANYBODY = re.compile(
    r"^\W*(?:(?:hi|hey|hello|hallo|hola|salut|bonjour|oi|olá|привіт)\b[^,!]{0,20}[,!]?\s+)?(?:"
    r"(?:does|do|did)\s+any(?:one|body)\s+(?:here\s+)?(?:know|remember)"
    r"|any(?:one|body)\s+(?:here\s+)?(?:know|knows|remember)"
    r"|(?:do|does)\s+(?:you|we|y'all|you\s+guys|somebody|someone)\s+know"
    r"|(?:can|could)\s+(?:any(?:one|body)|some(?:one|body)|you)\s+(?:please\s+)?tell\s+(?:me|us)"
    r"|(?:i\s+wonder|i\s+was\s+wondering|i'd\s+like\s+to\s+know)"
    r"|wei(?:ß|ss)\s+(?:(?:hier\s+)?(?:jemand|einer|wer)|du|ihr)"
    r"|kann\s+(?:mir|uns)\s+(?:jemand|einer|wer)\s+sagen"
    r"|(?:alguien|alguno)\s+sabe|sabe(?:n|s)?\s+(?:alguien|ustedes)?|sabéis"
    r"|(?:est-ce\s+que\s+)?(?:quelqu'un|quelqu’un)\s+sait|(?:est-ce\s+que\s+)?(?:tu\s+sais|vous\s+savez|savez-vous|sais-tu)"
    r"|(?:alguém|alguem)\s+sabe|(?:você|vc|vocês)\s+sabe(?:m)?"
    r"|(?:хтось|хто-небудь)\s+знає|(?:не\s+)?(?:знаєте|знаєш)|чи\s+(?:хтось\s+)?знає(?:те|ш)?(?:\s+хтось)?"
    r")\b[,:]?\s*",
    re.IGNORECASE,
)
# A name called at the beginning: "Ben, when …", "hey Mara when …".
_CALLED = re.compile(
    r"^\s*(?:(?:hey|hi|hello|oi|hola|salut|hallo|привіт)\s+)?[A-ZÀ-ÝА-ЯІЇЄҐ]\w{1,20}\s*[,:]\s"
)
# A statement that asks for no more than a nod.
_TAG = re.compile(
    r"(?:,|\s[-–])\s*¿?(?:right|no|yes|ok|okay|eh|huh|innit|correct|(?:is|are|was|were|do|does|did|has|have|can|will)n[’']t"
    r"\s+\w+|(?:is|are|was|were|does|did)\s+(?:it|they|he|she)"
    r"|oder|gell|nicht\s+wahr|ne|verdad|no\s+es\s+así|n[’']est-ce\s+pas|hein|non|né|não\s+é|certo|правда|так|ні)\s*\?+\s*$",
    re.IGNORECASE,
)


def question_in(text: str) -> str | None:
    """Return the question that a message asks of everybody, in its own words, or None where it asks none."""
    bare = clean(_SPOILER.sub(" ", _QUOTED.sub(" ", _CODE.sub(" ", text))))
    if not bare or len(bare) > LONGEST_QUESTION or (_CALLED.search(bare) and not _opens(bare)):
        return None
    asked = [one for one in _sentences(bare) if _asks(one)]
    if not 1 <= len(asked) <= MOST_SENTENCES or any(_is_personal(one) for one in asked):
        return None
    return " ".join(asked) if any(_names_a_matter(one) for one in asked) else None


def question_of(text: str) -> str:
    """Return what is asked by a message that somebody picked: all of it, of a long one its questions."""
    bare = clean(text)
    if len(bare) <= LONG:
        return bare
    asked = " ".join(one for one in _sentences(bare) if one.rstrip("\"'”’)» ").endswith("?"))
    if asked:
        return asked[-LONGEST_QUESTION:]
    kept = ""
    for sentence in _sentences(bare):
        if kept and len(kept) + len(sentence) > LONG:
            break
        kept = f"{kept} {sentence}".strip()
    return kept[:LONGEST_QUESTION]


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in _SENTENCE.findall(text) if _WORD.search(one)]


def _words(sentence: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]


def _opens(sentence: str) -> bool:
    """Whether what looks like a name at the beginning is a question's own first word."""
    words = _words(sentence)
    small = small_words(words)
    return bool(words) and words[0] in small.asking | small.verb_first


def _asks(sentence: str) -> bool:
    """Whether a sentence has the form of a question."""
    if sentence.rstrip("\"'”’)»*_ ").endswith("?"):
        return True
    rest = _TO_ANYBODY.sub("", sentence, count=1)
    words = _words(rest)
    if len(words) <= FEWEST_WORDS:
        return False
    small = small_words(words)
    # Without a mark only what can be nothing else: "when will …", "does anyone know who …".
    return words[0] in small.asking and (words[1] in small.verb_first or rest is not sentence)


def _is_personal(sentence: str) -> bool:
    """Whether a question is put to somebody, or about whoever asks it."""
    rest = _TO_ANYBODY.sub("", sentence, count=1)
    words = _words(rest)
    if _TAG.search(rest) or _TO_YOU.search(rest) or _INVITING.search(rest):
        return True
    return not small_words(words).personal.isdisjoint(words)


def _names_a_matter(sentence: str) -> bool:
    """Whether a question says what it is about; "And then?" does not."""
    rest = _TO_ANYBODY.sub("", sentence, count=1)
    words = _words(rest)
    if len(words) < FEWEST_WORDS:
        return False
    small = small_words(words)
    formed = not small.asking.isdisjoint(words) or words[0] in small.verb_first or rest is not sentence
    matter = _matter(words, small)
    if not formed and "¿" not in sentence:
        return len(matter) > 2
    return len(matter) > 1 or any(word in matter for word in _names(rest))


def _matter(words: list[str], small: SmallWords) -> set[str]:
    """The words that say what a question is about."""
    return {word for word in words if word not in small.all and (len(word) > 2 or word.isdigit())}


def _names(text: str) -> list[str]:
    """Words with a capital that do not owe it to the sentence's beginning."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)[1:] if word[0].isupper()]


def title_question(title: str) -> str | None:
    """Return the question that a title asks; titles often lack the mark."""
    bare = clean(title)
    return question_in(bare) or (question_in(f"{bare}?") if _opens(bare) else None)
