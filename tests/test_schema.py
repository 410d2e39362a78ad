"""rules/schema.json: current, true of every rule file, and of no wrong one."""

from __future__ import annotations

import copy
import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from qualitycheck import examples, packs
from qualitycheck.keys import EXAMPLE, FIX, NEAR, RULE, WHEN
from qualitycheck.packs import TABLE_COLUMNS
from qualitycheck.scanners import KINDS

ROOT = Path(__file__).parent.parent
FILE = ROOT / "rules" / "schema.json"
SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
RULE_FILES = sorted((ROOT / "rules").rglob("*.yaml"))

_Data = dict[str, Any]

GOOD: _Data = {
    "title": "Crude oil called raw",
    "message": "“{hit}”: write “crude oil”",
    "why": "A translation machine took the word apart.",
    "severity": "warning",
    "status": "preview",
    "lang": "en",
    "scope": "sentence",
    "match": {"kind": "phrase", "any": ["raw oil"], "near": {"any": ["barrel"], "within": "12 words"}},
    "when": {"blocks": ["paragraph"], "min-words": 3},
    "fix": {"replace": "crude oil"},
    "examples": {
        "bad": ["A barrel of <<raw oil>>.", {"text": "<<Raw oil>> by the barrel.", "format": "markdown"}],
        "good": ["Raw olive oil.", "A barrel of crude oil.", {"text": "Raw oil for the hair."}],
    },
    "tags": ["family:wrong-word"],
}


def test_the_file_is_what_the_script_writes() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_schema.py"))
    assert FILE.read_text(encoding="utf-8") == script["text"](), "run python scripts/build_schema.py"


def test_it_is_a_schema_and_knows_every_key_and_kind() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(RULE)
    assert [branch["if"]["properties"]["kind"]["const"] for branch in SCHEMA["properties"]["match"]["allOf"]] == [
        *KINDS
    ]


@pytest.mark.parametrize("file", RULE_FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_rule_file_fits(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize("file", RULE_FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_rule_file_that_names_a_schema_names_this_one(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    if first.startswith("# yaml-language-server:"):
        assert (file.parent / first.partition("$schema=")[2].strip()).resolve() == FILE


def test_a_rule_with_every_kind_of_key_fits() -> None:
    assert VALIDATOR.is_valid(GOOD)


def _put(*path: str, value: Any) -> Callable[[_Data], None]:
    def change(rule: _Data) -> None:
        for key in path[:-1]:
            rule = rule[key]
        rule[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda rule: rule.pop("why"), id="missing key"),
        pytest.param(_put("mesage", value="typo"), id="unknown key"),
        pytest.param(_put("severity", value="fatal"), id="unknown severity"),
        pytest.param(_put("lang", value=False), id="no, unquoted"),
        pytest.param(_put("match", "kind", value="guess"), id="unknown kind"),
        pytest.param(_put("match", "pattern", value="raw"), id="key of another kind"),
        pytest.param(_put("match", value={"kind": "phrase"}), id="kind without its key"),
        pytest.param(_put("match", "any", value=[]), id="empty list"),
        pytest.param(_put("match", "any", value="oil.csv"), id="table of another type"),
        pytest.param(_put("match", "near", "withn", value="sentence"), id="unknown key in near"),
        pytest.param(_put("when", "min-words", value=-1), id="negative count"),
        pytest.param(_put("when", "blocks", value=["footer"]), id="unknown block"),
        pytest.param(_put("fix", value={"safe": True}), id="fix without replacement"),
        pytest.param(_put("examples", "bad", value=["One <<raw oil>>."]), id="one bad example"),
        pytest.param(_put("examples", "bad", value=["No mark.", "<<One>>."]), id="bad example without mark"),
        pytest.param(_put("examples", "good", value=["A.", "B.", "<<C>>."]), id="good example with mark"),
    ],
)
def test_a_wrong_rule_does_not_fit(change: Callable[[_Data], None]) -> None:
    rule = copy.deepcopy(GOOD)
    change(rule)
    assert not VALIDATOR.is_valid(rule)


GUIDE = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")


def test_the_rule_in_the_guide_works(tmp_path: Path) -> None:
    text = GUIDE.partition("```yaml\n")[2].partition("```")[0]
    assert VALIDATOR.is_valid(yaml.safe_load(text))
    file = tmp_path / "mt" / "raw-oil.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert list(examples.faults(packs.load(tmp_path))) == []


_NAMES = {*RULE, *WHEN, *EXAMPLE, *FIX, *NEAR, *TABLE_COLUMNS, *KINDS}.union(*(kind.keys for kind in KINDS.values()))


@pytest.mark.parametrize("name", sorted(_NAMES))
def test_the_guide_names(name: str) -> None:
    assert f"`{name}`" in GUIDE or f"`{name}:" in GUIDE
