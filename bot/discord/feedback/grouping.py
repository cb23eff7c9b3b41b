"""Beside the feedback: questions that ask the same thing in other words, put together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.storage.question_log import LoggedQuestion
from index.words import stems

# Share of words in common (Jaccard, of stems without stop words) from which on two questions count as one.
# "How tall is the lighthouse?" and "How tall is the new lighthouse in Lindau?" share 0.5, "Who built the
# lighthouse?" and "Who built the ferry?" 0.33.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike; `questions` is newest first, and the first stands for all."""

    questions: tuple[LoggedQuestion, ...]

    @property
    def newest(self) -> LoggedQuestion:
        """The one that is shown."""
        return self.questions[0]


def group(questions: Iterable[LoggedQuestion]) -> list[Group]:
    """Put together what is alike; in the order of what was asked first among `questions` (newest first).

    Each question joins the first group that it is like. Only groups that share a word with it are looked at.
    """
    groups: list[tuple[int, list[LoggedQuestion]]] = []  # how many words the first one has, and all of them
    having: dict[str, list[int]] = {}  # the numbers of the groups that have a word, in order
    for question in questions:
        words = frozenset(stems(question.text)) or frozenset({question.text.casefold().strip()})
        shared = Counter(number for word in words for number in having.get(word, ()))
        for number in sorted(shared):
            size, members = groups[number]
            if shared[number] >= ALIKE * (size + len(words) - shared[number]):
                members.append(question)
                break
        else:
            for word in words:
                having.setdefault(word, []).append(len(groups))
            groups.append((len(words), [question]))
    return [Group(tuple(members)) for _, members in groups]
