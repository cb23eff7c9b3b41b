"""Behind `python -m bot`: each command from its options to its result and exit status."""

import argparse
import asyncio
import importlib
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.command_line import phrases
from bot.logs import set_up_logging
from bot.messages import Messages
from bot.settings import BotSettings
from index.command_line.console import DONE, NOT_DONE, result_console, say, write_json
from index.errors import SettingsError
from index.intake.phrases import count

if TYPE_CHECKING:
    from bot.answer import Answer
    from bot.service.opening import Service
    from bot.terminal.background import Background
    from bot.terminal.display import Terminal

# What `make run` and the first search are recorded under in the index's status.
BY = "python -m bot"


def run(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    """Run the command that the options name, or what fits where they name none."""
    commands: dict[str | None, Callable[[argparse.Namespace, BotSettings, Messages], int]] = {
        "run": _run,
        "chat": _chat,
        "ask": _ask,
        "evaluate": _evaluate,
        "feedback": _feedback,
        "doctor": _doctor,
        None: _run if settings.discord_token else _try_out,
    }
    command = commands[options.command]
    _set_up_logging(settings, verbose=getattr(options, "verbose", False), quiet=command is not _run)
    return command(options, settings, messages)


def _set_up_logging(settings: BotSettings, *, verbose: bool, quiet: bool) -> None:
    """The bot logs at LOG_LEVEL; beside a person's answers there are only warnings, unless it is debug."""
    debug = verbose or settings.log_level == "debug"
    level = "debug" if debug else "warning" if quiet else settings.log_level
    secrets = (getattr(settings, name) for name in type(settings).model_fields)
    known = [s.get_secret_value() for s in secrets if isinstance(s, SecretStr)]
    set_up_logging(level, known, "text" if quiet else settings.log_format)


def _opener(settings: BotSettings) -> "Callable[[], AbstractAsyncContextManager[Service]]":
    # Slow to import, so not before the command and its settings are known to be right.
    from bot.service.opening import open_service

    return lambda: open_service(settings, BY)


def _terminal(messages: Messages) -> "Terminal":
    from bot.terminal.display import Terminal

    return Terminal(result_console(), messages)


def _run(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    if settings.discord_token is None:
        raise SettingsError(phrases.UNSET, phrases.UNSET_NEXT_STEP)
    asyncio.run(_on_discord(settings, messages, force_sync=getattr(options, "sync_commands", False)))
    return DONE


async def _on_discord(settings: BotSettings, messages: Messages, *, force_sync: bool) -> None:
    from bot.discord.connection.shutdown import LastResort, ending_in_time
    from bot.service.opening import open_service
    from index.processes.build_process import BuildProcess

    # discord.py takes most of a second to import: meanwhile the search worker starts.
    client = asyncio.create_task(asyncio.to_thread(importlib.import_module, "bot.discord.run"))
    stop = asyncio.Event()
    opening = open_service(settings, BY)
    async with opening as service, ending_in_time(stop, LastResort()):
        run_bot = (await client).run_bot
        await run_bot(
            settings,
            answers=service.answers,
            searcher=service.searcher,
            builder=BuildProcess(settings),
            model_reading=service.model_reading,
            force_sync=force_sync,
            stop=stop,
        )


def _try_out(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    """Without a command and a token: chat, or, where nobody types, answer what comes in."""
    if sys.stdin is not None and sys.stdin.isatty():
        say(phrases.GET_ONTO_DISCORD)
        return _chat(options, settings, messages)
    from bot.terminal.background import Background
    from bot.terminal.chat import answer_lines

    terminal = _terminal(messages)
    with Background(_opener(settings)) as service:
        lines = sys.stdin if sys.stdin is not None else ()
        if not answer_lines(service, terminal, lines):
            _answer_sample(settings, messages, service, terminal)
    say(phrases.GET_ONTO_DISCORD)
    return DONE


def _chat(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    from bot.terminal.background import Background
    from bot.terminal.chat import Chat

    if sys.stdin.isatty():
        import readline  # noqa: F401  gives input() its line editing and history
    with Background(_opener(settings)) as service:
        Chat(service, _terminal(messages)).talk()
    return DONE


def _ask(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    from bot.answer import Question
    from bot.presenting.json_line import result_line
    from bot.terminal.chat import Growing
    from index.passage import Filters

    filters = Filters(tuple(options.publisher or ()), options.since, options.until)
    question = Question(options.question, filters)

    terminal = _terminal(messages)
    growing = Growing(terminal)

    async def answered() -> "tuple[Answer, float]":
        async with _opener(settings)() as service:
            if options.json:
                return await service.timed_answer(question)
            terminal.show_question(question.text)
            return await service.timed_answer(question, growing.on_statement)

    answer, seconds = asyncio.run(answered())
    if options.json:
        write_json(result_line(answer, seconds))
        return DONE
    growing.finish(answer)
    if options.passages:
        terminal.show_passages(answer)
    return DONE


def _evaluate(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    from bot.evaluation.command import Files, evaluate

    files = Files(options.articles, options.questions, options.out, options.against)
    evaluate(files, settings, BY, as_json=options.json)
    return DONE


def _doctor(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    from bot.doctor.command import run_doctor

    return run_doctor(settings, as_json=options.json)


def _feedback(options: argparse.Namespace, settings: BotSettings, messages: Messages) -> int:
    from bot.evaluation.from_feedback import export_lines
    from bot.storage.database import FILE_NAME
    from bot.storage.state import State
    from index.files import make_writable_folder, write_atomically

    async def exported() -> list[str]:
        state = State(settings.data_dir / FILE_NAME)
        try:
            return await export_lines(state, None)
        finally:
            await state.close()

    lines = asyncio.run(exported()) if (settings.data_dir / FILE_NAME).exists() else []
    if not lines:
        say(phrases.FEEDBACK_NONE)
        return NOT_DONE
    make_writable_folder(options.out.parent)
    write_atomically(options.out, "".join(f"{line}\n" for line in lines).encode())
    say(phrases.FEEDBACK_WRITTEN.format(questions=count(len(lines), "question"), file=str(options.out)))
    return DONE


def _answer_sample(
    settings: BotSettings, messages: Messages, service: "Background[Service]", terminal: "Terminal"
) -> None:
    """Nobody asked: one question that suits the articles that ship, or one about the newest article."""
    from bot.terminal.chat import answer_lines

    say(phrases.SAMPLE_NOTE)
    ships = type(settings).model_fields["articles_dir"].default
    newest = service.run(service.value.searcher.find_articles(limit=1)).articles
    if settings.articles_dir == ships or not newest:
        sample = phrases.SAMPLE_QUESTION
    else:
        sample = phrases.SAMPLE_ABOUT_ARTICLE.format(title=newest[0].title)
    answer_lines(service, terminal, [sample])
