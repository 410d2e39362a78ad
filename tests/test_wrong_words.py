"""Every row of every table of wrong words: it fires where it should, and its right side does not."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qualitycheck import Checker, packs
from qualitycheck.expressions import CLASSES, forms, loosen, stands_in, table_of
from qualitycheck.model import Rule
from qualitycheck.readers import read
from qualitycheck.scanners.wrong_words import build
from qualitycheck.text import document, fold, straighten

FOLDER = packs.rules_folder() / "mt" / "wrong-words"
TABLES = sorted(FOLDER.glob("*.tsv"))
DATA = Path(__file__).parents[2] / "shared" / "data"
# A word of each class, to put where a row has one.
WORDS = {
    "number": "twelve", "ordinal": "third", "year": "1987", "month": "march", "weekday": "monday", "unit": "hours",
    "currency": "euros", "name": "Halvorsen", "plural": "elections", "noun": "garden", "adjective": "careful",
    "verb": "carry", "past": "carried", "ing": "carrying", "adverb": "quickly", "determiner": "these",
    "pronoun": "they",
}  # fmt: skip

#: Rows that do stand in clean text, and why they stay.
KNOWN_ON_CLEAN_TEXT: dict[str, str] = {}


def rows_of(table: Path) -> list[dict[str, Any]]:
    rows, faults = packs.read_wrong_words(table)
    assert not faults
    return rows


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return [rule for rule in packs.builtin_rules() if rule.kind == "wrong-words"]


def sentence(words: tuple[str, ...]) -> str:
    return " ".join(WORDS[word[1:-1]] if word.startswith("{") else word for word in words)


def test_every_table_has_a_rule_and_every_class_a_word() -> None:
    assert {table.stem for table in TABLES} == {
        file.stem for file in FOLDER.glob("*.yaml") if file.stem not in ("in-context", "alone", "several")
    }
    assert set(WORDS) == set(CLASSES)


def test_no_form_stands_in_two_rows() -> None:
    seen = Counter(form for table in TABLES for row in rows_of(table) for form in {form.wrong for form in forms(row)})
    assert [" ".join(form) for form, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_each_row_fires_in_a_sentence_with_what_it_needs(table: Path, rules: list[Rule]) -> None:
    silent = []
    for row in rows_of(table):
        kind = "certain" if row["tier"] == "certain" else "in-context" if "needs" in row else "alone"
        # Alone, because at one place the surest and longest row speaks.
        rule = replace(rules[0], match={"tables": table_of([row], rules[0].id), "rows": kind})
        text = f"We heard {sentence(forms(row)[0].wrong)}; {row.get('needs', ['so'])[0]}."
        if not list(build([rule]).scan(document(read(text)), [], [])):
            silent.append((row["wrong"], text))
    assert silent == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_the_right_side_is_silent_and_reads_as_words(table: Path) -> None:
    loud = []
    for row in rows_of(table):
        for form in forms(row):
            text = re.sub(r"\{\d+\}", "twelve", form.right)
            assert not re.search(r"[{}]|  ", text), row
            if text and stands_in(row, straighten(text), loosen(fold(text))):
                loud.append((row["wrong"], form.right))
    assert loud == []


def clean_texts() -> Iterator[tuple[str, str]]:
    for file in sorted((Path(__file__).parent / "clean").iterdir()):
        yield file.read_text("utf-8"), {".md": "markdown", ".html": "html"}.get(file.suffix, "plain")
    for file in sorted(DATA.glob("clean_dev_*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield record["text"], record.get("format", "plain")


def test_no_row_speaks_in_clean_text(rules: list[Rule]) -> None:
    scanner = build([rule for rule in rules if rule.severity != "cue"])
    found = {
        hit.detail["row"]
        for text, format in clean_texts()
        for hit in scanner.scan(document(read(text, format=format)), [], [])
    }
    assert found == set(KNOWN_ON_CLEAN_TEXT)


def test_honest_sentences_that_hold_a_wrong_expression_are_silent(checker: Checker) -> None:
    # Written against the rows, one or more for each that was then narrowed, made to need company, or dropped.
    sentences = (Path(__file__).parent / "wrong-words-lookalikes.txt").read_text("utf-8").splitlines()
    assert len(sentences) > 800
    loud = {
        sentence: finding.rule
        for sentence in sentences
        for finding in checker.check(sentence).findings
        if finding.severity in ("error", "warning")
    }
    assert loud == {}
