"""The topics of the panel, and the fields of a server's settings that each has."""

from enum import StrEnum


class Topic(StrEnum):
    """A page of the panel."""

    WHERE = "where"
    HOW = "how"
    WHO = "who"
    ARTICLES = "articles"
    LANGUAGE = "language"
    BACKUP = "backup"


HOME = "home"  # the page with all topics
FIELDS: dict[Topic, tuple[str, ...]] = {
    Topic.WHERE: ("answer_in", "silent_in", "every_question_in"),
    Topic.HOW: ("style", "private", "threads"),
    Topic.WHO: ("admin_roles", "audit_channel", "escalation_role", "escalation_channel", "log_questions"),
    Topic.ARTICLES: ("publishers_only", "publishers_never"),
    Topic.LANGUAGE: ("language",),
    Topic.BACKUP: (),
}
ALL_FIELDS = tuple(field for fields in FIELDS.values() for field in fields)
MANY = ("answer_in", "silent_in", "every_question_in", "admin_roles", "publishers_only", "publishers_never")
# Who may change these may make others admins: that is for whoever may manage the server itself.
APPOINTING = frozenset({"admin_roles"})


def topic_of(field: str) -> Topic:
    """The topic that has this field. Raises KeyError for one that none has."""
    for topic, fields in FIELDS.items():
        if field in fields:
            return topic
    raise KeyError(field)


def fields_of(topic: Topic) -> tuple[str, ...]:
    """What a reset of this topic resets: for the backup everything."""
    return ALL_FIELDS if topic is Topic.BACKUP else FIELDS[topic]
