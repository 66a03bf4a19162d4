"""The configuration editor: repairs, names, labels without XML, and what annotations still need."""

from playwright.sync_api import expect

from harness.live import Client
from people.data import NER_CONFIG
from people.person import Person

WRONG = """<View>
  <Text name="letter" value="$text" granularty="word"/>
  <Lables name="entity" toName="lettr">
    <Label value="Person" hotkey="1"/>
    <Label value="Place" hotkey="1"/>
  </Lables>
</View>"""
RIGHT = """<View>
  <Text name="letter" value="$text" granularity="word"/>
  <Labels name="entity" toName="letter">
    <Label value="Person" hotkey="1"/>
    <Label value="Place" hotkey="2"/>
  </Labels>
</View>"""


def test_every_problem_is_repaired_by_its_first_fix(person: Person, api: Client) -> None:
    project = api.project(NER_CONFIG, title="Repairs")["id"]
    person.open_config(project).write_config(WRONG)
    for fix in ("granularity", "<Labels>", "letter", "2"):
        person.button(f"Replace by {fix}").click()
    expect(person.page.get_by_text("No problems")).to_be_visible()
    expect(person.button("Replace by 2")).to_have_count(0)
    person.button("Save").click()
    expect(person.page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert api.call("GET", f"/api/projects/{project}/")["label_config"] == RIGHT


def test_a_problem_is_repaired_and_a_name_changed_everywhere_by_keys_alone(person: Person, api: Client) -> None:
    project = api.project(NER_CONFIG, title="Keys alone")["id"]
    person.open_config(project).write_config(WRONG.replace("granularty", "granularity"))
    code = person.field("Labelling configuration")
    expect(person.button("Replace by <Labels>")).to_be_visible()
    person.press("ControlOrMeta+Home")
    person.press("F8")
    person.press("ControlOrMeta+.")
    expect(code).to_contain_text("</Labels>")
    person.press("F8")
    person.press("ControlOrMeta+.")
    expect(code).to_contain_text('toName="letter"')

    person.press("F2")
    person.page.keyboard.type("mail")
    expect(code).to_contain_text('<Text name="mail"')
    expect(code).to_contain_text('toName="mail"')
    person.press("ControlOrMeta+z")
    expect(code).to_contain_text('toName="letter"')

    person.press("ControlOrMeta+Home")
    person.press("F8")
    person.press("ControlOrMeta+.")
    menu = person.page.get_by_role("menu", name="Quick fixes")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    person.press("ArrowDown")
    expect(menu.get_by_role("menuitem", name="Remove hotkey")).to_be_focused()
    person.press("Enter")
    expect(menu).to_have_count(0)
    expect(code).to_be_focused()
    expect(code).to_contain_text('<Label value="Place"/>')


def test_labels_are_added_renamed_and_removed_without_xml(person: Person, api: Client) -> None:
    config = NER_CONFIG.replace("<Labels ", "<!-- who and where -->\n  <Labels ")
    project = api.project(config, title="No XML")["id"]
    person.open_config(project)
    person.page.get_by_role("radiogroup", name="How to edit").get_by_text("Labels", exact=True).click()
    person.field("Add labels: entity").fill("Date\nPerson\nTime")
    person.press("Enter")
    person.field("Text of Place").fill("Town")
    person.press("Enter")
    person.field("Key of Town").fill("t")
    person.press("Enter")
    person.button("Remove Date").click()
    expect(person.page.get_by_text("No problems")).to_be_visible()
    # The preview follows.
    expect(person.page.get_by_role("region", name="Preview").get_by_role("button", name="Time")).to_be_visible()
    person.button("Save").click()
    expect(person.page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert api.call("GET", f"/api/projects/{project}/")["label_config"] == (
        config.replace(
            '<Label value="Place" background="#1d4ed8"/>',
            '<Label value="Town" background="#1d4ed8" hotkey="t"/>\n    <Label value="Time"/>',
        )
    )


def test_saving_asks_before_labels_of_annotations_disappear(person: Person, api: Client) -> None:
    project = api.project(NER_CONFIG, title="In use")["id"]
    [task] = api.import_tasks(project, [{"text": "Ada in London"}])
    person_label = {
        "from_name": "entity",
        "to_name": "letter",
        "type": "labels",
        "value": {"start": 0, "end": 3, "text": "Ada", "labels": ["Person"]},
    }
    api.call("POST", f"/api/tasks/{task}/annotations/", json={"result": [person_label]})

    person.open_config(project)
    dialog = person.page.get_by_role("dialog", name="Annotations need what you removed")
    with person.watch.expect("400"):
        person.write_config(NER_CONFIG.replace('name="entity"', 'name="thing"'))
        person.button("Save").click()
        expect(dialog).to_contain_text("entity")
        expect(dialog.get_by_role("button", name="Save anyway")).to_have_count(0)
        dialog.get_by_role("button", name="Keep editing").click()

        person.write_config(NER_CONFIG.replace('"Person"', '"Human"'))
        person.button("Save").click()
        expect(dialog).to_contain_text("Person: 1 annotations, 0 drafts")
        dialog.get_by_role("button", name="Save anyway").click()
        expect(dialog).to_have_count(0)
    expect(person.page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert "Human" in api.call("GET", f"/api/projects/{project}/")["label_config"]
