"""The project that these tests work on."""

from collections.abc import Callable

from label_studio_sdk import LabelStudio

Connect = Callable[[str], LabelStudio]

CONFIG = """<View><Text name="text" value="$text"/>
<Choices name="sentiment" toName="text"><Choice value="Positive"/><Choice value="Negative"/></Choices></View>"""


def choice(value: str) -> list[dict[str, object]]:
    """A result for the configuration above."""
    where = {"id": f"region-{value}", "from_name": "sentiment", "to_name": "text"}
    return [{**where, "type": "choices", "value": {"choices": [value]}}]
