"""The terminal's conversation: a line in, an answer or a list out, until the person leaves."""

from collections.abc import Callable, Iterable

from bot.answer import Answer, Outcome, Question, Turn
from bot.answering.answerer import OnStatement
from bot.service.opening import Service
from bot.terminal import phrases
from bot.terminal.background import Background
from bot.terminal.display import Terminal
from index.command_line.console import neutralise_line, say
from index.errors import FootnoteError

COMMAND_MARK = "/"
REMEMBERED = 5  # questions and answers that a follow-up may mean
SHORT_COMMANDS = {"p": "/passages", "?": "/help"}


class Chat:
    """One conversation. It remembers the last answer for its passages, the last few for what comes next."""

    def __init__(self, service: Background[Service], terminal: Terminal) -> None:
        self._service = service
        self._terminal = terminal
        self._last: Answer | None = None
        self._turns: tuple[Turn, ...] = ()

    def talk(self, read_line: Callable[[str], str] = input) -> None:
        """Welcome the person, then take lines until the end of input or /quit.

        Ctrl-C while an answer is on its way gives up on that answer; at the prompt it leaves, as
        KeyboardInterrupt.
        """
        self._terminal.show_welcome(self._service.run(self._service.value.searcher.status()))
        while True:
            try:
                line = read_line("\n" + phrases.PROMPT).strip()
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
                self._terminal.say(phrases.STOPPED)
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
        self._last = ask(self._service, self._terminal, Question(line, conversation=self._turns))
        self._remember(self._last)
        if self._last.outcome is Outcome.ANSWERED:
            self._terminal.say(phrases.PASSAGES_HINT)

    def _remember(self, answer: Answer) -> None:
        if answer.outcome in (Outcome.ANSWERED, Outcome.REFUSED):
            said = tuple(statement.text for statement in answer.statements)
            turn = Turn(answer.understood or answer.question.text, said)
            self._turns = (*self._turns, turn)[-REMEMBERED:]

    def _command(self, command: str, argument: str) -> None:
        if command == "/passages" and self._last is None:
            self._terminal.say(phrases.NO_ANSWER_YET)
        elif command == "/passages" and self._last is not None:
            self._terminal.show_passages(self._last, everything=argument == "all")
        elif command == "/sources":
            self._terminal.show_sources(
                self._service.run(self._service.value.searcher.find_articles(argument))
            )
        elif command == "/help":
            self._terminal.say(phrases.HELP)
        else:
            self._terminal.say(phrases.UNKNOWN_COMMAND.format(command=neutralise_line(command)))


class Growing:
    """Shows one answer: statement by statement where somebody sees it, else whole."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._shown = 0
        self.on_statement: OnStatement | None = self._show if terminal.live else None

    def finish(self, answer: Answer) -> None:
        """Show what is not there yet."""
        self._terminal.show_answer(answer, shown=self._shown)

    def _show(self, answer: Answer) -> None:
        self._shown = self._terminal.show_statements(answer, self._shown)


def ask(service: Background[Service], terminal: Terminal, question: Question) -> Answer:
    """Answer a question and show it."""
    growing = Growing(terminal)
    answer = service.run(service.value.answers.answer(question, growing.on_statement))
    growing.finish(answer)
    return answer


def answer_lines(service: Background[Service], terminal: Terminal, lines: Iterable[str]) -> int:
    """Without a person at the terminal: answer each line that is not empty, and return how many were."""
    answered = 0
    for line in lines:
        question = line.strip()
        if not question:
            continue
        if answered:
            terminal.separate()
        terminal.show_question(question)
        ask(service, terminal, Question(question))
        answered += 1
    return answered
