"""What all tests share: the built-in rules, loaded from their YAML files once."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualitycheck import Checker, packs
from qualitycheck.model import Rule

ROOT = Path(__file__).parent.parent
SEEDS = tuple(sorted((ROOT / "seeds").glob("*.txt")))


@pytest.fixture(scope="session")
def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in packs.load(packs.rules_folder())}


@pytest.fixture(scope="session")
def checker() -> Checker:
    return Checker()
