"""Row 3: imports by address and webhooks reach the web and nothing else: no file, no inner network, by no spelling, redirect or second look-up."""

import ast
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest

import labelwright
from harness.databases import Kind, fresh_database
from harness.listener import until
from harness.live import Client, LiveServer, live_server
from labelwright.egress import client as egress

SECRET = "inner-secret-8d1f"
CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'


class Inner(BaseHTTPRequestHandler):
    """A service of the inner network that must never be asked."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, headers, body = 200, {}, f"text\n{SECRET}\n".encode()
        if self.path.startswith("/to/"):
            status, headers, body = 302, {"Location": self.path.removeprefix("/to/")}, b""
        if self.path.startswith("/error"):
            status = 500
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def inner() -> Iterator[int]:
    Inner.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Inner) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def import_url(client: Client, url: str) -> httpx.Response:
    project = client.project(CONFIG)["id"]
    return client.post(f"/api/projects/{project}/import", data={"url": url})


LOOPBACK = [
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.0.0.1", "017700000001", "127.255.255.254",
    "0.0.0.0", "0", "localhost", "LOCALHOST", "localhost.", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "user:pass@127.0.0.1",
    "example.org@127.0.0.1", "127.0.0.1%2eexample.org@127.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1",
]  # fmt: skip


@pytest.fixture(scope="module")
def database_kind() -> Kind:
    """Nothing here depends on the database."""
    return "sqlite"


@pytest.mark.parametrize("host", LOOPBACK)
def test_no_spelling_of_this_machine_is_asked(owner: Client, inner: int, host: str) -> None:
    answer = import_url(owner, f"http://{host}:{inner}/tasks.csv")
    assert answer.status_code == 400, answer.text
    assert SECRET not in answer.text
    assert Inner.asked == []


@pytest.mark.parametrize(
    "host",
    ["169.254.169.254", "2852039166", "[fd00:ec2::254]", "[::ffff:169.254.169.254]", "10.0.0.1", "172.16.0.1", "192.168.0.1",
     "100.100.100.200", "[fe80::1]", "[fc00::1]", "224.0.0.1", "255.255.255.255"],
)  # fmt: skip
def test_neither_metadata_services_nor_inner_networks_are_asked(owner: Client, host: str) -> None:
    answer = import_url(owner, f"http://{host}/latest/meta-data/tasks.json")
    assert answer.status_code == 400
    assert "reserved network address" in answer.text


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "file://localhost/etc/hosts.csv", "FILE:///etc/passwd.txt", "gopher://127.0.0.1:70/_x.csv",
     "ftp://127.0.0.1/x.csv", "dict://127.0.0.1:6379/info.csv", "ldap://127.0.0.1/x.csv", "data:text/csv,text%0Asecret",
     "jar:http://127.0.0.1!/x.csv", "netdoc:///etc/passwd.csv", "//127.0.0.1/x.csv", "/etc/passwd", "../../etc/passwd",
     "unix:/var/run/docker.sock", "http:///etc/passwd.csv", "http://", "https:x.csv", "\\\\127.0.0.1\\share\\x.csv"],
)  # fmt: skip
def test_only_web_addresses_mean_anything(owner: Client, url: str) -> None:
    answer = import_url(owner, url)
    assert answer.status_code == 400, answer.text
    assert "root:" not in answer.text


Resolve = Callable[[str, int], Any]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """Name → its addresses at the first, second … look-up. The application's only way to look up a name is replaced."""
    known: dict[str, list[list[str]]] = {}
    real = egress.resolve

    async def resolve(host: str, port: int) -> list[str]:
        answers = known.get(host)
        if not answers:
            return await real(host, port)
        return answers.pop(0) if len(answers) > 1 else answers[0]

    monkeypatch.setattr(egress.Egress.__init__, "__defaults__", (resolve,))
    return known


@pytest.fixture(scope="module")
def lenient(
    database_kind: Kind, tmp_path_factory: pytest.TempPathFactory, shared_directory: Path
) -> Iterator[LiveServer]:
    """Our "public" web server has to stand on loopback: one of its addresses is taken off the list, the others stay on."""
    directory = tmp_path_factory.mktemp("lenient")
    banned = ("127.0.0.2/32", "127.0.0.4/30", "10.0.0.0/8", "169.254.0.0/16", "::1/128", "fc00::/7")
    with (
        fresh_database(database_kind, directory, shared_directory) as database,
        live_server(
            database, directory / "data", use_default_banned_subnets=False, user_additional_banned_subnets=banned
        ) as made,
    ):
        yield made


@pytest.fixture
def client(lenient: LiveServer, names: dict[str, list[list[str]]]) -> Client:
    return lenient.by_token(lenient.organization())


class TestAWebServerThatPlaysTricks:
    def test_an_honest_one_is_imported_from(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        names["data.example"] = [["127.0.0.1"]]
        answer = import_url(client, f"http://data.example:{inner}/tasks.csv")
        assert answer.status_code == 201, answer.text
        assert answer.json()["task_count"] == 1

    @pytest.mark.parametrize(
        "target",
        ["http://127.0.0.2:{port}/tasks.csv", "http://2130706434:{port}/tasks.csv", "http://[::1]:{port}/tasks.csv",
         "//127.0.0.2:{port}/tasks.csv", "http://inner.example:{port}/tasks.csv", "file:///etc/passwd", "gopher://127.0.0.2/",
         "http://169.254.169.254/latest.csv", "/to/http://127.0.0.2:{port}/tasks.csv"],
    )  # fmt: skip
    def test_a_redirect_does_not_lead_inside(
        self, client: Client, names: dict[str, list[list[str]]], inner: int, target: str
    ) -> None:
        names["data.example"], names["inner.example"] = [["127.0.0.1"]], [["10.1.2.3"]]
        url = f"http://data.example:{inner}/to/{target.format(port=inner)}"
        answer = import_url(client, url)
        assert answer.status_code == 400, answer.text
        assert all(path.startswith("/to/") for path in Inner.asked)

    def test_a_name_with_one_inner_address_among_others_is_refused(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        names["data.example"] = [["127.0.0.1", "10.0.0.1"]]
        assert import_url(client, f"http://data.example:{inner}/tasks.csv").status_code == 400
        assert Inner.asked == []

    def test_a_name_is_not_looked_up_again_between_check_and_connection(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        names["data.example"] = [["127.0.0.1"], ["10.0.0.1"]]
        answer = import_url(client, f"http://data.example:{inner}/tasks.csv")
        assert answer.status_code == 201, answer.text
        assert names["data.example"] == [["10.0.0.1"]], "one look-up, one connection"

    def test_what_an_error_answer_says_is_not_passed_on(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        names["data.example"] = [["127.0.0.1"]]
        answer = import_url(client, f"http://data.example:{inner}/error.csv")
        assert answer.status_code == 400
        assert SECRET not in answer.text


def told(client: Client, url: str) -> dict[str, Any]:
    """What became of telling a webhook something."""
    hook = client.call("POST", "/api/webhooks/", json={"url": url, "project": None})["id"]
    client.call("POST", f"/api/webhooks/{hook}/test")

    def last() -> dict[str, Any]:
        found: dict[str, Any] = client.call("GET", f"/api/webhooks/{hook}/deliveries")[0]
        return found

    until(lambda: last()["attempts"] > 0)
    return last()


class TestAWebhook:
    # With its dot, some machines know no such name: then there is nothing to refuse before something is told.
    @pytest.mark.parametrize("host", [host for host in LOOPBACK if host != "localhost."])
    def test_is_not_made_for_this_machine(self, owner: Client, inner: int, host: str) -> None:
        answer = owner.post("/api/webhooks/", json={"url": f"http://{host}:{inner}/hook", "project": None})
        assert answer.status_code in (400, 403), answer.text
        assert owner.call("GET", "/api/webhooks/") == []

    @pytest.mark.parametrize("url", ["http://169.254.169.254/latest", "http://10.0.0.1/", "file:///etc/passwd"])
    def test_is_not_sent_inside_or_to_a_file_later(self, owner: Client, url: str) -> None:
        made = owner.call("POST", "/api/webhooks/", json={"url": "http://93.184.215.14/", "project": None})
        for method, fields in (("PATCH", {}), ("PUT", {"project": None})):
            answer = owner.request(method, f"/api/webhooks/{made['id']}/", json={"url": url, **fields})
            assert answer.status_code in (400, 403), answer.text
        assert owner.call("GET", f"/api/webhooks/{made['id']}/")["url"] == made["url"]

    def test_does_not_reach_inside_when_its_name_moves_there(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        names["hook.example"] = [["127.0.0.1"], ["127.0.0.2"]]
        attempt = told(client, f"http://hook.example:{inner}/hook")
        assert (attempt["status"], attempt["answer"]) == (None, None)
        assert attempt["error"]
        assert Inner.asked == []

    def test_does_not_follow_where_it_is_sent(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        names["hook.example"] = [["127.0.0.1"]]
        attempt = told(client, f"http://hook.example:{inner}/to/http://127.0.0.2:{inner}/hook")
        assert attempt["state"] == "failed"
        assert SECRET not in str(attempt)
        assert [path for path in Inner.asked if not path.startswith("/to/")] == []

    def test_looks_its_name_up_once_for_each_delivery(
        self, client: Client, names: dict[str, list[list[str]]], inner: int
    ) -> None:
        when_made, when_told, afterwards = ["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]
        names["hook.example"] = [when_made, when_told, afterwards]
        assert told(client, f"http://hook.example:{inner}/hook")["state"] == "delivered"
        assert names["hook.example"] == [afterwards]


def test_nothing_else_in_the_server_opens_connections() -> None:
    """Outbound traffic has one door: no other module imports what could open a second one."""
    doors = {
        "httpx",
        "requests",
        "aiohttp",
        "urllib.request",
        "http.client",
        "ftplib",
        "smtplib",
        "telnetlib",
        "httpcore",
    }
    root = Path(labelwright.__file__).parent
    for file in root.rglob("*.py"):
        if file.parent.name == "egress":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not doors & set(names), f"{file.relative_to(root)} opens connections of its own"
