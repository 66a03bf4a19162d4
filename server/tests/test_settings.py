"""Where settings come from, and which source wins."""

import dataclasses
import json
import re
from pathlib import Path

import pytest

from harness.process import ROOT
from labelwright.settings import SettingError, Settings, load, names


def test_a_flag_beats_our_variable_beats_label_studios_beats_older_names_beats_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LABEL_STUDIO_PORT=6\n")
    (tmp_path / "default_config.json").write_text(json.dumps({"port": 7, "internal_host": "0.0.0.0"}))
    environ = {
        "LABELWRIGHT_PORT": "2",
        "LABEL_STUDIO_PORT": "3",
        "HEARTEX_PORT": "4",
        "PORT": "5",
        "LABEL_STUDIO_BASE_DATA_DIR": str(tmp_path),
    }
    seen = [load({"port": 1}, environ).port]
    for name in ("LABELWRIGHT_PORT", "LABEL_STUDIO_PORT", "HEARTEX_PORT", "PORT"):
        seen.append(load({}, environ).port)
        del environ[name]
    seen.append(load({}, environ).port)
    (tmp_path / ".env").unlink()
    seen.append(load({}, environ).port)
    assert seen == [1, 2, 3, 4, 5, 6, 7]
    assert load({}, environ).internal_host == "0.0.0.0"


def test_bare_host_and_username_are_the_shells_and_ignored() -> None:
    settings = load({}, {"HOST": "https://shell.example", "USERNAME": "root", "HOME": "/"})
    assert (settings.host, settings.username) == ("", "default_user@localhost")


@pytest.mark.parametrize(
    ("name", "field", "value", "expected"),
    [
        ("LABEL_STUDIO_DATABASE", "database", "/tmp/x.sqlite3", "/tmp/x.sqlite3"),
        ("LABEL_STUDIO_BASE_DATA_DIR", "data_dir", "/tmp/data", Path("/tmp/data")),
        ("LABEL_STUDIO_LABEL_CONFIG", "label_config", "/tmp/config.xml", Path("/tmp/config.xml")),
        ("LABEL_STUDIO_PORT", "port", "8123", 8123),
        ("LABEL_STUDIO_HOST", "host", "https://label.example/sub", "https://label.example/sub"),
        ("LABEL_STUDIO_PROJECT_DESC", "project_desc", "Cats", "Cats"),
        ("LABEL_STUDIO_PASSWORD", "password", "secret123", "secret123"),
        ("LABEL_STUDIO_USERNAME", "username", "a@b.co", "a@b.co"),
        ("LABEL_STUDIO_USER_TOKEN", "user_token", "abcdef", "abcdef"),
        ("LABEL_STUDIO_LOCAL_FILES_SERVING_ENABLED", "local_files_serving_enabled", "true", True),
        ("LABEL_STUDIO_LOCAL_FILES_DOCUMENT_ROOT", "local_files_document_root", "/srv", Path("/srv")),
        ("COLLECT_ANALYTICS", "collect_analytics", "no", False),
        ("EDITOR_KEYMAP", "editor_keymap", '{"region:delete": {"key": "x"}}', {"region:delete": {"key": "x"}}),
        ("CSRF_TRUSTED_ORIGINS", "csrf_trusted_origins", "https://a, https://b", ("https://a", "https://b")),
    ],
)
def test_the_names_people_have_in_their_deployments_work(name: str, field: str, value: str, expected: object) -> None:
    assert getattr(load({}, {name: value}), field) == expected


def test_defaults_are_those_of_the_documented_table() -> None:
    settings = load({}, {})
    assert settings.sqlite_path.name == "label_studio.sqlite3"
    assert settings.config_path == Path("default_config.json")
    assert (settings.port, settings.username) == (8080, "default_user@localhost")
    assert (settings.local_files_serving_enabled, settings.local_files_document_root) == (False, Path("/"))


def test_postgresql_by_the_old_variables_or_by_an_address() -> None:
    by_names = load(
        {},
        {
            "DJANGO_DB": "default",
            "POSTGRE_USER": "u",
            "POSTGRE_PASSWORD": "p/w",
            "POSTGRE_HOST": "db",
            "POSTGRE_NAME": "n",
        },
    )
    assert by_names.database_url == "postgresql+psycopg://u:p%2Fw@db:5432/n"
    assert load({"database": "postgres://u@db/n"}, {}).database_url == "postgresql+psycopg://u@db/n"


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        ({"PORT": "many"}, 'PORT is "many", it must be a whole number.'),
        ({"LABEL_STUDIO_DEBUG": "maybe"}, 'LABEL_STUDIO_DEBUG is "maybe", it must be true or false.'),
        ({"DJANGO_DB": "mysql"}, 'DJANGO_DB is "mysql", it must be one of: sqlite, default, postgresql.'),
        ({"EDITOR_KEYMAP": "[]"}, "EDITOR_KEYMAP must be a JSON object."),
        ({"CONFIG_PATH": "/no/such/file.json"}, "The configuration file /no/such/file.json does not exist."),
    ],
)
def test_a_bad_value_is_told_by_the_name_it_was_given_under(environ: dict[str, str], message: str) -> None:
    with pytest.raises(SettingError) as caught:
        load({}, environ)
    assert str(caught.value) == message


def test_a_key_map_may_stand_in_the_configuration_file(tmp_path: Path) -> None:
    (tmp_path / "default_config.json").write_text(json.dumps({"editor_keymap": {"region:delete": {"key": "x"}}}))
    assert load({"data_dir": tmp_path}, {}).editor_keymap == {"region:delete": {"key": "x"}}


def test_a_key_map_that_is_no_json_is_told_so() -> None:
    with pytest.raises(SettingError, match="EDITOR_KEYMAP is not JSON"):
        load({}, {"EDITOR_KEYMAP": "{"})


@pytest.mark.parametrize("content", ["{", "[]", "\xff\xfe"])
def test_a_broken_configuration_file_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "config.json"
    file.write_text(content, "latin-1")
    with pytest.raises(SettingError, match=r"config\.json"):
        load({"config_path": file}, {})


def test_a_public_address_may_have_a_path() -> None:
    settings = Settings(data_dir=Path("/tmp"), host="https://label.example/studio/")
    assert (settings.public_url, settings.base_path) == ("https://label.example/studio", "/studio")
    assert Settings(data_dir=Path("/tmp"), host="label.example").public_url == "http://localhost:8080"


def test_every_setting_says_what_it_is_for() -> None:
    for field in dataclasses.fields(Settings):
        assert field.metadata["doc"].endswith("."), field.name
        assert names(field)[0].startswith("LABELWRIGHT_")


LABEL_STUDIO = json.loads((ROOT / "spec/settings/label_studio.json").read_text("utf-8"))
# Of kinds that have few values.
_VALUES = {
    "DJANGO_DB": "postgresql",
    "LOG_LEVEL": "ERROR",
    "SESSION_COOKIE_SAMESITE": "Strict",
    "EDITOR_KEYMAP": '{"a:b": {"key": "x"}}',
}


@pytest.mark.parametrize("name", LABEL_STUDIO["read"])
def test_a_variable_of_label_studio_has_an_effect_under_its_name(name: str) -> None:
    before = load({}, {})
    values = [_VALUES.get(name), "true", "false", "77", "https://label.example"]
    for value in filter(None, values):
        try:
            if load({}, {f"LABEL_STUDIO_{name}": value}) != before:
                return
        except SettingError:
            continue
    pytest.fail(f"{name} changes nothing")


def test_a_variable_that_is_not_read_is_explained_in_the_docs() -> None:
    section = (ROOT / "docs/compatibility.md").read_text("utf-8").split("## Environment")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    listed = [{"reason": reason, "names": re.findall(r"`(\w+)`", variables)} for variables, reason in rows]
    assert listed == LABEL_STUDIO["not_read"]


def test_every_variable_of_label_studio_is_either_read_or_not() -> None:
    ours = {name for field in dataclasses.fields(Settings) for name in names(field)}
    unread = [name for group in LABEL_STUDIO["not_read"] for name in group["names"]]
    assert {name for name in unread if f"LABEL_STUDIO_{name}" in ours} == set()
    assert len(unread + LABEL_STUDIO["read"]) == len({*unread, *LABEL_STUDIO["read"]}) == 177
