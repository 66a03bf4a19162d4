"""Kept figures never drift: whatever is written, and however it ends, they are what one would count now."""

import json
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from psycopg.errors import DeadlockDetected
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import OperationalError

from harness.live import Client, LiveServer
from labelwright.annotations.tables import annotations, predictions
from labelwright.db import Database, Tx
from labelwright.imports.bulk import take_ids
from labelwright.jobs.tables import jobs
from labelwright.kit.clock import now
from labelwright.projects import blocks
from labelwright.projects.tables import BLOCK_BITS, changed_blocks, counted_blocks, counted_people, projects
from labelwright.tasks.tables import hidden_tasks, tasks
from projects.counted import anew, shown

CONFIG = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
ALL: dict[str, Any] = {"selectedItems": {"all": True, "excluded": []}}


class Somebody:
    """Does anything that a project's people can do, by REST."""

    def __init__(self, server: LiveServer, owner: Client, colleague: Client, chance: random.Random) -> None:
        self.server, self.owner, self.colleague, self.chance = server, owner, colleague, chance
        self.projects = [owner.project(CONFIG)["id"] for _ in range(2)]

    def act(self) -> None:
        deeds = (
            self.submit, self.submit, self.skip, self.change, self.give_back, self.bring, self.bring, self.bring_large, self.make,
            self.remove, self.predict, self.by_action, self.by_action, self.settle, self.overlap, self.spread, self.end,
        )  # fmt: skip
        self.chance.choice(deeds)()

    @property
    def _client(self) -> Client:
        return self.chance.choice((self.owner, self.owner, self.colleague))

    @property
    def _project(self) -> int:
        return self.chance.choice(self.projects)

    def _task(self) -> int | None:
        return self._one_of(tasks)

    def _one_of(self, table: Any) -> int | None:
        with self.server.db.read() as tx:
            known = tx.execute(select(table.c.id).where(table.c.project_id.in_(self.projects))).scalars().all()
        return self.chance.choice(known) if known else None

    def submit(self, **more: Any) -> None:
        if task := self._task():
            body = {"result": RESULT, "ground_truth": self.chance.random() < 0.3, **more}
            self._client.call("POST", f"/api/tasks/{task}/annotations/", json=body)

    def skip(self) -> None:
        self.submit(was_cancelled=True)

    def change(self) -> None:
        if found := self._one_of(annotations):
            given = {self.chance.choice(("ground_truth", "was_cancelled")): self.chance.random() < 0.5}
            self.owner.call("PATCH", f"/api/annotations/{found}/", json=given)

    def give_back(self) -> None:
        if found := self._one_of(annotations):
            self.owner.call("DELETE", f"/api/annotations/{found}/")

    def bring(self) -> None:
        self.owner.import_tasks(self._project, [self._item(number) for number in range(self.chance.randrange(1, 7))])

    def bring_large(self) -> None:
        """By a job that hides the tasks until all are there."""
        items = [self._item(number) for number in range(1100)]
        self.owner.import_tasks(self._project, items)

    def _item(self, number: int) -> dict[str, Any]:
        item: dict[str, Any] = {"data": {"text": f"Text {number % 5}"}, "predictions": [{"result": RESULT}]}
        if number % 3 == 0:
            item["annotations"] = [
                {"result": RESULT, "ground_truth": number % 2 == 0, "was_cancelled": number % 4 == 0}
            ]
        return item

    def make(self) -> None:
        self.owner.call("POST", "/api/tasks/", json={"project": self._project, "data": {"text": "One more"}})

    def remove(self) -> None:
        if task := self._task():
            self.owner.call("DELETE", f"/api/tasks/{task}/")

    def predict(self) -> None:
        if task := self._task():
            self.owner.call("POST", "/api/predictions/", json={"task": task, "result": RESULT, "model_version": "m"})

    def by_action(self) -> None:
        action = self.chance.choice(
            ("delete_tasks", "delete_tasks_annotations", "delete_tasks_predictions", "predictions_to_annotations")
        )
        project = self._project
        with self.server.db.read() as tx:
            some = tx.execute(select(tasks.c.id).where(tasks.c.project_id == project)).scalars().all()
        chosen = self.chance.sample(some, min(len(some), 5))
        selected = ALL if self.chance.random() < 0.2 else {"selectedItems": {"all": False, "included": chosen}}
        answer = self.owner.post("/api/dm/actions/", params={"project": project, "id": action}, json=selected)
        assert answer.status_code < 500, answer.text

    def settle(self) -> None:
        skip_queue = self.chance.choice(("REQUEUE_FOR_ME", "REQUEUE_FOR_OTHERS", "IGNORE_SKIPPED"))
        self.owner.call("PATCH", f"/api/projects/{self._project}/", json={"skip_queue": skip_queue})

    def overlap(self) -> None:
        given = {
            "maximum_annotations": self.chance.randrange(1, 4),
            "overlap_cohort_percentage": self.chance.choice((50, 100)),
        }
        self.owner.call("PATCH", f"/api/projects/{self._project}/", json=given)

    def spread(self) -> None:
        """Later tasks are in another block."""
        with self.server.db.write() as tx:
            list(take_ids(tx, tasks, self.chance.randrange(1, 2 << BLOCK_BITS)))

    def end(self) -> None:
        """Of a project: another begins."""
        project = self.projects.pop(0)
        self.owner.call("DELETE", f"/api/projects/{project}/")
        self.projects.append(self.owner.project(CONFIG)["id"])


def settled(db: Database) -> None:
    """All is counted, by us or by the server, which may be at it."""
    while True:
        blocks.count_changed(db)
        with db.read() as tx:
            if tx.execute(select(changed_blocks).limit(1)).first() is None:
                return


@pytest.mark.parametrize("seed", range(3))
def test_kept_figures_are_what_is_counted_after_any_writes(
    server: LiveServer, owner: Client, annotator: Client, seed: int
) -> None:
    chance = random.Random(seed)
    somebody = Somebody(server, owner, annotator, chance)
    assert owner.account
    for _ in range(30):
        somebody.act()
        if chance.random() < 0.3:
            settled(server.db)
        with server.db.read() as tx:
            assert shown(tx, owner.account.id) == anew(tx, owner.account.id)
    settled(server.db)
    with server.db.read() as tx:
        assert list(blocks.wrong(tx)) == []


class Undone(Exception):
    """Ends a transaction that shall leave nothing behind."""


class Bare:
    """Writes rows as no service does: in any order, in savepoints, and with an end that takes all back."""

    def __init__(self, db: Database, project: int, users: list[int], seed: int) -> None:
        self.db, self.project, self.users, self.chance = db, project, users, random.Random(seed)

    def work(self, times: int) -> None:
        for _ in range(times):
            try:
                with self.db.write() as tx:
                    for _ in range(self.chance.randrange(1, 4)):
                        self._write_somehow(tx)
                    if self.chance.random() < 0.3:
                        raise Undone
            except Undone:
                continue
            except OperationalError as error:
                # Two that remove tasks may wait for one another's work; one of them is ended.
                if not isinstance(error.orig, DeadlockDetected):
                    raise

    def _write_somehow(self, tx: Tx) -> None:
        if self.chance.random() < 0.7:
            self._write(tx)
            return
        try:
            with tx.begin_nested():
                self._write(tx)
                if self.chance.random() < 0.5:
                    raise Undone
        except Undone:
            self._write(tx)

    def _write(self, tx: Tx) -> None:
        self.chance.choice(
            (self._add_task, self._add_work, self._add_work, self._change_task, self._change_work, self._remove)
        )(tx)

    def _add_task(self, tx: Tx) -> None:
        at = now()
        values = {"project_id": self.project, "inner_id": 1, "data": {}, "created_at": at, "updated_at": at}
        number = next(take_ids(tx, tasks, self.chance.randrange(1, 1 << BLOCK_BITS)))
        tx.execute(insert(tasks).values(id=number, **values))

    def _some(self, tx: Tx, table: Any) -> list[int]:
        """One or two, in order, so that nobody waits in a ring."""
        found = (
            select(table.c.id)
            .where(table.c.project_id == self.project)
            .order_by(table.c.id)
            .with_for_update(skip_locked=True)
        )
        known = tx.execute(found).scalars().all()
        return sorted(self.chance.sample(known, min(len(known), 2)))

    def _add_work(self, tx: Tx) -> None:
        at, user = now(), self.chance.choice(self.users)
        values = {"project_id": self.project, "completed_by_id": user, "result": [], "created_at": at, "updated_at": at}
        values |= {name: self.chance.random() < 0.3 for name in ("was_cancelled", "ground_truth")}
        for task in self._some(tx, tasks):
            tx.execute(insert(annotations).values(task_id=task, **values))

    def _change_task(self, tx: Tx) -> None:
        values = {"is_labeled": self.chance.random() < 0.5, "total_annotations": self.chance.randrange(3)}
        tx.execute(update(tasks).where(tasks.c.id.in_(self._some(tx, tasks))).values(values))

    def _change_work(self, tx: Tx) -> None:
        values: dict[str, Any] = {
            "was_cancelled": self.chance.random() < 0.5,
            "ground_truth": self.chance.random() < 0.5,
        }
        values["completed_by_id"] = self.chance.choice([None, *self.users])
        tx.execute(update(annotations).where(annotations.c.id.in_(self._some(tx, annotations))).values(values))

    def _remove(self, tx: Tx) -> None:
        table = self.chance.choice((tasks, annotations, annotations))
        tx.execute(delete(table).where(table.c.id.in_(self._some(tx, table)[:1])))


@contextmanager
def running(*works: Callable[[], Any]) -> Iterator[Callable[[], bool]]:
    """The works in threads of their own; tells whether any goes on, and raises what they raise."""
    errors: list[BaseException] = []

    def run(work: Callable[[], Any]) -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    yield lambda: any(thread.is_alive() for thread in threads)
    for thread in threads:
        thread.join()
    assert errors == []


def test_every_snapshot_has_right_figures_while_many_write_and_two_count(server: LiveServer, owner: Client) -> None:
    assert owner.account
    users, project = [owner.account.id, server.member(owner.account).id], owner.project(CONFIG)["id"]
    ended, looked = threading.Event(), 0

    def count() -> None:
        while not ended.is_set():
            blocks.count_changed(server.db)
            time.sleep(0.001)

    with running(count, count):
        try:
            with running(
                *(lambda seed=seed: Bare(server.db, project, users, seed).work(40) for seed in range(4))
            ) as busy:
                while busy() or looked < 10:
                    looked += 1
                    with server.db.read() as tx:
                        assert shown(tx, users[0])[project] == anew(tx, users[0])[project]
        finally:
            ended.set()
    settled(server.db)
    with server.db.read() as tx:
        assert list(blocks.wrong(tx)) == []
        assert tx.execute(select(func.count()).select_from(changed_blocks)).scalar_one() == 0


@pytest.mark.parametrize(("first", "last"), [(2000, 2010), (1024, 2047), (1000, 3100), (1023, 4096), (1, 4096)])
def test_hidden_tasks_are_left_out_also_of_blocks_that_are_partly_hidden(
    server: LiveServer, owner: Client, first: int, last: int
) -> None:
    project = owner.project(CONFIG)["id"]
    with server.db.write() as tx:
        begin = _next_block(tx)
        _fill(tx, project, range(begin + 1, begin + 4097, 7))
        job = _job(tx, project)
        tx.execute(
            insert(hidden_tasks).values(project_id=project, job_id=job, first_id=begin + first, last_id=begin + last)
        )
    expected = sum(1 for number in range(1, 4097, 7) if not first <= number <= last)
    assert owner.account
    for _ in range(2):
        with server.db.read() as tx:
            figures = shown(tx, owner.account.id)[project]
            assert figures == anew(tx, owner.account.id)[project]
            assert figures["task_number"] == expected
        settled(server.db)


def _next_block(tx: Tx) -> int:
    """The first id of a block where no task is yet, taken with the next four blocks."""
    taken = next(take_ids(tx, tasks, 6 << BLOCK_BITS))
    return ((taken >> BLOCK_BITS) + 1) << BLOCK_BITS


def _fill(tx: Tx, project: int, ids: range) -> None:
    at = now()
    values = {
        "project_id": project,
        "inner_id": 1,
        "data": {},
        "created_at": at,
        "updated_at": at,
        "total_predictions": 1,
    }
    tx.execute(insert(tasks), [{"id": number, **values} for number in ids])


def _job(tx: Tx, project: int) -> int:
    organization = tx.execute(select(projects.c.organization_id).where(projects.c.id == project)).scalar_one()
    of_project = {"organization_id": organization, "project_id": project}
    values = {
        "kind": "import",
        "lane": "heavy",
        "title": "",
        "state": "completed",
        "arguments": {},
        "created_at": now(),
    }
    return int(tx.execute(insert(jobs).values(**of_project, **values, run_at=now()).returning(jobs.c.id)).scalar_one())


def test_projects_share_blocks(server: LiveServer, owner: Client) -> None:
    one, other = (owner.project(CONFIG)["id"] for _ in range(2))
    for number in range(6):
        owner.import_tasks((one, other)[number % 2], [{"text": str(number)}] * (1 + number))
    settled(server.db)
    found = owner.call("GET", "/api/projects/", params={"ids": f"{one},{other}"})["results"]
    assert {it["id"]: it["task_number"] for it in found} == {one: 1 + 3 + 5, other: 2 + 4 + 6}


def test_nothing_is_kept_of_what_is_gone(server: LiveServer, owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    task, _ = owner.import_tasks(project, [{"text": "one"}, {"text": "two"}])
    owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})
    settled(server.db)
    assert _kept(server, project) == (1, 1)
    owner.call("DELETE", f"/api/projects/{project}/")
    settled(server.db)
    assert _kept(server, project) == (0, 0)


def _kept(server: LiveServer, project: int) -> tuple[int, ...]:
    with server.db.read() as tx:
        of_project = (
            select(func.count()).select_from(table).where(table.c.project_id == project)
            for table in (counted_blocks, counted_people)
        )
        return tuple(tx.execute(found).scalar_one() for found in of_project)


def test_figures_are_not_counted_for_what_no_figure_shows(server: LiveServer, owner: Client) -> None:
    """A title, a comment, a draft: the block stays as it was counted."""
    project = owner.project(CONFIG)["id"]
    [task] = owner.import_tasks(project, [{"text": "one"}])
    made = owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": RESULT})["id"]
    settled(server.db)
    owner.call("POST", "/api/comments/", json={"annotation": made, "text": "Sure?"})
    owner.call("POST", f"/api/tasks/{task}/drafts/", json={"result": RESULT})
    owner.call("PATCH", f"/api/tasks/{task}/", json={"meta": {"page": 1}})
    with server.db.write() as tx:
        tx.execute(update(predictions).where(predictions.c.project_id == project).values(score=1))
        changed = select(func.count()).select_from(changed_blocks).where(changed_blocks.c.project_id == project)
        assert tx.execute(changed).scalar_one() == 0


def test_figures_that_were_tampered_with_are_found_and_counted_anew(server: LiveServer, owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    owner.import_tasks(project, [{"text": "one"}])
    settled(server.db)
    with server.db.write() as tx:
        tx.execute(update(counted_blocks).where(counted_blocks.c.project_id == project).values(task_number=7))
    assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 7
    with server.db.read() as tx:
        wrong = list(blocks.wrong(tx))
    assert [found[0] for found in wrong] == [project]
    blocks.count_again(server.db, wrong)
    assert owner.call("GET", f"/api/projects/{project}/")["task_number"] == 1


def test_totals_of_a_tab_without_filters_are_the_kept_ones(server: LiveServer, owner: Client) -> None:
    project = owner.project(CONFIG)["id"]
    items = [{"data": {"text": str(number)}, "predictions": [{"result": RESULT}]} for number in range(3)]
    tasks_made = owner.import_tasks(project, items)
    owner.call("POST", f"/api/tasks/{tasks_made[0]}/annotations/", json={"result": RESULT})
    settled(server.db)
    item = {"filter": "filter:tasks:id", "operator": "greater", "type": "Number", "value": 0}
    for query in ({}, {"filters": {"conjunction": "and", "items": [item]}}):
        found = owner.call("GET", "/api/dm/totals", params={"project": project, "query": json.dumps(query)})
        assert found == {"total": 3, "total_annotations": 1, "total_predictions": 3}
