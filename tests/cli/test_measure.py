"""`qualitycheck rules measure`: counts that can be done by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qualitycheck import packs
from qualitycheck.cli import cli

RULE = """\
title: Zebra
message: "{hit}"
why: Because.
severity: warning
status: stable
lang: en
scope: document
match: {kind: phrase, any: [zebra]}
examples:
  bad: ["A <<zebra>>.", "The <<zebra>>."]
  good: ["Zebras.", "A horse.", "A zebroid."]
measured: {alarms: 9, words: 9, sets: [old], date: "2020-01-01"}
tags: ["family:zoo"]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "zebra.yaml").write_text(RULE, "utf-8")
    return tmp_path / "zoo"


def run(pack: Path, records: list[object], *options: str) -> Result:
    file = pack.parent / "set.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return CliRunner().invoke(cli, ["rules", "measure", str(file), "--rules", str(pack), *options])


RECORDS: list[object] = [
    {"text": "A zebra came here.", "label": "clean"},
    {"text": "Nobody came here at all now.", "label": "clean"},
    {"text": "A zebra, and a zebra.", "label": "damaged"},
    {"text": "A horse.", "label": "damaged"},
    {"text": "A zebra, and a zebra, and a lion.", "label": "damaged", "defects": [[2, 7], [29, 33]]},
]


def test_counts(pack: Path) -> None:
    figures = json.loads(run(pack, RECORDS, "--json").output)
    assert figures["zoo.zebra"] == figures["all rules"] == {
        "hits": 5,
        "alarms": 1,
        "clean_words": 10,
        "alarms_per_1000_words": 100.0,
        "precision": 3 / 5,  # two on the damaged text without marks, one on a marked defect
        "recall": 2 / 4,  # one of two damaged texts, one of two marked defects
    }  # fmt: skip


def test_table_and_labels_from_the_command_line(pack: Path) -> None:
    output = run(pack, [{"text": "A zebra."}], "--label", "clean").output
    assert output.splitlines()[1].split() == ["zoo.zebra", "1", "1", "500.000", "0.00", "-"]


def test_write_puts_the_figures_into_the_rule_and_it_still_loads(pack: Path) -> None:
    assert run(pack, RECORDS, "--write").exit_code == 0
    (rule,) = packs.load(pack)
    assert rule.measured is not None
    assert (rule.measured["alarms"], rule.measured["words"], rule.measured["sets"]) == (1, 10, ["set"])
    assert (pack / "zebra.yaml").read_text("utf-8").count("measured:") == 1


@pytest.mark.parametrize(("bound", "code"), [("99", 1), ("100", 0)])
def test_too_many_alarms_fail(pack: Path, bound: str, code: int) -> None:
    result = run(pack, RECORDS, "--max-alarms", bound)
    assert result.exit_code == code
    assert ("zoo.zebra: 1 alarms in 10 clean words" in result.stderr) is bool(code)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({"text": "x"}, "set.jsonl:1: label None"),
        ({"body": "x", "label": "clean"}, "set.jsonl:1: no text in field 'text'"),
        ({"text": "x", "label": "damaged", "defects": [3]}, "set.jsonl:1: defects [3]"),
    ],
)
def test_a_record_that_is_no_labelled_text_is_named(pack: Path, record: object, says: str) -> None:
    result = run(pack, [record])
    assert result.exit_code == 2
    assert says in result.output
