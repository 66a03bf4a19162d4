"""Predictions over HTTP."""

from typing import Annotated, Any

from litestar import delete, get, patch, post, put
from litestar.params import FromPath, FromQuery, QueryParameter

from labelwright.access import on, signed_in
from labelwright.annotations import predictions
from labelwright.annotations.bodies import read
from labelwright.annotations.prediction_queries import home_of_prediction
from labelwright.annotations.predictions import PredictionIn
from labelwright.http.described import reads
from labelwright.http.request import ApiRequest
from labelwright.http.threads import in_thread

PATH = "/api/predictions/{prediction_id:int}"
ACCESS = on("predictions.any", home_of_prediction, "prediction_id")


@get("/api/predictions", opt=signed_in("tasks.view"), sync_to_thread=True)
def list_predictions(
    request: ApiRequest,
    task: FromQuery[int | None] = None,
    project: FromQuery[int | None] = None,
    task_project: Annotated[int | None, QueryParameter(name="task__project", required=False)] = None,
) -> list[dict[str, Any]]:
    with request.db.read() as tx:
        return predictions.listed(tx, request.caller, task=task, project=project or task_project)


@post("/api/predictions", opt=signed_in("predictions.any") | reads(PredictionIn))
async def create_prediction(request: ApiRequest) -> dict[str, Any]:
    return await in_thread(_create, request, await read(request, PredictionIn))


def _create(request: ApiRequest, given: PredictionIn) -> dict[str, Any]:
    with request.db.write() as tx:
        return predictions.create(tx, request.caller, given)


@get(PATH, opt=on("tasks.view", home_of_prediction, "prediction_id"), sync_to_thread=True)
def show_prediction(request: ApiRequest, prediction_id: FromPath[int]) -> dict[str, Any]:
    with request.db.read() as tx:
        return predictions.show(tx, prediction_id)


@patch(PATH, opt=ACCESS | reads(PredictionIn))
async def change_prediction(request: ApiRequest, prediction_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_change, request, prediction_id, await read(request, PredictionIn))


@put(PATH, opt=ACCESS | reads(PredictionIn))
async def replace_prediction(request: ApiRequest, prediction_id: FromPath[int]) -> dict[str, Any]:
    return await in_thread(_change, request, prediction_id, await read(request, PredictionIn))


def _change(request: ApiRequest, prediction_id: int, given: PredictionIn) -> dict[str, Any]:
    with request.db.write() as tx:
        return predictions.change(tx, prediction_id, given)


@delete(PATH, opt=ACCESS, sync_to_thread=True)
def delete_prediction(request: ApiRequest, prediction_id: FromPath[int]) -> None:
    with request.db.write() as tx:
        predictions.remove(tx, prediction_id)


ROUTES: list[Any] = [
    list_predictions,
    create_prediction,
    show_prediction,
    change_prediction,
    replace_prediction,
    delete_prediction,
]
