"""Before a question is answered: those that its asker asked before are, so that answers keep the order."""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class TooManyAtOnce(Exception):
    """So many questions of this person are under way already; `first` says that they were not told so since
    one was done with."""

    def __init__(self, most: int, *, first: bool = True) -> None:
        super().__init__(str(most))
        self.most = most
        self.first = first


class Turn:
    """A place in a person's queue."""

    def __init__(self) -> None:
        self._called = asyncio.Event()

    async def wait(self) -> None:
        """Wait until all that was asked before is done with."""
        await self._called.wait()

    def call(self) -> None:
        """End its wait."""
        self._called.set()


class Turns:
    """One queue for each person, as long as there is something in it. Different people never wait here."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._queues: dict[int, deque[Turn]] = {}
        self._told: set[int] = set()

    def __len__(self) -> int:
        """How many people have something under way."""
        return len(self._queues)

    @property
    def waiting(self) -> int:
        """How many questions wait for an earlier one of the same person."""
        return sum(len(queue) - 1 for queue in self._queues.values())

    @contextmanager
    def queued(self, person: int) -> Iterator[Turn]:
        """Within this the person's later questions wait. Enter it before the first await, or the order is
        lost; then await `wait`. Raises TooManyAtOnce."""
        queue = self._queues.setdefault(person, deque())
        if len(queue) >= self._most:
            first = person not in self._told
            self._told.add(person)
            raise TooManyAtOnce(self._most, first=first)
        turn = Turn()
        queue.append(turn)
        queue[0].call()
        try:
            yield turn
        finally:
            queue.remove(turn)
            self._told.discard(person)
            if queue:
                queue[0].call()
            else:
                del self._queues[person]
