"""Behind /privacy: which tables of the bot's file hold a person's id, and which do not and why.

A test reads the schema: a table that stands in neither list fails it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonalTable:
    """A table whose rows belong to the person in the column `person`.

    `kept_as`: what is set instead of deleting the row, where somebody else needs it; else it is deleted.
    `documents`: columns that hold JSON.
    """

    name: str
    person: str
    kept_as: str = ""
    documents: tuple[str, ...] = ()

    @property
    def count(self) -> str:
        """Asks how many rows are this person's. (Names cannot be parameters; these are our own.)"""
        return f"SELECT count(*) FROM {self.name} WHERE {self.person} = ?"  # noqa: S608

    @property
    def select(self) -> str:
        """Asks for the rows."""
        return f"SELECT * FROM {self.name} WHERE {self.person} = ?"  # noqa: S608

    @property
    def forget(self) -> str:
        """Deletes them, or takes the person out of them."""
        if self.kept_as:
            return f"UPDATE {self.name} SET {self.kept_as} WHERE {self.person} = ?"  # noqa: S608
        return f"DELETE FROM {self.name} WHERE {self.person} = ?"  # noqa: S608


PERSONAL = (
    PersonalTable("answers", "asker_id", documents=("payload",)),
    PersonalTable("turns", "user_id"),
    PersonalTable("replies", "asker_id"),
    PersonalTable("questions", "person_id", documents=("articles",)),
    PersonalTable("feedback", "person_id", documents=("articles",)),
    # That work is under way or failed is for all admins to know; who set it going is not.
    PersonalTable("jobs", "user_id", kept_as="user_id = 0"),
)
IMPERSONAL = {
    "long_names": "ids of articles",
    "servers": "ids of servers, their channels and roles",
    "identify_turns": "times",
    "registered_commands": "our own commands",
    "server_days": "how much a server asked today, not who",
}
