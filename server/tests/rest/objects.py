"""Objects that addresses and bodies of requests name."""

import json
import re
import uuid
from collections.abc import Callable
from typing import Any

from harness.live import Account, LiveServer

CONFIG = (
    '<View><Text name="text" value="$text"/><Choices name="mood" toName="text"><Choice value="Happy"/></Choices></View>'
)
RESULT = [{"id": "r", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["Happy"]}}]


class Objects:
    """One of each thing, made when a line first names it: `{upload}` is a file, and `{uploaded}` the project it is in."""

    def __init__(self, server: LiveServer, account: Account) -> None:
        self._server, self._account, self._made = server, account, dict[str, Any]()
        self.owner = server.by_token(account)

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            make: Callable[[], Any] = getattr(self, f"_{name}")
            self._made[name] = make()
        return self._made[name]

    def _organization(self) -> int:
        return self._account.organization

    def _me(self) -> int:
        return self._account.id

    def _mail(self) -> str:
        return self._account.email

    def _other_draft(self) -> int:
        """A colleague's."""
        colleague = self._server.by_token(self._server.member(self._account))
        made: int = colleague.call("POST", f"/api/tasks/{self['task']}/drafts", json={"result": RESULT})["id"]
        return made

    def _unique_id(self) -> str:
        """Of an annotation of another task."""
        [task] = self.owner.import_tasks(self["project"], [{"text": "Another day"}])
        made = str(uuid.uuid4())
        self._new(f"/api/tasks/{task}/annotations/", {"result": RESULT, "unique_id": made})
        return made

    def _person(self) -> int:
        return self._server.member(self._account).id

    def _email(self) -> str:
        return "somebody.new@example.org"

    def _refresh(self) -> str:
        token: str = self.owner.call("POST", "/api/token/")["token"]
        return token

    def _project(self) -> int:
        number: int = self.owner.project(CONFIG)["id"]
        return number

    def _task(self) -> int:
        return self.owner.import_tasks(self["project"], [{"text": "A day"}])[0]

    def _annotation(self) -> int:
        return self._new(f"/api/tasks/{self['task']}/annotations/", {"result": RESULT})

    def _annotated(self) -> int:
        return self._project_with("annotation")

    def _prediction(self) -> int:
        return self._new("/api/predictions/", {"task": self["task"], "result": RESULT, "model_version": "v1"})

    def _predicted(self) -> int:
        return self._project_with("prediction")

    def _view(self) -> int:
        return self._new("/api/dm/views/", {"project": self["project"], "data": {"title": "All"}})

    def _viewed(self) -> int:
        return self._project_with("view")

    def _webhook(self) -> int:
        given = {"project": self["project"], "url": "https://example.org/hook", "is_active": False}
        return self._new("/api/webhooks/", given)

    def _hooked(self) -> int:
        return self._project_with("webhook")

    def _labels(self) -> Any:
        given = {"project": self["project"], "from_name": "mood", "title": "Glad", "value": ["Glad"]}
        return self.owner.call("POST", "/api/labels/", json=[given])[0]

    def _label(self) -> int:
        number: int = self["labels"]["id"]
        return number

    def _link(self) -> int:
        number: int = self["labels"]["links"][0]
        return number

    def _labelled(self) -> int:
        return self._project_with("label")

    def _upload(self) -> int:
        files = {"file": ("moods.csv", "text\nA day\n", "text/csv")}
        answer = self.owner.call("POST", f"/api/projects/{self['project']}/import", files=files)
        number: int = answer["file_upload_ids"][0]
        return number

    def _uploaded(self) -> int:
        return self._project_with("upload")

    def _file(self) -> str:
        name: str = self.owner.call("GET", f"/api/import/file-upload/{self['upload']}")["file"]
        return name.removeprefix("upload/")

    def _import(self) -> int:
        return self._new(f"/api/projects/{self['project']}/jobs/import", {"file_upload_ids": [self["upload"]]})

    def _imported(self) -> int:
        return self._project_with("import")

    def _new(self, path: str, body: dict[str, Any]) -> int:
        number: int = self.owner.call("POST", path, json=body)["id"]
        return number

    def _project_with(self, thing: str) -> int:
        number: int = self["project"]
        assert self[thing]
        return number


def filled(text: str, objects: Objects) -> str:
    """A quoted name becomes a bare number."""
    text = re.sub(r'"{(\w+)}"', lambda match: json.dumps(objects[match[1]]), text)
    return re.sub(r"{(\w+)}", lambda match: str(objects[match[1]]), text)
