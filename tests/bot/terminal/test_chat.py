"""A conversation in the terminal: questions, commands, and leaving."""

from collections.abc import Callable, Iterator

import pytest

from bot.service.opening import Service
from bot.terminal.background import Background
from bot.terminal.chat import REMEMBERED, Chat, answer_lines
from index.errors import SearchUnavailable
from tests.bot import faces
from tests.bot.terminal.test_display import Screen


class Conversation:
    """A chat whose lines are typed by the test."""

    def __init__(self, service: Background[Service]) -> None:
        self.screen = Screen(width=100)
        self._chat = Chat(service, self.screen.terminal)

    def type(self, *lines: str) -> str:
        typed = iter(lines)

        def read_line(prompt: str) -> str:
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

        self.talk(read_line)
        return self.screen.text

    def talk(self, read_line: Callable[[str], str]) -> None:
        self._chat.talk(read_line)


@pytest.fixture
def answers() -> faces.FakeAnswers:
    return faces.FakeAnswers()


@pytest.fixture
def conversation(answers: faces.FakeAnswers) -> Iterator[Conversation]:
    with Background(lambda: faces.open_fake(faces.service(answers))) as service:
        yield Conversation(service)


def test_a_question_is_answered_and_the_passages_are_offered(conversation: Conversation) -> None:
    shown = conversation.type("How tall is the lighthouse?")
    assert shown.startswith("2 articles are indexed")
    assert "41 metres" in shown
    assert shown.endswith("p shows the passages word for word.\n\n")


@pytest.mark.parametrize("command", ["/passages", "p"])
def test_the_passages_of_the_last_answer_come_on_demand(conversation: Conversation, command: str) -> None:
    before = conversation.type("How tall is the lighthouse?")
    assert "The keepers returned on Monday." not in before
    after = conversation.type(command)
    assert "The keepers returned on Monday." in after


def test_all_passages_can_be_seen_also_those_that_were_not_cited(conversation: Conversation) -> None:
    assert "The first boat leaves at six." in conversation.type(
        "How tall is the lighthouse?", "/passages all"
    )


def test_passages_before_any_answer_say_to_ask_first(conversation: Conversation) -> None:
    assert "Ask something first" in conversation.type("/passages")


def test_sources_are_found_by_a_part_of_their_title(conversation: Conversation) -> None:
    shown = conversation.type("/sources lindau")
    assert "Lindau plans its new light" in shown
    assert "Lighthouse reopens" not in shown


def test_help_names_every_command(conversation: Conversation) -> None:
    shown = conversation.type("/help")
    assert all(command in shown for command in ("/passages", "/sources", "/quit", "Ctrl-D"))


def test_an_unknown_command_is_not_taken_for_a_question(
    conversation: Conversation, answers: faces.FakeAnswers
) -> None:
    assert "There is no /exot here." in conversation.type("/exot")
    assert answers.asked == []


def test_ctrl_c_at_the_prompt_leaves(conversation: Conversation) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        conversation.talk(interrupted)


@pytest.mark.parametrize("leave", ["/quit", "/exit", " /quit now"])
def test_leaving_ends_the_conversation(
    conversation: Conversation, answers: faces.FakeAnswers, leave: str
) -> None:
    conversation.type(leave, "How tall is the lighthouse?")
    assert answers.asked == []


def test_an_empty_line_asks_nothing(conversation: Conversation, answers: faces.FakeAnswers) -> None:
    conversation.type("", "   ")
    assert answers.asked == []


def test_an_error_is_one_line_and_the_conversation_goes_on(
    conversation: Conversation, answers: faces.FakeAnswers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.error = SearchUnavailable("The search is restarting.", "Ask again in a moment.")
    conversation.type("How tall is the lighthouse?", "And the other lighthouse?")
    assert len(answers.asked) == 2
    assert capsys.readouterr().err.splitlines() == ["The search is restarting. Ask again in a moment."] * 2


def test_ctrl_c_during_an_answer_gives_up_on_that_answer_only(
    conversation: Conversation, answers: faces.FakeAnswers
) -> None:
    answers.interrupt_first = True
    shown = conversation.type("How tall is the lighthouse?", "And the rebuilt lighthouse?")
    assert shown.count("Stopped.") == 1
    assert shown.count("41 metres") == 1


def test_lines_that_are_piped_in_are_answered_each_and_empty_ones_skipped() -> None:
    screen = Screen()
    with Background(lambda: faces.open_fake(faces.service())) as service:
        count = answer_lines(service, screen.terminal, ["\n", "How tall is the lighthouse?\n", "Who won?\n"])
    assert count == 2
    assert screen.text.startswith("How tall is the lighthouse?\n\n  “The rebuilt tower")
    assert "\n\nWho won?\n\nI found nothing" in screen.text


def test_what_was_said_before_goes_with_the_next_question(
    conversation: Conversation, answers: faces.FakeAnswers
) -> None:
    conversation.type("How tall is the lighthouse?", "/help", "Who won?", "And the lighthouse in 2023?")
    first, second, third = (question.conversation for question in answers.asked)
    assert first == ()
    assert [turn.question for turn in second] == ["How tall is the lighthouse?"]
    assert second[0].statements[1] == "Officials give its height as 40 metres."
    assert [turn.question for turn in third] == ["How tall is the lighthouse?", "Who won?"]


def test_only_the_last_few_turns_are_remembered(
    conversation: Conversation, answers: faces.FakeAnswers
) -> None:
    conversation.type(*(f"How tall was the lighthouse in {year}?" for year in range(1900, 1910)))
    assert len(answers.asked[-1].conversation) == REMEMBERED
