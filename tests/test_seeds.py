"""Snapshots of the two documents that the mission comes from, and what the gold marks say of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qualitycheck import Checker
from qualitycheck.render import RENDERERS, Look

from .conftest import SEEDS

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("seed", SEEDS, ids=["000", "003"])
@pytest.mark.parametrize("format", ["concise", "full"])
def test_snapshot(checker: Checker, seed: Path, format: str) -> None:
    """To accept a change on purpose: `QUALITYCHECK_SNAPSHOTS=write make test`, and read the diff."""
    text = seed.read_text("utf-8")
    report = checker.check(text, name=f"seeds/{seed.name}")
    made = "".join(RENDERERS[format](iter([(report, text)]), checker.rules, Look(color=False, width=100)))
    snapshot = SNAPSHOTS / f"{seed.stem}.{format}.txt"
    if os.environ.get("QUALITYCHECK_SNAPSHOTS") == "write":
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(made, encoding="utf-8")
    assert made == snapshot.read_text("utf-8")


def test_verdicts(checker: Checker) -> None:
    verdicts = [checker.check(seed.read_text("utf-8")).verdict for seed in SEEDS]
    assert verdicts[0] == "reject"
    assert verdicts[1] != "pass"
