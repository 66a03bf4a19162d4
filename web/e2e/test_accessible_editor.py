"""axe finds nothing serious in the editor, whatever it shows: one ready-made task of each family of tags."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from harness.live import Client
from harness.process import ROOT, ServerProcess
from people.account import let_in
from people.person import Person, arrive
from people.profiles import new_profile
from test_accessibility import Scheme, assert_accessible

SCHEMES: list[Scheme] = ["light", "dark"]
FAMILIES = [
    "audio-speech-processing/conversation",
    "audio-speech-processing/speech-transcription",
    "chat/chatbot-evaluation",
    "community-contributions/four-view-mammogram",
    "computer-vision/bitmask-segmentation",
    "computer-vision/brush-segmentation",
    "computer-vision/keypoints",
    "computer-vision/multipage-document",
    "computer-vision/ocr",
    "computer-vision/pdf-ocr",
    "computer-vision/vector-lines",
    "conversational-ai/coreference",
    "generative-ai/agent-trace",
    "generative-ai/llm-ranker",
    "natural-language-processing/relation-extraction",
    "natural-language-processing/taxonomy",
    "natural-language-processing/text-classification",
    "ranking-scoring/pairwise-regression",
    "structured-data-parsing/html-entities",
    "structured-data-parsing/pdf-classification",
    "structured-data-parsing/receipt-fields",
    "structured-data-parsing/spreadsheet-review",
    "structured-data-parsing/tabular",
    "time-series-analysis/activity",
    "videos/object-tracking",
    "videos/timeline-segmentation",
]


@pytest.fixture(scope="module")
def viewer(browser: Browser, server: ServerProcess) -> Iterator[Person]:
    """One browser for all families: most of a test would be reading the app once more."""
    person = let_in(arrive(new_profile(browser), server.url))
    yield person
    person.page.context.close()


@pytest.mark.parametrize("family", FAMILIES)
def test_the_editor_with_a_family_of_tags(viewer: Person, api: Client, family: str) -> None:
    folder = ROOT / "examples" / family
    project = api.project((folder / "config.xml").read_text("utf-8"), title=family)["id"]
    [task] = api.import_tasks(project, json.loads((folder / "tasks.json").read_text("utf-8"))[:1])
    viewer.open_task(project, task)
    expect(viewer.button("Submit").or_(viewer.button("Update"))).to_be_visible()
    viewer.page.wait_for_load_state("networkidle")
    # A picture has its size when it has come.
    expect(viewer.page.get_by_role("button", name="Zoom: 1%", exact=True)).to_have_count(0)
    row = viewer.regions().first
    if row.is_visible():
        row.click()
    for scheme in SCHEMES:
        viewer.page.emulate_media(color_scheme=scheme)
        expect(viewer.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        assert_accessible(viewer.page)
