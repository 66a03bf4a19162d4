"""Every setting, once: the flag, the environment names, `--help` and the docs are made from these fields.

Precedence: flag, `LABELWRIGHT_<NAME>`, `LABEL_STUDIO_<NAME>`, `HEARTEX_<NAME>`, `<NAME>`, the `.env` file of the data directory,
the configuration file, default.
Nothing else in the package reads the environment.
"""

import dataclasses
import json
import math
import os
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

PREFIXES = ("LABELWRIGHT_", "LABEL_STUDIO_", "HEARTEX_", "")
# Shells and container platforms set these for their own purposes.
IGNORED_BARE = frozenset({"HOST", "USERNAME"})

TRUE, FALSE = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "not", "off", "0", ""})


class SettingError(ValueError):
    """A value that cannot be used; the message names the setting as the person wrote it."""


def setting(
    default: Any, doc: str, *, flags: tuple[str, ...] = (), env: tuple[str, ...] = (), secret: bool = False
) -> Any:
    """A field. `env` are further names (without prefix) beside the field's own in capitals."""
    return field(default=default, metadata={"doc": doc, "flags": flags, "env": env, "secret": secret})


def default_data_dir() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "labelwright"


@dataclass(frozen=True, kw_only=True)
class Settings:
    # Where
    data_dir: Path = setting(
        None, "Directory of the database, uploads and exports.", flags=("--data-dir",), env=("BASE_DATA_DIR",)
    )
    database: str | None = setting(
        None,
        "SQLite file, or a database URL (postgresql://…).",
        flags=("--database", "-db"),
        env=("DATABASE_NAME", "DATABASE_URL"),
    )
    django_db: Literal["sqlite", "default", "postgresql"] = setting(
        "sqlite", "`default` or `postgresql`: use PostgreSQL by POSTGRE_*."
    )
    postgre_user: str = setting("postgres", "PostgreSQL user.")
    postgre_password: str = setting("postgres", "PostgreSQL password.", secret=True)
    postgre_name: str = setting("postgres", "PostgreSQL database.")
    postgre_host: str = setting("localhost", "PostgreSQL host.")
    postgre_port: int = setting(5432, "PostgreSQL port.")

    # Listening
    port: int = setting(8080, "Port to listen on.", flags=("--port", "-p"))
    host: str = setting("", "Public URL (http://… or https://…), may have a path.", flags=("--host",))
    internal_host: str = setting("127.0.0.1", "Address to bind.", flags=("--internal-host",))
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = setting("WARNING", "What to log.", flags=("--log-level",))
    no_browser: bool = setting(False, "Do not open a browser tab.", flags=("--no-browser", "-b"))
    debug: bool = setting(False, "Log more; answers never carry traces.", flags=("--debug", "-d"))

    # First account and project
    username: str = setting(
        "default_user@localhost",
        "E-mail address of the first account; it is made when a password or token is given.",
        flags=("--username",),
    )
    password: str | None = setting(None, "Password of the first account.", flags=("--password",), secret=True)
    user_token: str | None = setting(None, "Access token of the first account.", flags=("--user-token",), secret=True)
    enable_legacy_api_token: bool = setting(
        False,
        "Accept `Authorization: Token …` in a new organisation (on when --user-token is given).",
        flags=("--enable-legacy-api-token",),
    )
    config_path: Path = setting(
        Path("default_config.json"),
        "JSON file with settings; a relative path is one of the data directory.",
        flags=("--config", "-c"),
        env=("CONFIG_PATH",),
    )
    label_config: Path | None = setting(
        None, "File with the labelling configuration of the first project.", flags=("--label-config", "-l")
    )
    project_desc: str = setting("", "Description of the first project.", flags=("--initial-project-description",))
    sampling: Literal["sequential", "uniform", "prediction-score-min"] = setting(
        "sequential", "Task order of the first project.", flags=("--sampling",)
    )

    # Secrets, cookies, sign-up
    secret_key: str | None = setting(
        None, "Key that signs links and tokens; generated per data directory.", secret=True
    )
    session_cookie_secure: bool = setting(False, "Send cookies over HTTPS only.")
    session_cookie_samesite: Literal["Lax", "Strict", "None"] = setting("Lax", "SameSite of the session cookie.")
    max_session_age: int = setting(14 * 86400, "Seconds until a session ends.")
    max_time_between_activity: int = setting(5 * 86400, "Seconds without activity until a session ends.")
    logout_redirect_url: str = setting("", "Where people go who log out; without it to the log-in page.")
    csrf_trusted_origins: tuple[str, ...] = setting(
        (), "Further origins that may send forms (https://label.example.org)."
    )
    disable_signup_without_link: bool = setting(True, "Sign-up needs an invitation link once there is an account.")
    login_attempts: int = setting(
        10,
        "Failed log-ins of one account in five minutes before it must wait; one network address may fail five times as often.",
    )

    # Limits
    data_upload_max_memory_size: int = setting(262_144_000, "Bytes of all files of one import request.")
    data_upload_max_number_files: int = setting(100, "Files of one import request.")
    max_import_tasks: int = setting(1_000_000, "Tasks of one import request.")
    task_lock_ttl: int = setting(86_400, "Seconds a task stays reserved for its annotator.")
    prefetch_lock_ttl: int = setting(300, "Seconds a prefetched task stays reserved.")
    label_stream_history_limit: int = setting(100, "Tasks remembered in the label stream.")
    random_next_task_sample_size: int = setting(50, "Tasks looked at for a random next task.")
    experimental_features: bool = setting(False, "Offer the experimental actions of the Data Manager.")
    task_api_page_size_max: int = setting(0, "Largest page of the task list; 0: no limit.")
    allow_import_tasks_with_unknown_emails: bool = setting(False, "Import annotations of unknown people as one's own.")
    svg_security_cleanup: bool = setting(False, "Remove scripts and links from uploaded SVG pictures.")

    # Jobs
    jobs_in_server: bool = setting(True, "Run jobs in the server; false leaves them to `labelwright worker`.")
    job_lease: int = setting(30, "Seconds after which the jobs of a process that died are taken over by another.")
    job_retention_days: int = setting(14, "Days that ended jobs and their files are kept.")

    # Outbound requests a person configured
    ssrf_protection_enabled: bool = setting(True, "Refuse private addresses for URL import and webhooks.")
    use_default_banned_subnets: bool = setting(True, "Keep the default list of refused networks.")
    user_additional_banned_subnets: tuple[str, ...] = setting((), "Networks refused besides.")
    verify_ssl_certs: bool = setting(True, "Check certificates of outbound requests.")

    # Webhooks
    webhook_timeout: float = setting(1.0, "Seconds that a webhook may take to answer.")
    webhook_batch_size: int = setting(5000, "Items told in one request of a webhook.")

    # Local files
    local_files_serving_enabled: bool = setting(False, "Serve files below LOCAL_FILES_DOCUMENT_ROOT.")
    local_files_document_root: Path = setting(Path("/"), "Root of local files.")

    # The editor
    editor_keymap: dict[str, Any] | None = setting(
        None, 'Keys of the editor for everybody, as JSON: `{"region:delete": {"key": "x"}}`; people may change them.'
    )

    # Known names without work to do
    collect_analytics: bool = setting(False, "Accepted for compatibility: there is no telemetry to turn off.")

    def __post_init__(self) -> None:
        if self.data_dir is None:
            object.__setattr__(self, "data_dir", default_data_dir())

    @property
    def database_url(self) -> str:
        """SQLAlchemy's URL of the database."""
        if self.database and "://" in self.database:
            scheme, _, rest = self.database.partition("://")
            return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else self.database
        if self.django_db != "sqlite":
            from urllib.parse import quote

            return (
                f"postgresql+psycopg://{quote(self.postgre_user, safe='')}:{quote(self.postgre_password, safe='')}"
                f"@{self.postgre_host}:{self.postgre_port}/{quote(self.postgre_name, safe='')}"
            )
        return f"sqlite:///{self.sqlite_path}"

    @property
    def sqlite_path(self) -> Path:
        return Path(self.database) if self.database else self.data_dir / "label_studio.sqlite3"

    @property
    def media_dir(self) -> Path:
        return self.data_dir / "media"

    @property
    def public_url(self) -> str:
        """Scheme, host and base path people see, without a trailing slash."""
        if self.host.startswith(("http://", "https://")):
            return self.host.rstrip("/")
        return f"http://localhost:{self.port}"

    @property
    def trusted_origins(self) -> frozenset[str]:
        """Origins that may send forms besides the one a request is addressed to: a proxy may hide that one."""
        public = urlsplit(self.public_url)
        return frozenset({*self.csrf_trusted_origins, f"{public.scheme}://{public.netloc}"})

    @property
    def base_path(self) -> str:
        """Path part of the public URL: `` or `/labels`."""
        return urlsplit(self.public_url).path.rstrip("/")


def load(flags: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from flags (field name → value as `parse` returns it), the environment, the data directory's `.env`, the configuration file.

    Raises SettingError, whose message says which source holds the bad value.
    """
    values = {name: value for name, value in (flags or {}).items() if value is not None}
    _take(values, os.environ if environ is None else environ, "")
    data_dir = Path(values.get("data_dir") or default_data_dir())
    if (file := data_dir / ".env").is_file():
        _take(values, read_env_file(file), f" in {file}")
    named = Path(values.get("config_path", Settings.config_path))
    if (file := data_dir / named).is_file():
        _take(values, read_config_file(file), f" in {file}")
    elif "config_path" in values:
        raise SettingError(f"The configuration file {named} does not exist.")
    return Settings(**values)


def _take(values: dict[str, Any], source: Mapping[str, str], where: str) -> None:
    """Adds what `source` says of fields that no stronger source set."""
    hints = typing.get_type_hints(Settings)
    for spec in dataclasses.fields(Settings):
        if spec.name not in values and (found := next((name for name in names(spec) if source.get(name)), None)):
            values[spec.name] = parse(hints[spec.name], source[found], found + where)


def names(spec: "dataclasses.Field[Any]") -> list[str]:
    """Environment names of a field, strongest first."""
    own = [spec.name.upper(), *spec.metadata["env"]]
    return [prefix + name for prefix in PREFIXES for name in own if prefix or name not in IGNORED_BARE]


def read_env_file(path: Path) -> dict[str, str]:
    """`KEY=value` lines; quotes around a value are dropped."""
    pairs = (
        line.partition("=")
        for line in path.read_text("utf-8").splitlines()
        if "=" in line and not line.lstrip().startswith("#")
    )
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}


def read_config_file(path: Path) -> dict[str, str]:
    """A JSON object of settings by name in any case (`port`, `internal_host`), as text under their prefixed names."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError) as error:
        raise SettingError(f"The configuration file {path} cannot be read: {error}.") from None
    if not isinstance(content, dict):
        raise SettingError(f"The configuration file {path} must hold a JSON object.")
    return {PREFIXES[0] + key.upper(): _as_text(value) for key, value in content.items()}


def _as_text(value: Any) -> str:
    if isinstance(value, dict):
        return json.dumps(value)
    return "" if value is None else str(value)


def parse(kind: Any, text: str, name: str) -> Any:
    """A setting's value from text; `name` is what the message blames."""
    origin = typing.get_origin(kind)
    if origin in {types.UnionType, typing.Union}:
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
        origin = typing.get_origin(kind)
    if origin is Literal:
        allowed = typing.get_args(kind)
        match = next((choice for choice in allowed if str(choice).lower() == text.lower()), None)
        if match is None:
            raise SettingError(f'{name} is "{text}", it must be one of: {", ".join(map(str, allowed))}.')
        return match
    if origin is tuple:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if origin is dict:
        return _json_object(text, name)
    if kind is bool:
        if text.lower() in TRUE:
            return True
        if text.lower() in FALSE:
            return False
        raise SettingError(f'{name} is "{text}", it must be true or false.')
    if kind is int:
        try:
            return int(text)
        except ValueError:
            raise SettingError(f'{name} is "{text}", it must be a whole number.') from None
    if kind is float:
        return _number(text, name)
    return kind(text)


def _number(text: str, name: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SettingError(f'{name} is "{text}", it must be a number.')
    return value


def _json_object(text: str, name: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise SettingError(f"{name} is not JSON: {error}.") from None
    if not isinstance(value, dict):
        raise SettingError(f"{name} must be a JSON object.")
    return value
