"""A file of settings comes back as it was written; whatever else is handed in is refused with a reason."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.settings.backup_file import (
    LANGUAGES,
    NAMED_FIELDS,
    Chosen,
    Named,
    NoBackup,
    given_fields,
    read_backup,
    write_backup,
)
from bot.messages import LOCALES
from bot.storage.servers import ServerSettings, Style

SERVER = Named(id="7", name="Harbour")
WHOLE = ServerSettings(
    language="uk",
    answer_in=(1, 2),
    style=Style.SHORT,
    private=True,
    admin_roles=(3,),
    audit_channel=4,
    publishers_only=("Gazette", "Étoile"),
    log_questions=True,
)


def written(chosen: ServerSettings = WHOLE) -> str:
    return write_backup(chosen, SERVER, lambda field, one: f"{field} {one}")


def changed(**settings_: object) -> bytes:
    """The file with these settings in the place of its own."""
    content = json.loads(written())
    content["settings"] |= settings_
    return json.dumps(content).encode()


@pytest.mark.parametrize("chosen", [WHOLE, ServerSettings()])
def test_what_was_written_is_read_again(chosen: ServerSettings) -> None:
    fields = given_fields(read_backup(written(chosen).encode()))
    assert ServerSettings.model_validate(fields) == chosen
    assert fields.keys() == ServerSettings.model_fields.keys()


def test_names_stand_beside_ids() -> None:
    content = json.loads(written())
    assert content["server"] == {"id": "7", "name": "Harbour"}
    assert content["settings"]["answer_in"][0] == {"id": "1", "name": "answer_in 1"}
    assert content["settings"]["audit_channel"] == {"id": "4", "name": "audit_channel 4"}


def test_the_file_knows_every_setting_and_every_language() -> None:
    assert Chosen.model_fields.keys() == ServerSettings.model_fields.keys()
    assert LANGUAGES == LOCALES
    assert Chosen.model_fields.keys() > NAMED_FIELDS


def test_a_setting_that_the_file_leaves_out_is_not_given() -> None:
    content = json.loads(written())
    content["settings"] = {"threads": True}
    assert given_fields(read_backup(json.dumps(content).encode())) == {"threads": True}


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_backup(b"\xef\xbb\xbf" + written().encode()).server == SERVER


@pytest.mark.parametrize(
    ("data", "why", "where"),
    [
        (b"", "json", ""),
        (b"\x89PNG\r\n\x1a\n", "json", ""),
        (b"\xff\xfe{}", "json", ""),
        (b"[" * 50_000, "json", ""),
        (b'{"a":' * 10_000, "json", ""),
        (b"{}", "format", ""),
        (b"[]", "format", ""),
        (b"null", "format", ""),
        (written().replace('"version": 1', '"version": 2').encode(), "format", ""),
        (written().replace("footnote-settings", "other").encode(), "format", ""),
        (written().replace('"version": 1,', "").encode(), "format", ""),
        (changed(strange=1), "field", "strange"),
        (changed(style="loud"), "field", "style"),
        (changed(language="tlh"), "field", "language"),
        (changed(private="maybe"), "field", "private"),
        (changed(answer_in=[{"id": "-1"}]), "field", "answer_in"),
        (changed(answer_in=[{"id": "1" * 40}]), "field", "answer_in"),
        (changed(answer_in=[{"id": str(n)} for n in range(26)]), "field", "answer_in"),
        (changed(audit_channel=5), "field", "audit_channel"),
        (changed(publishers_only=["x" * 501]), "field", "publishers_only"),
        (changed(publishers_only=["x"] * 101), "field", "publishers_only"),
        (changed(publishers_never=["\ud800"]), "json", ""),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_reason(data: bytes, why: str, where: str) -> None:
    with pytest.raises(NoBackup) as refused:
        read_backup(data)
    assert (refused.value.why, refused.value.where) == (why, where)


@settings(max_examples=150)
@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["format", "version", "server", "settings", "style", "id"]), inner
            )
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode())
)
def test_nothing_that_is_handed_in_breaks_it(data: bytes) -> None:
    with pytest.raises(NoBackup):
        read_backup(data)
