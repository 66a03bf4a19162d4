"""Projects on the wire."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

Sampling = Literal["Sequential sampling", "Uniform sampling", "Uncertainty sampling"]
SkipQueue = Literal["REQUEUE_FOR_OTHERS", "REQUEUE_FOR_ME", "IGNORE_SKIPPED"]
Title = Annotated[str, Meta(min_length=3, max_length=50)]
Overlap = Annotated[int, Meta(ge=1)]
Percentage = Annotated[int, Meta(ge=0, le=100)]


class ProjectIn(msgspec.Struct):
    """What a client may set; a new project takes the column's default for what is not sent."""

    title: Title | UnsetType = UNSET
    description: str | UnsetType | None = UNSET
    # Checked by `labelconfig`, whose words clients know.
    label_config: Any | UnsetType = UNSET
    expert_instruction: str | UnsetType | None = UNSET
    show_instruction: bool | UnsetType = UNSET
    show_skip_button: bool | UnsetType = UNSET
    enable_empty_annotation: bool | UnsetType = UNSET
    show_annotation_history: bool | UnsetType = UNSET
    reveal_preannotations_interactively: bool | UnsetType = UNSET
    show_collab_predictions: bool | UnsetType = UNSET
    evaluate_predictions_automatically: bool | UnsetType = UNSET
    is_published: bool | UnsetType = UNSET
    is_draft: bool | UnsetType = UNSET
    show_overlap_first: bool | UnsetType = UNSET
    show_ground_truth_first: bool | UnsetType = UNSET
    annotator_evaluation_enabled: bool | UnsetType = UNSET
    color: str | UnsetType | None = UNSET
    maximum_annotations: Overlap | UnsetType = UNSET
    overlap_cohort_percentage: Percentage | UnsetType = UNSET
    min_annotations_to_start_training: Annotated[int, Meta(ge=0)] | UnsetType = UNSET
    start_training_on_annotation_update: bool | UnsetType = UNSET
    sampling: Sampling | UnsetType | None = UNSET
    skip_queue: SkipQueue | UnsetType | None = UNSET
    model_version: str | UnsetType | None = UNSET
    control_weights: dict[str, Any] | UnsetType | None = UNSET
    task_data_login: str | UnsetType | None = UNSET
    task_data_password: str | UnsetType | None = UNSET
    pinned_at: datetime | UnsetType | None = UNSET


class ConfigIn(msgspec.Struct):
    label_config: Any = None


class SampleTaskIn(msgspec.Struct):
    label_config: Any = None
    include_annotation_and_prediction: bool = False


class ModelVersionIn(msgspec.Struct):
    model_version: str
