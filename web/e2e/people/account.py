"""The account that the tests' servers start with."""

from harness.live import Client
from people.person import Person

EMAIL, PASSWORD = "ada@example.org", "correct horse battery"
TOKEN = "0123456789abcdef0123456789abcdef01234567"
FLAGS = ("--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN)


def let_in(person: Person) -> Person:
    """Its owner, logged in: the session comes by HTTP, the log-in page has tests of its own."""
    with Client(person.url) as client:
        client.log_in(EMAIL, PASSWORD)
        cookies = [{"name": name, "value": value, "url": person.url} for name, value in client.cookies.items()]
    person.page.context.add_cookies(cookies)  # type: ignore[arg-type]
    return person
