"""Examples of request bodies, by the name of what they are examples of."""

from typing import Any

_RESULT = [
    {"id": "r1", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["Happy"]}},
]
_CONFIG = (
    '<View><Text name="text" value="$text"/>'
    '<Choices name="mood" toName="text"><Choice value="Happy"/><Choice value="Sad"/></Choices></View>'
)
_FILTERS = {
    "conjunction": "and",
    "items": [
        {"filter": "filter:tasks:total_annotations", "operator": "equal", "type": "Number", "value": 0},
    ],
}
_SELECTED = {"all": False, "included": [1, 2]}

EXAMPLES: dict[str, Any] = {
    "ActionIn": {"project": 1, "filters": _FILTERS, "ordering": ["tasks:id"], "selectedItems": _SELECTED},
    "AnnotationIn": {"result": _RESULT, "lead_time": 4.2, "was_cancelled": False, "ground_truth": False},
    "CommentChange": {"is_resolved": True},
    "CommentIn": {"annotation": 1, "text": "Is this one sure?"},
    "ConfigIn": {"label_config": _CONFIG},
    "DraftIn": {"result": _RESULT, "lead_time": 1.5, "was_postponed": False},
    "DuplicateIn": {"title": "Moods, second round", "mode": "settings,data"},
    "ExportJobIn": {"export_type": "CSV", "download_all_tasks": False},
    "FileIdsIn": {"file_upload_ids": [1]},
    "HotkeysIn": {"custom_hotkeys": {"region:delete": {"key": "x", "active": True}}},
    "JobActionIn": {"id": "delete_tasks", "selectedItems": _SELECTED},
    "LabelChange": {"title": "Very happy"},
    "IndexIn": {"column": "data.rank", "kind": "Number"},
    "LabelIn": {"project": 1, "from_name": "mood", "title": "Happy", "value": ["Happy"]},
    "LinkChange": {"from_name": "mood"},
    "LinkIn": {"project": 1, "label": 1, "from_name": "mood"},
    "ModelVersionIn": {"model_version": "v1"},
    "OrderIn": {"project": 1, "ids": [2, 1]},
    "OrganizationChange": {"title": "Field research"},
    "PasswordIn": {"old_password": "the one until now", "password": "the one from now on"},
    "PredictionIn": {"task": 1, "result": _RESULT, "score": 0.9, "model_version": "v1"},
    "PredictionItem": {"task": 1, "result": _RESULT, "score": 0.9, "model_version": "v1"},
    "ProjectIn": {"title": "Moods", "description": "How do they feel?", "label_config": _CONFIG},
    "ProjectNamed": {"project": 1},
    "RefreshIn": {"refresh": "eyJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoicmVmcmVzaCJ9.c2lnbmF0dXJl"},
    "ReimportIn": {"file_upload_ids": [1], "files_as_tasks_list": True},
    "Relabel": {"project": 1, "old_label": ["Happy"], "new_label": ["Very happy"]},
    "RoleIn": {"role": "reviewer"},
    "SampleTaskIn": {"label_config": _CONFIG},
    "SessionPolicyChange": {"max_session_age": 11520, "max_time_between_activity": 4320},
    "TaskChange": {"data": {"text": "What a day!"}},
    "TaskIn": {"project": 1, "data": {"text": "What a day!"}},
    "TaskItem": {"data": {"text": "What a day!"}, "predictions": [{"result": _RESULT, "model_version": "v1"}]},
    "TokenSettings": {"api_tokens_enabled": True, "legacy_api_tokens_enabled": False},
    "TransitionIn": {"transition_name": "complete", "transition_data": {}},
    "UserChange": {"first_name": "Ada", "last_name": "Lovelace"},
    "UserIn": {"email": "ada@example.org", "username": "ada"},
    "ViewChange": {"data": {"title": "Begun"}, "before": {"title": "Not begun"}},
    "ViewIn": {"project": 1, "data": {"title": "Not begun", "type": "list", "filters": _FILTERS}},
    "WebhookChange": {"is_active": False},
    "WebhookIn": {"project": 1, "url": "https://example.org/hook", "send_for_all_actions": True},
}
