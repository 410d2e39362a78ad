"""Each kind of rule by itself: what its keys do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from qualitycheck import packs
from qualitycheck.detect import CONDITIONS, Detector
from qualitycheck.keys import WHEN
from qualitycheck.model import Rule
from qualitycheck.readers import read
from qualitycheck.scanners import KINDS
from qualitycheck.text import document


def rule(rule_id: str = "own.rule", *, scope: str = "document", severity: str = "warning", **keys: Any) -> Rule:
    """A rule with the defaults of its kind filled in; `when`, `unless` and the keys of `match` are keywords."""
    kind = keys.pop("kind")
    when, unless = keys.pop("when", {}), tuple(keys.pop("unless", ()))
    given = {name.replace("_", "-"): value for name, value in keys.items()}
    if isinstance(given.get("any"), list):
        given["any"] = [{"wrong": phrase} if isinstance(phrase, str) else phrase for phrase in given["any"]]
    match = {name: given.get(name, key.default) for name, key in KINDS[kind].keys.items()}
    assert set(given) <= set(match)
    return Rule(
        rule_id, "", "", "", severity, "stable", "en", scope, kind, match, "", rule_id, when=when, unless=unless,  # type: ignore[arg-type]
    )  # fmt: skip


def found(text: str, *rules: Rule, title: str | None = None, format: str = "plain") -> list[str]:
    """What the first rule finds, cut from the prose."""
    ready = document(read(text, format=format), title)
    hits, skips = Detector(rules).detect(ready, {})
    assert not skips
    return [ready.prose[hit.start : hit.end] for hit in hits if hit.rule.id == rules[0].id]


# ---- phrase ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raw oil, raw\noil and “RAW OIL”.", ["Raw oil", "raw oil", "RAW OIL"]),
        ("Oilcloth, draw oil, raw oils, raw_oil.", []),
        ("Raw oil-based paint.", ["Raw oil"]),
    ],
)
def test_phrase_finds_whole_words_through_case_quotes_and_wraps(text: str, expected: list[str]) -> None:
    wrapped = "A line that is as long as lines are when they are wrapped " + text.replace("\n", "\n")
    assert found(wrapped, rule(kind="phrase", any=["raw oil"])) == expected


def test_phrase_is_seen_through_markup() -> None:
    assert found("The *raw* [oil](x) &amp; gas", rule(kind="phrase", any=["raw oil & gas"]), format="markdown") == [
        "raw oil & gas"
    ]


def test_phrase_with_case() -> None:
    assert found("The US and us.", rule(kind="phrase", any=["US"], case=True)) == ["US"]


NEAR = "The navy fired cannonballs. Its missiles were new."


@pytest.mark.parametrize(
    ("within", "fires"),
    [("sentence", False), ("paragraph", True), ("document", True), ("2 words", True), ("1 words", False)],
)
def test_near_and_not_near(within: str, fires: bool) -> None:
    near = {"any": ["missile"], "within": within}
    assert bool(found(NEAR, rule(kind="phrase", any=["cannonballs"], near=near))) is fires
    assert bool(found(NEAR, rule(kind="phrase", any=["cannonballs"], not_near=near))) is not fires


def test_a_row_has_needs_and_unless_of_its_own() -> None:
    row = {"wrong": "cannonballs", "right": "shells", "needs": ["missile", "rocket"], "unless": ["fort"]}
    one = rule(kind="phrase", any=[row])
    assert found("Cannonballs and missiles.", one) == ["Cannonballs"]
    assert found("Cannonballs and swords.", one) == []
    assert found("Cannonballs and missiles in the fort.", one) == []


def test_a_hit_is_not_its_own_company() -> None:
    assert (
        found(
            "Cannonballs.",
            rule(kind="phrase", any=["cannonballs"], near={"any": ["cannonballs"], "within": "document"}),
        )
        == []
    )


# ---- regex -------------------------------------------------------------------------------------------------------

WORDS = st.lists(st.sampled_from(["ab", "a", "b", "abab", "xab", " ", ". ", "\n\n", "Ab", "“", "ba" * 30]), max_size=60)


@given(WORDS.map("".join), st.sampled_from(["document", "paragraph", "sentence"]), st.booleans())
def test_regex_finds_what_a_plain_search_of_each_unit_finds(text: str, scope: str, case: bool) -> None:
    pattern = r"a?ba?\b"
    ready = document(read(text))
    searched = ready.plain if case else ready.folded
    units = {ready.unit(scope, at) for block in ready.blocks for at in range(block.start, block.end)} - {None}
    expected = sorted(
        {
            (unit.start + match.start(), unit.start + match.end())
            for unit in units
            if unit is not None
            for match in regex.finditer(pattern, searched[unit.start : unit.end])
        }
    )
    one = rule(kind="regex", scope=scope, pattern=pattern, anchors=["b"], case=case, window=10_000)
    hits, _ = Detector([one]).detect(ready, {})
    assert [(hit.start, hit.end) for hit in hits] == expected


def test_regex_looks_only_in_the_window_of_an_anchor() -> None:
    one = rule(kind="regex", pattern="x+", anchors=["here"], window=5)
    assert found("xx here xx and xxxx far away", one) == ["xx", "xx"]


def test_regex_hit_group_and_line_ends() -> None:
    one = rule(kind="regex", scope="line", pattern="^see also: (?P<hit>.+)$", anchors=["see also"])
    assert found("We see also: nothing.\n\nSee also: the Lakers\n\nSee also: x", one) == ["the Lakers", "x"]


def test_regex_classes_ask_the_lexicon() -> None:
    one = rule(kind="regex", pattern=r"has (?P<verb>\w+ing)", anchors=["has "], classes={"verb": "verbal-ing"})
    assert found("It has surpassing. It has something. It has building.", one) == ["has surpassing"]


def test_a_search_that_takes_too_long_is_a_skip_and_not_an_error() -> None:
    one = rule(kind="regex", pattern=r"(a|aa)+(?=c)", anchors=["a"], timeout=0.01, window=10_000)
    hits, skips = Detector([one]).detect(document(read("b" + "a" * 5000 + "b")), {})
    assert hits == []
    assert skips
    assert {skip.what for skip in skips} == {"own.rule"}


@pytest.mark.parametrize(("anchor", "count"), [("{a-z}x", 26), ("x{0-9}", 10), ("{A-Z}", 26), ("{{name}}", 1)])
def test_anchors_with_a_range(anchor: str, count: int) -> None:
    assert len(packs.expand(anchor)) == count


# ---- infix, evidence ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("houtilize", "house"),
        ("beutilize", None),
        ("reutilize", None),
        ("Houtilize", None),
        ("utilize", None),
        ("mutilizeum", "museum"),
    ],
)
def test_infix_finds_unknown_words_that_are_known_without_the_synonym(word: str, mended: str | None) -> None:
    one = rule(kind="infix", any=[{"wrong": "utilize", "right": "use"}])
    ready = document(read(f"Say the {word} now."))
    hits, _ = Detector([one]).detect(ready, {})
    assert [hit.detail["right"] for hit in hits] == ([mended] if mended else [])


def evidence(**keys: Any) -> Rule:
    return rule("own.evidence", kind="evidence", weights={"own.a": 2.0, "own.b": 1.0}, fitted="", **keys)


SIGNS = (rule("own.a", kind="phrase", any=["aa"], severity="cue"), rule("own.b", kind="phrase", any=["bb"]))


@pytest.mark.parametrize(
    ("text", "keys", "speaks"),
    [
        ("aa bb", {}, True),
        ("aa aa", {}, False),  # one sign, however often, is not two
        ("aa aa", {"distinct": 1}, True),
        ("aa bb", {"floor": 3.0}, True),
        ("aa bb", {"floor": 3.1}, False),
        ("aa bb bb bb bb bb", {"floor": 5.0}, True),
        ("aa bb bb bb bb bb", {"floor": 5.1}, False),  # three of a sign count
        ("aa bb" + " word" * 998, {"per_1000_words": 3.0}, True),
        ("aa bb" + " word" * 1098, {"per_1000_words": 3.0}, False),
        ("aa bb", {"bias": -3.5}, False),
    ],
)
def test_evidence_adds_up(text: str, keys: dict[str, Any], speaks: bool) -> None:
    assert bool(found(text, evidence(**keys), *SIGNS)) is speaks


def test_evidence_lists_its_signs_with_their_shares() -> None:
    ready = document(read("bb aa"))
    (hit,) = [hit for hit in Detector([evidence(), *SIGNS]).detect(ready, {})[0] if hit.rule.kind == "evidence"]
    assert dict(hit.detail) == {"signs": "own.a 67 %, own.b 33 %", "count": "2"}
    assert ready.prose[hit.start : hit.end] == "aa"


# ---- quotes, repetition, consistency --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("closed-twice", "He said “yes” and no”."),
        ("opened-twice", "“He was here. “He left,” she said."),
        ("never-opened", "He said yes”, she said."),
        ("never-closed", "He said “yes and left."),
        ("glued", "“We were shocked, ”said the mayor."),
    ],
)
def test_each_fault_of_quotation_marks(fault: str, text: str) -> None:
    assert found(text, rule(kind="quotes", fault=[fault]))
    others = sorted({"closed-twice", "opened-twice", "never-opened", "never-closed", "glued"} - {fault})
    assert found(text, rule(kind="quotes", fault=others)) == []


@pytest.mark.parametrize(
    "text",
    [
        "“One,” he said. “Two.”",
        "“He told me ‘no’ and “never”,” she said.",
        "“A first paragraph stays open.\n\n“A second closes,” he said.",
        "«Non», «oui».",
        "It was 6” long and 8” wide.",
        "She wrote “here.“ and “there.“",
        "the '90s, rock 'n' roll, the students' \"union\"",
    ],
)
def test_honest_marks_have_no_fault(text: str) -> None:
    ready = document(read(text))
    assert [fault.name for fault in ready.quotations.faults] == []


def test_quotation_scope_is_inside_the_marks() -> None:
    text = 'Red. “Red one,” he said. "Red two." ‘Red three’'
    one = rule(kind="regex", scope="quotation", pattern=r"red \w+", anchors=["red"])
    assert found(text, one) == ["Red one", "Red two", "Red three"]


def test_repetition_of_words_leaves_names_and_allowed_words() -> None:
    one = rule(kind="repetition", of="word", allow=["had"])
    assert found("He had had the the idea in Walla Walla. A a b.", one) == ["the the"]


def test_repetition_of_sentences_and_paragraphs() -> None:
    twice = "The mill by the river was sold to a family from town."
    assert found(f"{twice} It rained. {twice}", rule(kind="repetition", of="sentence")) == [twice]
    assert found(f"{twice} It rained. {twice}", rule(kind="repetition", of="paragraph")) == []
    assert found(f"{twice}\n\n{twice}", rule(kind="repetition", of="paragraph")) == [twice]
    assert found(f"{twice} {twice}", rule(kind="repetition", of="sentence", min_words=20)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A “loyal helper” of the king. A “loyal backer” of the king.", ["loyal helper", "loyal backer"]),
        ("A “systemic risk”. The “systematic risks”.", ["systemic risk", "systematic risks"]),
        ("A “loyal helper” of the king. A “loyal backer” in the town.", []),
        ("A “first class” seat, a “second class” ticket.", []),
        ("“Working group” and “worked group”.", []),
    ],
)
def test_one_quotation_in_two_wordings(text: str, expected: list[str]) -> None:
    assert found(text, rule(kind="consistency", of="quotation")) == expected


def test_the_rarer_form_is_found_where_it_is_clearly_rarer() -> None:
    one = rule(kind="consistency", of="form", forms=["US", "U.S."])
    assert found("US US US U.S.", one) == ["U.S."]
    assert found("US US U.S.", one) == []


# ---- density, metric ----------------------------------------------------------------------------------------------


def test_density_speaks_when_there_are_enough_different_ones() -> None:
    one = rule(kind="density", any=["sheds light on", "light on", "moving forward", "at the forefront"], distinct=3)
    two = "It sheds light on it. Moving forward, it sheds light on it."
    assert found(two, one) == []
    assert found(two + " At the forefront.", one) == [
        "sheds light on", "Moving forward", "sheds light on", "At the forefront",
    ]  # fmt: skip


def test_density_by_length() -> None:
    one = rule(kind="density", any=["moving forward"], distinct=1, per_1000_words=50.0)
    assert found("Moving forward, we go.", one) == ["Moving forward"]
    assert found("Moving forward, we go. " + "The dog ran. " * 50, one) == []


def test_metrics_of_documents_and_sentences() -> None:
    long = "word " * 30 + "end."
    sentence = rule(kind="metric", name="words", of="sentence", above=20, min_words=5)
    assert found(f"Short one. {long} Short two.", sentence) == [long]
    document_rule = rule(kind="metric", name="flesch_reading_ease", below=200, min_words=5)
    assert found("One two three four five six.", document_rule) == [""]
    other = rule(kind="metric", name="linsear_write_formula", of="paragraph", above=-100, min_words=5)
    assert found("One two three four five six.", other) == ["One two three four five six."]


# ---- conditions ---------------------------------------------------------------------------------------------------


def test_every_condition_has_a_key_and_every_key_a_condition() -> None:
    assert set(CONDITIONS) == set(WHEN)


LINES = "# Head x\n\nFirst x ends.\n\n- item x\n\nLast x here of several words"


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        ({"blocks": ["item"]}, [2]),
        ({"blocks": ["title", "heading"]}, [0]),
        ({"min-words": 6}, [3]),
        ({"max-words": 2}, [0, 2]),
        ({"end-mark": True}, [1]),
        ({"first-blocks": 2}, [0, 1]),
        ({"last-blocks": 1}, [3]),
        ({"document-words": 12}, []),
        ({"beside": ["own.item"]}, [1, 2, 3]),
        ({"with": ["own.item"]}, [0, 1, 2, 3]),
        ({"with": ["own.lost"]}, []),
    ],
)
def test_conditions(when: dict[str, Any], lines: list[int]) -> None:
    ready = document(read(LINES, format="markdown"))
    item = rule("own.item", kind="phrase", any=["item"], severity="cue")
    hits, _ = Detector([rule(kind="phrase", any=["x"], when=when), item]).detect(ready, {})
    assert [ready.block_index(hit.start) for hit in hits if hit.rule.id == "own.rule"] == lines


def test_unless_takes_back_what_it_overlaps() -> None:
    one = rule(kind="phrase", any=["raw oil"], unless=["raw oil paint"])
    assert found("Raw oil paint and raw oil.", one) == ["raw oil"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("title", 1), ("heading", 2), ("paragraph", 2), ("line", 4), ("document", 4), ("sentence", 4)],
)
def test_scopes(scope: str, expected: int) -> None:
    text = "# One x\n\nTwo x.\n\n## Three x\n\n> Four x."
    assert len(found(text, rule(kind="phrase", any=["x"], scope=scope), format="markdown")) == expected


def test_of_overlapping_hits_of_a_family_the_most_severe_and_longest_stays() -> None:
    rules = [
        rule("own.a", kind="phrase", any=["raw oil"], severity="info"),
        rule("own.b", kind="phrase", any=["oil"], severity="error"),
        rule("own.c", kind="phrase", any=["much raw oil"], severity="error"),
    ]
    rules = [Rule(**{name: getattr(r, name) for name in Rule.__slots__ if name != "family"}, family="f") for r in rules]
    ready = document(read("So much raw oil."))
    assert [hit.rule.id for hit in Detector(rules).detect(ready, {})[0]] == ["own.c"]


def test_a_rule_bound_to_a_language_is_silent_in_foreign_blocks() -> None:
    ready = document(read("One x.\n\nTwo x."))
    assert [hit.start for hit in Detector([rule(kind="phrase", any=["x"])]).detect(ready, {0: "de"})[0]] == [11]


def test_a_table_of_another_pack_works(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "t.tsv").write_text("wrong\tright\tneeds\nraw oil\tcrude oil\tbarrel|price\n", "utf-8")
    (tmp_path / "own" / "r.yaml").write_text(
        "title: T\nmessage: 'write {right}'\nwhy: W\nseverity: error\nstatus: stable\nlang: en\nscope: document\n"
        "match: {kind: phrase, any: t.tsv}\nexamples:\n  bad: ['The <<raw oil>> price.', '<<Raw oil>> barrels.']\n"
        "  good: ['Raw oil.', 'The oil price.', 'Raw price.']\n",
        "utf-8",
    )
    (one,) = packs.load(tmp_path)
    assert found("A barrel of raw oil.", one) == ["raw oil"]
