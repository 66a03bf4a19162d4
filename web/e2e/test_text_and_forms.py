"""Whole jobs in texts, documents, dialogues and forms: labelled, handed in, opened again from the list and corrected."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import expect

from harness.live import Client
from people.person import Person
from people.results import plain
from people.task_list import TaskList

Item = dict[str, Any]

SENTENCE = "Ada 😀 Lovelace of London met Charles Babbage."
TEXT_CONFIG = """<View>
  <Labels name="entity" toName="letter"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="letter" value="$text"/>
  <Choices name="sure" toName="letter" perRegion="true"><Choice value="Certain"/><Choice value="Guessed"/></Choices>
  <Relations><Relation value="knows"/><Relation value="lives in"/></Relations>
</View>"""

HTML = "<h2>Terms</h2><p>The <b>seller</b> pays <i>all the <b>freight</b></i> &amp; tax.</p>"
HTML_CONFIG = """<View>
  <HyperTextLabels name="legal" toName="contract"><Label value="Party"/><Label value="Duty"/></HyperTextLabels>
  <HyperText name="contract" value="$html"/>
  <Choices name="verdict" toName="contract" choice="multiple"><Choice value="Clear"/><Choice value="Fair"/></Choices>
</View>"""

TALK = [{"who": "Ada", "said": "Well 😀 I am sorry."}, {"who": "Ben", "said": "Never mind, it works."}]
TALK_CONFIG = """<View>
  <ParagraphLabels name="tone" toName="talk"><Label value="Apology"/><Label value="Answer"/></ParagraphLabels>
  <Paragraphs name="talk" value="$talk" layout="dialogue" nameKey="who" textKey="said"/>
  <TextArea name="why" toName="talk" perRegion="true" editable="true"/>
</View>"""

PDF_CONFIG = """<View>
  <Pdf name="scan" value="$file"/>
  <Choices name="kind" toName="scan" perItem="true"><Choice value="Invoice"/><Choice value="Reminder"/></Choices>
  <Rating name="legible" toName="scan"/>
</View>"""

FORM_CONFIG = """<View>
  <Text name="ticket" value="$text"/>
  <Choices name="about" toName="ticket" choice="multiple"><Choice value="Price"/><Choice value="Delay" alias="late"/></Choices>
  <TextArea name="summary" toName="ticket" editable="true" required="true"/>
  <Rating name="anger" toName="ticket"/>
  <DateTime name="due" toName="ticket" only="date" format="%d.%m.%Y"/>
  <Number name="items" toName="ticket" min="0" max="10" step="0.5"/>
  <Taxonomy name="topic" toName="ticket">
    <Choice value="Hardware"><Choice value="Screen"/><Choice value="Keyboard"/></Choice>
    <Choice value="Software"/>
  </Taxonomy>
</View>"""

PAIR_CONFIG = """<View>
  <Text name="first" value="$a"/>
  <Text name="second" value="$b"/>
  <Pairwise name="better" toName="first,second"/>
  <TextArea name="because" toName="first"/>
</View>"""

RANK_CONFIG = """<View>
  <List name="headlines" value="$headlines"/>
  <Ranker name="keep" toName="headlines">
    <Bucket name="front" title="Front page"/>
    <Bucket name="rest" title="Elsewhere" default="true"/>
  </Ranker>
</View>"""
HEADLINES = [{"id": key, "title": title} for key, title in (("h", "Harbour"), ("f", "Ferry"), ("b", "Bridge"))]


class Job:
    """One task of a project, opened."""

    def __init__(self, person: Person, api: Client, config: str, data: dict[str, Any]) -> None:
        self.person = person
        self.api = api
        self.project: int = api.project(config, title="A job")["id"]
        [self.task] = api.import_tasks(self.project, [data])
        person.open_task(self.project, self.task)

    def reopen(self) -> None:
        """From its row in the list."""
        expect(self.person.page.get_by_role("status").filter(has_text="Submitted.")).not_to_have_count(0)
        tasks = TaskList(self.person, self.project).open()
        tasks.row(self.task).get_by_role("gridcell").nth(1).click()

    def kept(self) -> list[Item]:
        [annotation] = self.api.call("GET", f"/api/tasks/{self.task}/")["annotations"]
        return plain(annotation["result"])


def item(key: str, controls: str, kind: str, **value: Any) -> Item:
    """`controls` is the names of the control and of the object."""
    from_name, to_name = controls.split()
    return {"id": key, "from_name": from_name, "to_name": to_name, "type": kind, "value": value, "origin": "manual"}


def test_a_letter(person: Person, api: Client) -> None:
    job = Job(person, api, TEXT_CONFIG, {"text": SENTENCE})
    person.mark("Person", "letter", "Ada 😀 Lovelace")
    person.mark("Place", "letter", "Lovelace of London")
    person.mark("Person", "letter", "Charles Babbage")
    expect(person.regions()).to_have_count(3)
    person.button("Undo").click()
    expect(person.regions()).to_have_count(2)
    person.button("Redo").click()
    expect(person.regions()).to_have_count(3)
    person.select("Ada 😀 Lovelace")
    person.label("Certain").click()
    person.relate("Ada 😀 Lovelace", "Charles Babbage", "knows")
    person.submit()

    ada = {"start": 0, "end": 14, "text": "Ada 😀 Lovelace"}
    place = item("2", "entity letter", "labels", start=6, end=24, text="Lovelace of London", labels=["Place"])
    babbage = item("3", "entity letter", "labels", start=29, end=44, text="Charles Babbage", labels=["Person"])
    relation = {"type": "relation", "from_id": "1", "to_id": "3", "direction": "right", "labels": ["knows"]}
    assert job.kept() == [
        item("1", "entity letter", "labels", **ada, labels=["Person"]),
        place,
        babbage,
        item("1", "sure letter", "choices", **ada, choices=["Certain"]),
        relation,
    ]

    job.reopen()
    person.select("Ada 😀 Lovelace")
    expect(person.label("Certain")).to_be_checked()
    person.label("Guessed").click()
    person.update()
    assert job.kept() == [
        item("1", "entity letter", "labels", **ada, labels=["Person"]),
        place,
        babbage,
        item("1", "sure letter", "choices", **ada, choices=["Guessed"]),
        relation,
    ]


def test_a_contract(person: Person, api: Client) -> None:
    job = Job(person, api, HTML_CONFIG, {"html": HTML})
    person.mark("Party", "contract", "seller")
    person.mark("Duty", "contract", "seller pays all")
    person.mark("Duty", "contract", "freight & tax")
    person.label("Clear").click()
    person.label("Fair").click()
    person.submit()

    seller = item(
        "1",
        "legal contract",
        "hypertextlabels",
        start="/p[1]/b[1]/text()[1]",
        end="/p[1]/b[1]/text()[1]",
        startOffset=0,
        endOffset=6,
        globalOffsets={"start": 9, "end": 15},
        text="seller",
        hypertextlabels=["Party"],
    )
    pays = item(
        "2",
        "legal contract",
        "hypertextlabels",
        start="/p[1]/b[1]/text()[1]",
        end="/p[1]/i[1]/text()[1]",
        startOffset=0,
        endOffset=3,
        globalOffsets={"start": 9, "end": 24},
        text="seller pays all",
        hypertextlabels=["Duty"],
    )
    freight = item(
        "3",
        "legal contract",
        "hypertextlabels",
        start="/p[1]/i[1]/b[1]/text()[1]",
        end="/p[1]/text()[3]",
        startOffset=0,
        endOffset=6,
        globalOffsets={"start": 29, "end": 42},
        text="freight & tax",
        hypertextlabels=["Duty"],
    )
    assert job.kept() == [seller, pays, freight, item("4", "verdict contract", "choices", choices=["Clear", "Fair"])]

    job.reopen()
    person.select("freight & tax")
    person.press("Backspace")
    expect(person.regions()).to_have_count(2)
    person.label("Fair").click()
    person.update()
    assert job.kept() == [seller, pays, item("3", "verdict contract", "choices", choices=["Clear"])]


def test_a_dialogue(person: Person, api: Client) -> None:
    job = Job(person, api, TALK_CONFIG, {"talk": TALK})
    person.mark("Apology", "talk", "I am sorry")
    person.select("I am sorry")
    person.field("why").fill("polite")
    person.press("Enter")
    person.mark("Answer", "talk", "Never mind")
    person.submit()

    # Offsets in a dialogue count UTF-16 units.
    sorry = {"start": "0", "end": "0", "startOffset": 8, "endOffset": 18, "text": "I am sorry"}
    answer = {"start": "1", "end": "1", "startOffset": 0, "endOffset": 10, "text": "Never mind"}
    assert job.kept() == [
        item("1", "tone talk", "paragraphlabels", **sorry, paragraphlabels=["Apology"]),
        item("1", "why talk", "textarea", **{**sorry, "text": ["polite"]}),
        item("2", "tone talk", "paragraphlabels", **answer, paragraphlabels=["Answer"]),
    ]

    job.reopen()
    person.select("Never mind")
    person.label("Apology").click()
    person.select("I am sorry")
    person.button("Change entry").click()
    person.field("why, entry").fill("very polite")
    person.press("Enter")
    person.update()
    assert job.kept() == [
        item("1", "tone talk", "paragraphlabels", **sorry, paragraphlabels=["Apology"]),
        item("1", "why talk", "textarea", **{**sorry, "text": ["very polite"]}),
        item("2", "tone talk", "paragraphlabels", **answer, paragraphlabels=["Apology"]),
    ]


@pytest.fixture
def scan(api: Client, tmp_path: Path) -> str:
    """Three empty pages, uploaded; the file's address."""
    path = tmp_path / "scan.pdf"
    first, *rest = [Image.new("RGB", (300, 400), "white") for _ in range(3)]
    first.save(path, save_all=True, append_images=rest)
    project = api.project(PDF_CONFIG, title="Scans")["id"]
    with path.open("rb") as file:
        files = {"file": ("scan.pdf", file, "application/pdf")}
        api.call("POST", f"/api/projects/{project}/import", files=files)
    address: str = api.call("GET", "/api/tasks/", params={"project": project})["tasks"][0]["data"]["file"]
    return address


def test_a_scan_of_several_pages(person: Person, api: Client, scan: str) -> None:
    job = Job(person, api, PDF_CONFIG, {"file": scan})
    expect(person.button("Next page")).to_be_enabled()
    person.label("Invoice").click()
    person.button("Next page").click()
    expect(person.label("Invoice")).not_to_be_checked()
    person.button("Next page").click()
    person.label("Reminder").click()
    person.star("legible", 3)
    person.submit()

    invoice = {**item("1", "kind scan", "choices", choices=["Invoice"]), "item_index": 0}
    rating = item("3", "legible scan", "rating", rating=3)
    assert job.kept() == [
        invoice,
        {**item("2", "kind scan", "choices", choices=["Reminder"]), "item_index": 2},
        rating,
    ]

    job.reopen()
    expect(person.label("Invoice")).to_be_checked()
    person.field("Page number").fill("3")
    expect(person.label("Reminder")).to_be_checked()
    person.label("Invoice").click()
    person.update()
    assert job.kept() == [
        invoice,
        {**item("2", "kind scan", "choices", choices=["Invoice"]), "item_index": 2},
        rating,
    ]


def test_a_form(person: Person, api: Client) -> None:
    job = Job(person, api, FORM_CONFIG, {"text": "The screen came late."})
    person.label("Price").click()
    person.label("Delay").click()
    person.star("anger", 4)
    person.field("due").fill("2026-03-04")
    person.field("items").fill("2.5")
    person.choose_in("topic", "Screen", "Software")
    person.button("Submit").click()
    expect(person.page.get_by_role("alert")).to_contain_text("needs an answer")
    person.field("summary").fill("Late screen")
    person.press("Enter")
    # Left in its field, it is an answer too.
    person.field("summary").fill("Wants money back")
    person.submit()

    def answers(anger: int, items: float) -> list[Item]:
        return [
            item("1", "about ticket", "choices", choices=["Price", "late"]),
            item("2", "anger ticket", "rating", rating=anger),
            item("3", "due ticket", "datetime", datetime="04.03.2026"),
            item("4", "items ticket", "number", number=items),
            item("5", "topic ticket", "taxonomy", taxonomy=[["Hardware", "Screen"], ["Software"]]),
            item("6", "summary ticket", "textarea", text=["Late screen", "Wants money back"]),
        ]

    assert job.kept() == answers(4, 2.5)

    job.reopen()
    expect(person.field("due")).to_have_value("2026-03-04")
    person.field("items").fill("3")
    person.star("anger", 2)
    person.button("Undo").click()
    person.update()
    assert job.kept() == answers(4, 3)


def test_a_pair(person: Person, api: Client) -> None:
    job = Job(person, api, PAIR_CONFIG, {"a": "Ada went to Paris.", "b": "Ben stayed."})
    person.label("Right").click()
    person.field("because").fill("shorter")
    person.submit()
    because = item("2", "because first", "textarea", text=["shorter"])
    assert job.kept() == [item("1", "better better", "pairwise", selected="right"), because]

    job.reopen()
    person.label("Left").click()
    person.update()
    assert job.kept() == [item("1", "better better", "pairwise", selected="left"), because]


def test_a_ranking(person: Person, api: Client) -> None:
    job = Job(person, api, RANK_CONFIG, {"headlines": HEADLINES})
    for title in ("Ferry", "Bridge"):
        person.card(title).focus()
        person.press("Alt+ArrowLeft")
    person.submit()
    [ranked] = job.kept()
    assert ranked == item("1", "keep headlines", "ranker", ranker={"front": ["f", "b"], "rest": ["h"]})

    job.reopen()
    person.card("Bridge").focus()
    person.press("Alt+ArrowUp")
    person.press("ControlOrMeta+z")
    person.press("ControlOrMeta+Shift+z")
    person.update()
    [ranked] = job.kept()
    assert ranked == item("1", "keep headlines", "ranker", ranker={"front": ["b", "f"], "rest": ["h"]})
