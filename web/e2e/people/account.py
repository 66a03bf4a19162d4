"""The account that the tests' servers start with."""

from harness.live import Client
from people.person import Person

Cookies = list[dict[str, str]]

EMAIL, PASSWORD = "ada@example.org", "correct horse battery"
TOKEN = "0123456789abcdef0123456789abcdef01234567"
FLAGS = ("--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN)


def session(url: str) -> Cookies:
    """Its owner's, as cookies: got by HTTP, the log-in page has tests of its own."""
    with Client(url) as client:
        client.log_in(EMAIL, PASSWORD)
        return [{"name": name, "value": value, "url": url} for name, value in client.cookies.items()]


def let_in(person: Person, cookies: Cookies | None = None) -> Person:
    """Its owner, logged in."""
    person.page.context.add_cookies(cookies or session(person.url))  # type: ignore[arg-type]
    return person
