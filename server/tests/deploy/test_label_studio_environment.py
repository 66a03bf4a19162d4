"""A deployment as people have it: Label Studio's variables, PostgreSQL, and a proxy that serves it below a path of its own address."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from harness.fixtures import StartServer
from harness.live import Client
from harness.process import ServerProcess
from harness.proxy import Proxy

EMAIL, PASSWORD, TOKEN = "ada@example.org", "correct horse battery", "0123456789abcdef0123456789abcdef01234567"
CONFIG = """<View><Image name="i" value="$image"/><Choices name="c" toName="i"><Choice value="A"/></Choices></View>"""
RESULT = [{"from_name": "c", "to_name": "i", "type": "choices", "value": {"choices": ["A"]}}]
PICTURE = b"\x89PNG\r\n\x1a\n and so on"

# What an administrator has written together over the years: every name that Label Studio knows.
ENVIRONMENT = """
LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN=true
DEBUG=false
DEBUG_MODAL_EXCEPTIONS=false
DEBUG_PROPAGATE_EXCEPTIONS=false
LOG_LEVEL=INFO
JSON_LOG=1
GOOGLE_LOGGING_ENABLED=False
SECRET_KEY=3fK9vQz7LwX2bN8rT5mY1pC6hJ4gD0sA
MYSQL_USER=
AZURE_MOUNT_FIX=
ALLOW_SCHEDULED_MIGRATIONS=false
LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK=true
ALLOW_ORGANIZATION_CREATION=false
ALLOW_ORGANIZATION_WEBHOOKS=true
SESSION_COOKIE_SECURE=false
SESSION_COOKIE_SAMESITE=Lax
CSRF_COOKIE_SECURE=false
CSRF_COOKIE_HTTPONLY=false
CSRF_COOKIE_SAMESITE=Lax
CSRF_COOKIE_AGE=31449600
USE_ENFORCE_CSRF_CHECKS=true
INACTIVITY_SESSION_TIMEOUT_ENABLED=true
MAX_SESSION_AGE=1209600
MAX_TIME_BETWEEN_ACTIVITY=432000
ALLOWED_HOSTS=*
CORS_ALLOWED_ORIGINS=https://other.example
CORS_ALLOWED_ORIGIN_REGEXES=
CORS_ALLOW_ALL_ORIGINS=false
DOMAIN_FROM_REQUEST=false
ENABLE_CSP=true
LS_CSP_REPORT_ONLY=true
LS_CSP_REPORT_URI=
SSRF_PROTECTION_ENABLED=true
USE_DEFAULT_BANNED_SUBNETS=true
USER_ADDITIONAL_BANNED_SUBNETS=203.0.113.0/24
ML_BLOCK_LOCAL_IP=true
VERIFY_SSL_CERTS=true
ML_CONNECTION_TIMEOUT=1
ML_TIMEOUT_DEFAULT=100
ML_TIMEOUT_TRAIN=30
ML_TIMEOUT_PREDICT=100
WEBHOOK_TIMEOUT=1.0
WEBHOOK_BATCH_SIZE=5000
DATA_UPLOAD_MAX_MEMORY_SIZE=262144000
DATA_UPLOAD_MAX_NUMBER_FILES=100
TASK_LOCK_TTL=86400
LABEL_STREAM_HISTORY_LIMIT=100
RANDOM_NEXT_TASK_SAMPLE_SIZE=50
TASK_API_PAGE_SIZE_MAX=0
IMPORT_BATCH_SIZE=500
REIMPORT_BATCH_SIZE=1000
PREDICTION_IMPORT_BATCH_SIZE=500
MAX_TASK_BATCH_SIZE=1000
TASK_DATA_PER_BATCH=52428800
BATCH_JOB_RETRY_TIMEOUT=60
ALLOW_IMPORT_TASKS_WITH_UNKNOWN_EMAILS=false
SVG_SECURITY_CLEANUP=true
ENABLE_LOCAL_FILES_STORAGE=true
LABEL_STUDIO_LOCAL_FILES_SERVING_ENABLED=true
LABEL_STUDIO_LOCAL_FILES_DOCUMENT_ROOT=/srv/files
SYNC_ON_TARGET_STORAGE_CREATION=true
FUTURE_SAVE_TASK_TO_STORAGE=false
STORAGE_PERSISTENCE=true
AWS_ACCESS_KEY_ID=AKIAEXAMPLE
AWS_SECRET_ACCESS_KEY=example
S3_ENDPOINT=
USE_DEFAULT_S3_STORAGE=false
RESOLVER_PROXY_BUFFER_SIZE=524288
RESOLVER_PROXY_TIMEOUT=20
STORAGE_TYPE=
MINIO_SKIP=true
USE_NGINX_FOR_UPLOADS=false
USE_NGINX_FOR_EXPORT_DOWNLOADS=false
CONVERTER_DOWNLOAD_RESOURCES=true
INTERPOLATE_KEY_FRAMES=false
EXPERIMENTAL_FEATURES=true
DATA_MANAGER_FILTER_ALLOWLIST=
DM_MAX_USERS_TO_DISPLAY=10
EDITOR_KEYMAP={"annotation:submit": {"key": "ctrl+s"}}
FEATURE_FLAGS_OFFLINE=true
COLLECT_ANALYTICS=false
LATEST_VERSION_CHECK=false
SENTRY_DSN=
SENTRY_RATE=0.02
FRONTEND_SENTRY_DSN=
REDIS_SSL_CERTS_REQS=required
RQ_LONG_JOB_TIMEOUT=36000
EMAIL_BACKEND=django.core.mail.backends.dummy.EmailBackend
FROM_EMAIL=Label Studio <hello@example.org>
PUBLIC_API_DOCS=false
APP_WEBSERVER=uwsgi
"""


def variables(database: str, proxy: Proxy) -> dict[str, str]:
    """The environment of one server, with what is its own."""
    written = dict(line.split("=", 1) for line in ENVIRONMENT.split("\n") if line)
    at = urlsplit(database)
    return {
        **written,
        "LABEL_STUDIO_HOST": proxy.url,
        "CSRF_TRUSTED_ORIGINS": f"{proxy.origin},https://label.example",
        "LABEL_STUDIO_USERNAME": EMAIL,
        "LABEL_STUDIO_PASSWORD": PASSWORD,
        "LABEL_STUDIO_USER_TOKEN": TOKEN,
        "DJANGO_DB": "default",
        "POSTGRE_USER": at.username or "",
        "POSTGRE_PASSWORD": at.password or "unused",
        "POSTGRE_NAME": at.path.lstrip("/"),
        "POSTGRE_HOST": at.hostname or "",
        "POSTGRE_PORT": str(at.port),
    }


@pytest.fixture(params=[True, False], ids=["path kept", "path cut off"])
def proxy(request: pytest.FixtureRequest) -> Iterator[Proxy]:
    with closing(Proxy("/studio", keeps_path=request.param)) as made:
        yield made


@pytest.fixture
def deployed(unmigrated_database: str, start_server: StartServer, proxy: Proxy) -> ServerProcess:
    server = start_server(env=variables(unmigrated_database, proxy))
    proxy.inner = server.url
    return server


@pytest.fixture
def browser(deployed: ServerProcess, proxy: Proxy) -> Iterator[Client]:
    """What follows links as they stand in pages and answers."""
    with Client(proxy.url, headers={"Origin": proxy.origin}) as client:
        yield client


def log_in(browser: Client) -> None:
    page = browser.get("/")
    assert page.is_redirect
    form = page.headers["location"]
    assert urlsplit(form).path == "/studio/user/login/"
    assert {cookie.path for cookie in browser.cookies.jar} <= {"/studio", "/studio/"}
    browser.log_in(EMAIL, PASSWORD)


pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


def test_the_whole_way_of_a_task_below_a_path_of_a_proxy(browser: Client, proxy: Proxy, tmp_path: Path) -> None:
    log_in(browser)
    me = browser.call("GET", "/api/current-user/whoami")
    assert me["email"] == EMAIL
    project = browser.project(CONFIG, title="Dots")["id"]
    files = {"file": ("dot.png", PICTURE, "image/png")}
    assert browser.call("POST", f"/api/projects/{project}/import", files=files)["task_count"] == 1

    task = browser.call("GET", f"/api/projects/{project}/next/")
    address = task["data"]["image"]
    assert address.startswith("/studio/data/upload/")
    assert browser.get(f"{proxy.origin}{address}").content == PICTURE
    browser.call("POST", f"/api/tasks/{task['id']}/annotations/", json={"result": RESULT})
    assert browser.get(f"/api/projects/{project}/next/").status_code == 404

    [exported] = browser.call("GET", f"/api/projects/{project}/export", params={"exportType": "JSON"})
    assert (exported["data"]["image"], exported["annotations"][0]["result"]) == (address, RESULT)
    assert b"A" in browser.get(f"/api/projects/{project}/export", params={"exportType": "CSV"}).content
    assert any(tmp_path.glob("server/data/media/upload/*/*-dot.png"))


def test_addresses_in_answers_are_those_of_the_proxy(browser: Client, proxy: Proxy) -> None:
    log_in(browser)
    for _ in range(2):
        browser.project()
    following = browser.call("GET", "/api/projects/", params={"page_size": 1})["next"]
    assert following.startswith(f"{proxy.url}/api/projects")
    assert browser.call("GET", following)["previous"].startswith(f"{proxy.url}/api/projects")
    invitation = browser.call("GET", "/api/invite")["invite_url"]
    assert invitation.startswith("/studio/user/signup/?token=")
    with Client(proxy.origin) as guest:
        assert guest.get(invitation).status_code == 200
        assert guest.get("/studio/user/signup/").status_code == 403
    assert urlsplit(browser.get("/logout").headers["location"]).path == "/studio/user/login/"
    assert browser.get("/api/current-user/whoami").status_code == 401


def test_another_site_gets_nowhere(browser: Client) -> None:
    log_in(browser)
    foreign = {"Origin": "https://other.example"}
    assert browser.post("/api/projects/", json={"title": "Forged"}, headers=foreign).status_code == 403
    trusted = {"Origin": "https://label.example"}
    assert browser.post("/api/projects/", json={"title": "Mine"}, headers=trusted).status_code == 201


def test_the_legacy_token_and_the_settings_are_in_force(deployed: ServerProcess, proxy: Proxy) -> None:
    with Client(proxy.url, headers={"Authorization": f"Token {TOKEN}"}) as script:
        project = script.project(CONFIG)["id"]
        offered: list[dict[str, Any]] = script.call("GET", "/api/dm/actions/", params={"project": project})
        assert "rename_labels" in {action["id"] for action in offered}
        drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
        script.call("POST", f"/api/projects/{project}/import", files={"file": ("a.svg", drawing, "image/svg+xml")})
        [task] = script.call("GET", f"/api/projects/{project}/tasks/")
        assert b"script" not in script.get(f"{proxy.origin}{task['data']['image']}").content
    assert "Traceback" not in deployed.log
    assert TOKEN not in deployed.log
    assert PASSWORD not in deployed.log
