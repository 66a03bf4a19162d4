"""The first project, made from flags."""

from labelwright.access import Caller
from labelwright.db import Database
from labelwright.organizations.service import caller_of
from labelwright.projects import queries, service
from labelwright.settings import SettingError, Settings

_SAMPLING = {
    "sequential": "Sequential sampling",
    "uniform": "Uniform sampling",
    "prediction-score-min": "Uncertainty sampling",
}


def first_project(settings: Settings, db: Database, user: int | None, title: str | None, *, make: bool) -> None:
    """Makes the project `title` unless the account's organisation has one; without `make` it must exist.

    Raises SettingError when the labelling configuration has mistakes, and when there is no account to own the project.
    """
    title = title or "New project"
    if user is None:
        raise SettingError("A project needs an owner: give --username and --password.")
    config = _label_config(settings)
    with db.write() as tx:
        caller: Caller = caller_of(tx, user)
        if queries.titled(tx, caller.organization, title):
            return
        if not make:
            raise SettingError(f'There is no project "{title}". Add --init to make it.')
        fields = {"title": title, "description": settings.project_desc, "sampling": _SAMPLING[settings.sampling]}
        service.create(tx, caller, {**fields, **config})


def _label_config(settings: Settings) -> dict[str, str]:
    if settings.label_config is None:
        return {}
    try:
        text = settings.label_config.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise SettingError(f"The labelling configuration {settings.label_config} cannot be read: {error}.") from None
    return {"label_config": text}
