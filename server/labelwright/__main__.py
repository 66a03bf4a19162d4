"""`python -m labelwright`."""

from labelwright.cli.main import run

run()
