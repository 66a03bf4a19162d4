"""The account that the tests' servers start with."""

EMAIL, PASSWORD = "ada@example.org", "correct horse battery"
TOKEN = "0123456789abcdef0123456789abcdef01234567"
FLAGS = ("--username", EMAIL, "--password", PASSWORD, "--user-token", TOKEN)
