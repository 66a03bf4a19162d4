"""Row 4: what people type and upload is never active content of the application's origin."""

import html
import re
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from harness.databases import Kind
from harness.live import Client, LiveServer
from labelwright.http.pages import CSP, web_dir
from labelwright.imports import svg

ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'--><svg onload=alert(1)>"
CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(document.domain)</script></svg>'
HTML = b"<!doctype html><script>alert(document.domain)</script>"
# What a browser would run or build a page from, in our origin.
ACTIVE = re.compile(r"html|xml|javascript|ecmascript|x-shockwave|xsl", re.IGNORECASE)
EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
}


@pytest.fixture(scope="module")
def database_kind() -> Kind:
    """Nothing here depends on the database."""
    return "sqlite"


def policy(text: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in (part.split() for part in text.split(";")) if words}


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the text inside scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.scripts.append(data)


def assert_inert(page: str) -> None:
    tags = Tags(page)
    assert tags.scripts == [], "an inline script"
    for tag, attributes in tags.found:
        assert not [name for name in attributes if name.startswith("on")], f"<{tag}> has a handler"
        assert tag not in {"iframe", "object", "embed", "svg", "img"}, f"<{tag}>"
        if tag == "script":
            assert attributes["src"].startswith(("./assets/", "/assets/", "assets/"))
        for name in ("href", "src", "action", "formaction"):
            assert not attributes.get(name, "").lower().startswith(("javascript:", "data:", "http:", "https:", "//"))


# The application's own pages


def test_the_policy_lets_no_script_in_but_our_files() -> None:
    rules = policy(CSP)
    assert rules["script-src"] == ["'self'"]
    assert rules["object-src"] == ["'none'"]
    assert rules["base-uri"] == rules["form-action"] == rules["frame-ancestors"] == ["'self'"]
    assert "script-src-elem" not in rules
    assert "script-src-attr" not in rules
    for name, sources in rules.items():
        assert "'unsafe-eval'" not in sources
        assert name == "style-src" or "'unsafe-inline'" not in sources


@pytest.mark.parametrize(
    "path", ["/user/login/", "/user/signup/?token=x", "/projects", "/projects/1/data", "/docs", "/anything/else"]
)
def test_every_page_has_the_policy_and_no_inline_script(server: LiveServer, path: str) -> None:
    page = server.by_session(server.organization()).get(path)
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["content-security-policy"] == CSP
    assert page.headers["cache-control"] == "no-store"
    assert_inert(page.text)


def test_the_built_page_has_no_inline_script() -> None:
    assert_inert((web_dir() / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("name", ["next", "token", "email", "error", "state", "errors"])
def test_a_query_is_not_written_into_the_page(server: LiveServer, name: str) -> None:
    for path in ("/user/login/", "/user/signup/", "/projects"):
        page = server.anonymous(follow_redirects=True).get(path, params={name: ATTACK})
        assert "<script>alert" not in page.text
        assert "onerror=alert" not in html.unescape(re.sub(r'content="[^"]*"', "", page.text))
        assert_inert(page.text)


def test_what_a_form_refuses_is_not_written_into_the_page(server: LiveServer) -> None:
    client = server.anonymous()
    client.get("/user/login/")
    form = {"email": ATTACK, "password": ATTACK, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    page = client.post("/user/login/", data=form)
    assert page.headers["content-security-policy"] == CSP
    assert "alert(1)" not in page.text
    assert_inert(page.text)


@pytest.mark.parametrize("cookie", ['"><script>alert(1)</script>', "a b", "x" * 500, "0" * 31, "é" * 40])
def test_a_planted_csrf_cookie_is_replaced_not_shown(server: LiveServer, cookie: str) -> None:
    page = server.anonymous().get("/user/login/", headers=[(b"cookie", b"csrftoken=" + cookie.encode())])
    assert cookie not in page.text
    assert re.search("csrftoken=[0-9a-f]{64};", page.headers["set-cookie"])
    assert_inert(page.text)


@pytest.mark.parametrize(
    "target",
    ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example",
     "\t//evil.example", "javascript:alert(1)", "https:evil.example", " //evil.example", "/x\r\nSet-Cookie: a=b", "///evil.example",
     "evil.example", ".evil.example", "@evil.example", "/%09/evil.example\t"],
)  # fmt: skip
def test_a_log_in_does_not_lead_to_another_site(server: LiveServer, target: str) -> None:
    account = server.organization()
    for accept in ("text/html", "application/json"):
        client = server.anonymous(headers={"Accept": accept})
        client.get("/user/login/")
        form = {
            "email": account.email,
            "password": account.password,
            "csrfmiddlewaretoken": client.cookies["csrftoken"],
        }
        answer = client.post("/user/login/", params={"next": target}, data=form)
        where = answer.json()["next"] if accept == "application/json" else answer.headers["location"]
        assert where == "/projects", where


def test_a_log_in_leads_back_inside(server: LiveServer) -> None:
    account = server.organization()
    client = server.anonymous(headers={"Accept": "application/json"})
    client.get("/user/login/")
    form = {"email": account.email, "password": account.password, "csrfmiddlewaretoken": client.cookies["csrftoken"]}
    back = "/projects/7/data?task=3&x=//y"
    assert client.post("/user/login/", params={"next": back}, data=form).json() == {"next": back}


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/..", "/%2F/evil.example", "/\\evil.example", "/%5Cevil.example"]
)
def test_no_address_redirects_to_another_site(server: LiveServer, path: str) -> None:
    answer = server.anonymous().get(server.url + path)
    location = answer.headers.get("location", "")
    assert location in ("", "/user/login/") or location.startswith("/user/login/?next=%2F"), location


# The API


def test_titles_instructions_and_data_come_back_as_json_only(server: LiveServer, owner: Client) -> None:
    project = owner.project(CONFIG, title=ATTACK[:50], description=ATTACK, expert_instruction="<b>Look</b>")["id"]
    task = owner.import_tasks(project, [{"text": ATTACK}])[0]
    result = [{"id": ATTACK, "from_name": "c", "to_name": "t", "type": "choices", "value": {"choices": [ATTACK]}}]
    owner.call("POST", f"/api/tasks/{task}/annotations/", json={"result": result})
    as_browser = {"Accept": "text/html,application/xhtml+xml"}
    for path in (
        f"/api/projects/{project}/", "/api/projects/", f"/api/tasks/{task}/", f"/api/tasks/?project={project}",
        f"/api/tasks/{task}/annotations/", f"/api/dm/columns?project={project}", f"/api/projects/{project}/export?exportType=JSON",
        f"/api/projects/{project}/export?exportType=CSV", f"/api/projects/{project}/next", "/api/current-user/whoami?format=html",
        f"/api/projects/?title={ATTACK}", f"/api/projects/?ordering={ATTACK}", f"/api/nothing/{ATTACK}",
    ):  # fmt: skip
        answer = owner.get(path, headers=as_browser)
        assert answer.status_code < 500, path
        assert not ACTIVE.search(answer.headers["content-type"]), path
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "instruction",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<svg onload=alert(1)>",
     "<iframe src='javascript:alert(1)'></iframe>", "<a href='java&#9;script:alert(1)'>x</a>", "<style>*{background:url(//evil)}</style>",
     "<form action='//evil'><input name=password></form>", "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
     "<b style='position:fixed;inset:0'>x</b>", "<meta http-equiv=refresh content='0;url=//evil'>", "<base href='//evil'>",
     "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>"],
)  # fmt: skip
def test_instructions_are_sanitised_before_they_are_kept(owner: Client, instruction: str) -> None:
    kept = owner.project(CONFIG, expert_instruction=f"<p>Mind <b>this</b></p>{instruction}")["expert_instruction"]
    assert kept.startswith("<p>Mind <b>this</b></p>")
    for tag, attributes in Tags(kept).found:
        assert tag not in {"script", "style", "svg", "iframe", "form", "input", "math", "meta", "base", "noscript"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not attributes.get("href", "").lower().replace("\t", "").startswith("javascript")


# Uploads


def uploaded(client: Client, name: str, content: bytes) -> list[str]:
    """Both addresses of a freshly uploaded file."""
    project = client.project()["id"]
    client.call("POST", f"/api/projects/{project}/import", files={"file": (name, content)})
    (record,) = client.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"})
    return [f"/data/{record['file']}", f"/storage-data/uploaded/?filepath={record['file']}"]


def assert_harmless(answer: httpx.Response) -> None:
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    kind = answer.headers["content-type"]
    if kind.startswith("image/svg"):
        # Runs nothing inside <img>; opened by itself it is a download, and in a sandbox without scripts if it is not.
        assert answer.headers["content-disposition"].startswith("attachment")
        rules = policy(answer.headers["content-security-policy"])
        assert rules["sandbox"] == []
        assert rules["default-src"] == ["'none'"]
        return
    assert not ACTIVE.search(kind), kind


@pytest.mark.parametrize(
    "name", ["x.svg", "x.SVG", "x.png.svg", "x.html", "x.HTM", "x.htm", "x.xml", "x.svg.html", "x.json.xml"]
)
def test_an_upload_is_never_a_page_of_ours(owner: Client, name: str) -> None:
    content = SVG if "svg" in name.lower() and not name.endswith("html") else HTML
    for address in uploaded(owner, name, content):
        answer = owner.get(address)
        assert_harmless(answer)
        assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["x.png", "x.jpg", "x.gif", "x.webp", "x.mp3", "x.mp4", "x.pdf", "x.txt", "x.csv"])
def test_html_under_another_name_stays_what_the_name_says(owner: Client, name: str) -> None:
    content = b"a,b\n" + HTML + b",2\n" if name.endswith("csv") else HTML
    for address in uploaded(owner, name, content):
        assert_harmless(owner.get(address))


@pytest.mark.parametrize(
    "name",
    ["x.js", "x.mjs", "x.xhtml", "x.shtml", "x.php", "x.swf", "x.xsl", "x.mht", "x.hta", "x", ".html", "x.html ", "x.html.", "x.svgz",
     "x.html\x00.png"],
)  # fmt: skip
def test_types_that_nobody_labels_are_refused_or_harmless(owner: Client, name: str) -> None:
    project = owner.project()["id"]
    answer = owner.post(f"/api/projects/{project}/import", files={"file": (name, HTML)})
    assert answer.status_code in (201, 400)
    for record in owner.call("GET", f"/api/projects/{project}/file-uploads", params={"all": "true"}):
        assert_harmless(owner.get(f"/data/{record['file']}"))


def test_a_picture_cannot_be_swapped_for_a_page(owner: Client) -> None:
    project = owner.project()["id"]
    made = owner.call("POST", f"/api/projects/{project}/import", files={"file": ("x.png", b"\x89PNG")})
    number = made["file_upload_ids"][0]
    for name in ("x.html", "x.js", "x.svg"):
        owner.patch(f"/api/import/file-upload/{number}", files={"file": (name, HTML)})
        record = owner.call("GET", f"/api/import/file-upload/{number}")
        assert_harmless(owner.get(f"/data/{record['file']}"))


@pytest.mark.parametrize(
    "name",
    [
        ATTACK + ".txt",
        "<img src=x onerror=alert(1)>.png",
        "a\r\nX-Evil: 1.txt",
        '"; filename=x.html".txt',
        "../../x.txt",
    ],
)
def test_a_file_name_carries_nothing_but_letters(owner: Client, name: str) -> None:
    (address, _) = uploaded(owner, name, b"line")
    assert re.fullmatch(r"/data/upload/\d+/[\w.\-()+@]+", address), address
    answer = owner.get(address)
    assert "x-evil" not in answer.headers
    assert_harmless(answer)


SVG_ATTACKS = [
    "<script>alert(1)</script>", '<g onload="alert(1)"/>', '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a xlink:href="javascript:alert(1)"><text>x</text></a>', "<foreignObject><iframe src='javascript:alert(1)'/></foreignObject>",
    '<use href="data:image/svg+xml,&lt;svg onload=alert(1)>"/>', '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>', "<style>@import '//evil'</style>", '<image href="http://evil/x"/>',
    '<rect style="fill:url(http://evil)"/>', "<![CDATA[<script>alert(1)</script>]]>", '<handler xmlns:ev="x" ev:event="load">alert(1)</handler>',
]  # fmt: skip


@pytest.mark.parametrize("attack", SVG_ATTACKS)
def test_the_cleaned_svg_keeps_the_drawing_and_loses_the_rest(tmp_path: Any, attack: str) -> None:
    file = tmp_path / "x.svg"
    head = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e "alert(1)">]>'
    file.write_text(f'{head}<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/>{attack}</svg>')
    svg.clean(file)
    kept = file.read_text()
    assert '<circle r="4"' in kept
    for tag, attributes in Tags(kept).found:
        assert tag not in {"script", "style", "iframe", "foreignobject", "animate", "set", "handler"}
        assert not [name for name in attributes if name.startswith("on") or name.endswith("href") or name == "style"]
    assert "<!DOCTYPE" not in kept


def test_generated_samples_take_names_and_stay_data(server: LiveServer) -> None:
    visitor = server.anonymous()
    table = visitor.get("/samples/time-series.csv", params={"time": ATTACK, "values": ATTACK})
    assert not ACTIVE.search(table.headers["content-type"])
    assert table.headers["content-disposition"].startswith("attachment")
    talk = visitor.get("/samples/paragraphs.json", params={"nameKey": ATTACK, "textKey": ATTACK})
    assert talk.headers["content-type"].startswith("application/json")


# Headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/health", 200), ("GET", "/user/login/", 200), ("GET", "/", 302), ("GET", "/api/users", 401), ("GET", "/api/nothing", 404),
     ("GET", "//double", 404), ("PUT", "/api/current-user/whoami", 405), ("POST", "/user/login/", 403),
     ("GET", "/static/nothing.js", 404), ("GET", "/api/version", 200), ("OPTIONS", "/api/users", 204), ("GET", "/api/schema", 200)],
)  # fmt: skip
def test_every_answer_carries_the_protecting_headers(server: LiveServer, method: str, path: str, status: int) -> None:
    answer = server.anonymous().request(method, server.url + path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "access-control-allow-origin" not in answer.headers
    assert "x-powered-by" not in answer.headers


def test_no_other_origin_is_allowed_to_read(server: LiveServer) -> None:
    client = server.by_session(server.organization())
    for origin in ("https://evil.example", "null"):
        asked = {
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "x-csrftoken",
        }
        for answer in (client.options("/api/projects/", headers=asked), client.get("/api/projects/", headers=asked)):
            assert not [name for name in answer.headers if name.startswith("access-control-")]
