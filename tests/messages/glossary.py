"""Used by the check of the languages: the terms that each language keeps to, and what may stay English."""

# English term -> beginnings of its translations, folded to lower case; one of them must stand in the
# translation of every message that has the term. Short beginnings leave room for cases and plurals.
TERMS: dict[str, dict[str, tuple[str, ...]]] = {
    term: dict(zip(("de", "es-ES", "fr", "pt-BR", "uk"), stems, strict=True))
    for term, *stems in (
        ("article", ("artikel",), ("artículo",), ("article",), ("artigo",), ("статт", "стате")),
        ("passage", ("textstelle",), ("pasaje",), ("passage",), ("trecho",), ("урив",)),
        ("footnote", ("fußnote",), ("nota",), ("note",), ("nota",), ("винос",)),
        ("index", ("index",), ("índice",), ("index",), ("índice",), ("індекс",)),
        ("answer", ("antwort",), ("respuesta", "respond"), ("répon",), ("respo",), ("відпов",)),
        ("server", ("server",), ("servidor",), ("serveur",), ("servidor",), ("сервер",)),
        ("channel", ("kanal", "kanäl"), ("canal",), ("salon",), ("cana",), ("канал",)),
        ("thread", ("thread",), ("hilo",), ("fil",), ("tópico",), ("гілк", "гілок")),
        ("settings", ("einstell",), ("ajuste",), ("paramètre",), ("configuraç",), ("налаштуван",)),
    )
}
# What a language says otherwise, mostly since these words mean men: beginnings, and what we say instead.
AVOIDED: dict[str, dict[str, str]] = {
    "de": {"moderatoren": "die Moderation", "betreiber": "wer den Bot betreibt", "nutzer": "Person, Leute"},
    "es-ES": {"administrador": "admin", "los moderadores": "la moderación", "usuarios": "personas"},
    "fr": {"modérateurs": "la modération", "exploitant": "opérateur", "ceux qui": "les personnes qui"},
    "pt-BR": {"administrador": "admin", "os moderadores": "a moderação", "obrigado": "agradeço"},
    "uk": {"адміністратор": "адмін", "користувач": "людина"},
}
# Messages in which the term is meant otherwise, or is better left to the context.
FREE: dict[str, frozenset[str]] = {"answer": frozenset({"limit-model"})}
# Words that are the same in these languages: a translation of only these may equal the English.
SHARED = frozenset(
    {
        "article", "articles", "bot", "date", "feed", "feeds", "generation", "h", "index",
        "links", "mb", "min",
        "page", "pages", "passage", "passages", "private", "question", "s", "section", "server", "sources",
        "status", "version", "versions",
    }
)  # fmt: skip
