"""`wrong-words` and `cluster`: rows, their company, and several of them close together."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import product
from typing import Any

from qualitycheck.detect import Detector
from qualitycheck.expressions import Table, table_of
from qualitycheck.model import Rule
from qualitycheck.readers import read
from qualitycheck.text import document
from tests.scanners.test_scanners import found, rule


def table(rows: Sequence[dict[str, Any]], name: str) -> Table:
    return table_of([{"mechanism": "polysemy", "tier": "likely", **row} for row in rows], name)


def words(*rows: dict[str, Any], of: str = "in-context", rule_id: str = "own.rule") -> Rule:
    return rule(rule_id, kind="wrong-words", tables=table(rows, rule_id), rows=of)


CLERGY = {"wrong": "foreign clergyman", "right": "foreign minister", "needs": ["summit", "talk"], "unless": ["church"]}


def test_a_row_needs_one_of_its_words_near() -> None:
    assert found("The foreign clergyman left the summit.", words(CLERGY)) == ["foreign clergyman"]
    assert found("The foreign clergymen met for talks.", words(CLERGY)) == ["foreign clergymen"]
    assert found("The foreign clergyman left.", words(CLERGY)) == []


def test_near_is_some_sentences_whatever_the_paragraph() -> None:
    text = "The foreign clergyman left.\n\n" + "It rained on the town. " * 4 + "\n\nThe summit was over."
    assert found(text, words(CLERGY)) == ["foreign clergyman"]
    text = "The foreign clergyman left.\n\n" + "It rained on the town. " * 40 + "\n\nThe summit was over."
    assert found(text, words(CLERGY)) == []


def test_a_word_takes_a_row_back() -> None:
    assert found("The foreign clergyman left the summit for his church.", words(CLERGY)) == []


def test_a_row_alone_is_without_what_it_needs() -> None:
    assert found("The foreign clergyman left.", words(CLERGY, of="alone")) == ["foreign clergyman"]
    assert found("The foreign clergyman left the summit.", words(CLERGY, of="alone")) == []
    assert found("The foreign clergyman left the church.", words(CLERGY, of="alone")) == []


def test_the_fix_is_the_right_side_in_the_same_form() -> None:
    ready = document(read("Two Foreign-Clergymen held talks."))
    (hit,), _ = Detector([words(CLERGY)]).detect(ready, {})
    assert hit.fix is not None
    assert hit.fix.replacement == "foreign ministers"
    assert not hit.fix.safe


def test_of_two_rows_at_one_place_the_longest_stays() -> None:
    rows = ({"wrong": "raw oil", "right": "crude oil"}, {"wrong": "raw oil worth", "right": "crude oil price"})
    assert found("It is raw oil worth a lot.", words(*rows, of="alone")) == ["raw oil worth"]


CUES = [{"wrong": f"{word} previous", "right": f"{word} ago", "tier": "cue"} for word in ("years", "months", "weeks")]


def several(text: str, **keys: Any) -> list[str]:
    cue = words(*CUES, of="alone", rule_id="own.cue")
    return found(text, rule(kind="cluster", of=["own.cue"], **keys), cue)


def test_several_different_rows_near_each_other_are_found_each() -> None:
    text = "Years previous it was, months previous it came, weeks previous it went."
    assert several(text) == ["Years previous", "months previous", "weeks previous"]
    assert several(text, distinct=4) == []


def test_the_same_row_again_is_no_other_sign() -> None:
    assert several("Years previous, years previous, years previous, months previous.") == []


def test_two_rows_for_one_place_are_one_sign() -> None:
    cue = words(*CUES, {"wrong": "it was years previous", "right": "x"}, of="alone", rule_id="own.cue")
    assert found("And it was years previous.", rule(kind="cluster", of=["own.cue"], distinct=2), cue) == []


def test_what_stands_far_away_does_not_count() -> None:
    text = "Years previous it was, months previous it came. " + "It rained. " * 100 + "Weeks previous it went."
    assert several(text) == []
    assert several(text, within=2000) == ["Years previous", "months previous", "Weeks previous"]


def test_a_large_table_costs_no_more_than_the_reading() -> None:
    # 50,000 rows against 50 over the same text, in the same run: the automaton makes the difference small.
    syllables = ["ba", "co", "du", "fi", "ga", "ho", "ki", "lu", "me"]
    rows = ["".join(word[:2]) + " " + "".join(word[2:]) for word in product(syllables, repeat=5)][:50_000]
    rules = [words(*({"wrong": text} for text in some), of="alone") for some in (rows, rows[::1000])]
    ready = document(read("The fishermen went out before dawn and came back with the tide. " * 5000))
    took = []
    for one in rules:
        detector = Detector([one])
        detector.detect(document(read("warm")), {})
        times = []
        for _ in range(5):
            start = time.process_time()
            detector.detect(ready, {})
            times.append(time.process_time() - start)
        took.append(min(times))
    assert took[0] < 4 * took[1]
