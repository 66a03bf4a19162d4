"""The editor: its surfaces full of regions, and the pages around it, on request beside Label Studio's in the same run."""

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import editor_pages, editor_surfaces
from bench.measure import Row


def measure(options: argparse.Namespace, directory: Path) -> list[Row]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        rows = editor_surfaces.measure(options, directory, browser)
        rows += editor_pages.measure(options, directory, browser)
        browser.close()
    return rows
