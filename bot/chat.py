"""The terminal's conversation: a line in, an answer or a list out, until the person leaves."""

from collections.abc import Callable, Iterable

from bot.answering.types import Answer, Outcome, Question
from bot.background import Background
from bot.messages import Messages
from bot.opening import Desk
from bot.terminal import Terminal
from index.console import neutralise_line, say
from index.errors import FootnoteError

COMMAND_MARK = "/"
SHORT_COMMANDS = {"p": "/passages", "?": "/help"}


class Chat:
    """One conversation. It remembers the last answer, for its passages."""

    def __init__(self, desk: Background[Desk], terminal: Terminal, messages: Messages) -> None:
        self._desk = desk
        self._terminal = terminal
        self._messages = messages
        self._last: Answer | None = None

    def talk(self, read_line: Callable[[str], str] = input) -> None:
        """Welcome the person, then take lines until the end of input or /quit.

        Ctrl-C while an answer is on its way gives up on that answer; at the prompt it leaves, as
        KeyboardInterrupt.
        """
        self._terminal.show_welcome(self._desk.run(self._desk.value.searcher.status()))
        while True:
            try:
                line = read_line("\n" + self._messages("terminal-prompt")).strip()
            except EOFError:
                self._terminal.separate()
                return
            except KeyboardInterrupt:
                self._terminal.separate()
                raise
            if line.split(maxsplit=1)[:1] in (["/quit"], ["/exit"]):
                return
            try:
                self.take(line)
            except KeyboardInterrupt:
                self._terminal.say("terminal-stopped")
            except FootnoteError as error:
                # The worker may be away for the moment: the conversation goes on.
                say(neutralise_line(str(error)))

    def take(self, line: str) -> None:
        """One line that the person typed: a command, or a question."""
        if not line:
            return
        line = SHORT_COMMANDS.get(line, line)
        if line.startswith(COMMAND_MARK):
            command, _, argument = line.partition(" ")
            self._command(command, argument.strip())
            return
        self._last = self._desk.run(self._desk.value.answers.answer(Question(line)))
        self._terminal.show_answer(self._last)
        if self._last.outcome is Outcome.ANSWERED:
            self._terminal.say("terminal-passages-hint")

    def _command(self, command: str, argument: str) -> None:
        if command == "/passages" and self._last is None:
            self._terminal.say("terminal-no-answer-yet")
        elif command == "/passages" and self._last is not None:
            self._terminal.show_passages(self._last, everything=argument == "all")
        elif command == "/sources":
            self._terminal.show_sources(self._desk.run(self._desk.value.searcher.find_articles(argument)))
        elif command == "/help":
            self._terminal.say("terminal-help")
        else:
            self._terminal.say("terminal-unknown-command", command=neutralise_line(command))


def answer_lines(desk: Background[Desk], terminal: Terminal, lines: Iterable[str]) -> int:
    """Without a person at the terminal: answer each line that is not empty, and return how many were."""
    answered = 0
    for line in lines:
        question = line.strip()
        if not question:
            continue
        if answered:
            terminal.separate()
        terminal.show_question(question)
        terminal.show_answer(desk.run(desk.value.answers.answer(Question(question))))
        answered += 1
    return answered
