"""What a killed server left of an upload."""

import os
import time
from pathlib import Path

from labelwright.imports.receiving import sweep
from labelwright.settings import Settings


def test_only_abandoned_uploads_are_removed_at_the_next_start(tmp_path: Path) -> None:
    old, fresh = tmp_path / "incoming" / "old", tmp_path / "incoming" / "fresh"
    for directory in (old, fresh):
        directory.mkdir(parents=True)
        (directory / "part").write_text("half")
    long_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    sweep(Settings(data_dir=tmp_path))
    assert not old.exists()
    assert fresh.exists()


def test_a_data_directory_without_uploads_is_fine(tmp_path: Path) -> None:
    sweep(Settings(data_dir=tmp_path))
