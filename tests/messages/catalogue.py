"""Used by the check of the languages: what stands in the Fluent files, taken apart message by message."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fluent.syntax import ast, parse

from bot.messages import OPERATOR_TOPICS, Messages, files_of

NAME = ".name"


@dataclass(frozen=True, slots=True)
class Selector:
    """One `{ $variable -> … }`: its variants' keys, which is the default, and which show the variable."""

    variable: str
    keys: tuple[str, ...]
    default: str
    shown: frozenset[str]  # keys of the variants in which the variable itself is shown

    @property
    def words(self) -> frozenset[str]:
        """The keys that are not numbers."""
        return frozenset(key for key in self.keys if not key.isdigit())


@dataclass(frozen=True, slots=True)
class Entry:
    """One message, or with `ID.name` the name that stands with a command's description."""

    id: str
    topic: str
    text: str  # the literal words, without placeables
    variables: frozenset[str]
    selectors: tuple[Selector, ...]
    numbers: frozenset[str]  # variables that are written as a number in the language's way
    references: frozenset[str]  # other entries that it shows, such as "discord-ask.name"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language: its entries by their ids, its messages, and what could not be read of its files."""

    locale: str
    entries: dict[str, Entry]
    messages: Messages
    junk: tuple[str, ...]

    @classmethod
    def read(cls, locale: str, texts: dict[str, str]) -> "Catalogue":
        """A language from the contents of its files, by their topics."""
        bodies = [(topic, parse(text).body) for topic, text in texts.items()]
        found = [entry for topic, body in bodies for entry in _entries(topic, body)]
        junk = tuple(
            f"{topic}.ftl: {' '.join((node.content or '').split())}"
            for topic, body in bodies
            for node in body
            if isinstance(node, ast.Junk)
        )
        return cls(locale, {entry.id: entry for entry in found}, Messages(locale, texts.values()), junk)

    @property
    def names(self) -> frozenset[str]:
        """The ids of the names of commands and options."""
        return frozenset(id_ for id_ in self.entries if id_.endswith(NAME))


@cache
def catalogue_of(locale: str) -> Catalogue:
    """A language as its files are, without the operator's topics."""
    paths = [path for path in files_of(locale) if path.stem not in OPERATOR_TOPICS]
    return Catalogue.read(locale, {path.stem: path.read_text(encoding="utf-8") for path in paths})


def _entries(topic: str, body: list[ast.EntryType]) -> Iterator[Entry]:
    for message in body:
        if not isinstance(message, ast.Message):
            continue
        if message.value is not None:
            yield _entry(message.id.name, topic, message.value)
        for attribute in message.attributes:
            yield _entry(f"{message.id.name}.{attribute.id.name}", topic, attribute.value)


def _entry(id_: str, topic: str, pattern: ast.Pattern) -> Entry:
    nodes = list(_walk(pattern))
    references = set()
    for node in nodes:
        if isinstance(node, ast.MessageReference):
            references.add(f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name)
    return Entry(
        id_,
        topic,
        text="\n".join(node.value for node in nodes if isinstance(node, ast.TextElement)),
        variables=frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference)),
        selectors=tuple(_selector(node) for node in nodes if isinstance(node, ast.SelectExpression)),
        numbers=frozenset(
            one.id.name
            for node in nodes
            if isinstance(node, ast.FunctionReference)
            for one in node.arguments.positional
            if isinstance(one, ast.VariableReference)
        ),
        references=frozenset(references),
    )


def _selector(node: ast.SelectExpression) -> Selector:
    assert isinstance(node.selector, ast.VariableReference)
    variable = node.selector.id.name
    shown = {
        _key(variant)
        for variant in node.variants
        if any(
            isinstance(one, ast.VariableReference) and one.id.name == variable for one in _walk(variant.value)
        )
    }
    keys = tuple(_key(variant) for variant in node.variants)
    default = next(_key(variant) for variant in node.variants if variant.default)
    return Selector(variable, keys, default, frozenset(shown))


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else str(variant.key.value)


def _walk(node: object) -> Iterator[ast.BaseNode]:
    """The node and all within it, in order."""
    if isinstance(node, ast.BaseNode):
        yield node
        for name, value in vars(node).items():
            if name != "span":
                yield from _walk(value)
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one)
