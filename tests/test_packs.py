"""Loading rules: every fault at its line, all faults at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qualitycheck import packs
from qualitycheck.errors import ConfigError, RuleError

GOOD = """\
title: A test
message: "{hit} is wrong"
why: Because.
severity: warning
status: stable
lang: en
scope: document
match:
  kind: phrase
  any: ["raw oil"]
examples:
  bad: ["Much <<raw oil>>.", "<<Raw oil>> is dear."]
  good: ["Raw oils.", "Oil, raw.", "The raw oilcloth."]
tags: ["family:test"]
"""


def faults_of(tmp_path: Path, text: str, **files: str) -> list[str]:
    pack = tmp_path / "own"
    pack.mkdir()
    (pack / "rule.yaml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (pack / name.replace("_", ".")).write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        packs.load(tmp_path)
    return [str(fault).removeprefix(f"{pack / 'rule.yaml'}:") for fault in caught.value.faults]


def test_a_good_rule_loads_with_its_id_from_its_path(tmp_path: Path) -> None:
    (tmp_path / "own" / "deep").mkdir(parents=True)
    (tmp_path / "own" / "deep" / "rule.yaml").write_text(GOOD, encoding="utf-8")
    (rule,) = packs.load(tmp_path)
    assert (rule.id, rule.pack, rule.family, rule.kind) == ("own.deep.rule", "own", "test", "phrase")
    assert rule.bad[1].text == "Raw oil is dear."
    assert rule.bad[1].spans == ((0, 7),)
    assert rule.bad[1].line == 12


def test_a_pack_folder_and_a_single_file_give_the_same_id(tmp_path: Path) -> None:
    pack = tmp_path / "own"
    pack.mkdir()
    (pack / "rule.yaml").write_text(GOOD, encoding="utf-8")
    assert {packs.load(path)[0].id for path in (tmp_path, pack, pack / "rule.yaml")} == {"own.rule"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("title: A test", "titel: A test"), "1: titel: no such key; did you mean `title`?"),
        (("why: Because.", "why: no"), "3: why: `False` is no text; put it in quotes"),
        (("why: Because.\n", "why: Because.\nwhy: Again.\n"), "4: why: stands here twice; keep one of the two"),
        (("severity: warning", "severity: warnin"), "4: severity: `warnin` is not known; did you mean `warning`?"),
        (("kind: phrase", "kind: phrases"), "9: match.kind: `phrases` is no kind of rule; did you mean `phrase`?"),
        (("  any:", "  near: {any: [a], within: far}\n  any:"), "10: match.near.within: 'far' is no distance; write"),
        (("  any:", "  ani:"), "10: match.ani: no such key; did you mean `any`?"),
        (("kind: phrase\n  any: [", "kind: regex\n  pattern: 'a(b'\n  anchors: ["), "10: match.pattern: no regular"),
        (("kind: phrase\n  any: [\"raw oil\"]", "kind: regex\n  pattern: 'raw oil'"), "8: match: `anchors` is missing"),
        (("<<Raw oil>>", "<<Raw oil"), "12: examples.bad[2]: `<<` and `>>` do not pair"),
        (("Raw oils.", "<<Raw>> oils."), "13: examples.good[1]: marked; a good example is silent"),
        (("\"Much <<raw oil>>.\"", "\"Much raw oil.\""), "12: examples.bad[1]: not marked"),
        (("\"Oil, raw.\", ", ""), "13: examples.good: too few; write a list of at least 3"),
        (("any: [\"raw oil\"]", "any: lost.tsv"), "10: match.any: 'lost.tsv' is no .tsv file beside the rule"),
        (("{hit} is", "{Hit} is"), "2: message: {Hit} is no place to fill; write `{hit}`"),
        (("title: A test", "title: [A, test"), "1: not YAML"),
    ],
)  # fmt: skip
def test_a_fault_says_where_what_and_what_instead(tmp_path: Path, change: tuple[str, str], expected: str) -> None:
    assert change[0] in GOOD
    found = faults_of(tmp_path, GOOD.replace(*change, 1))
    if expected == "1: not YAML":
        assert len(found) == 1
        assert "not YAML" in found[0]
    else:
        assert [fault for fault in found if fault.startswith(expected)], found


def test_a_file_that_is_not_yaml_at_all(tmp_path: Path) -> None:
    assert "not YAML" in faults_of(tmp_path, "\tnot: [yaml")[0]


def test_an_empty_file_and_a_list_are_no_rules(tmp_path: Path) -> None:
    assert "the file is no mapping" in faults_of(tmp_path, "- a\n- b\n")[0]


def test_evidence_must_be_in_its_line(tmp_path: Path) -> None:
    bad = '{text: "<<raw oil>>", from: "seeds/000_9ac6de855d2bcd8b.txt:1"}'
    found = faults_of(tmp_path, GOOD.replace('"Much <<raw oil>>."', bad))
    assert found == ["12: examples.bad[1].from: line 1 does not say that; quote the line exactly, or drop `from`"]


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    pack = tmp_path / "own"
    pack.mkdir()
    for name in ("one", "two"):
        (pack / f"{name}.yaml").write_text(GOOD.replace("title", "titel").replace("lang: en", "lang: no"), "utf-8")
    with pytest.raises(RuleError) as caught:
        packs.load(tmp_path)
    assert [(Path(fault.path).name, fault.line) for fault in caught.value.faults] == [
        ("one.yaml", 1), ("one.yaml", 1), ("one.yaml", 6), ("two.yaml", 1), ("two.yaml", 1), ("two.yaml", 6),
    ]  # fmt: skip


def test_a_table_says_which_row_is_wrong(tmp_path: Path) -> None:
    text = GOOD.replace('["raw oil"]', "rows.tsv")
    table = "wrong\tright\nraw oil\tcrude oil\nraw oil\tcrude\n\tempty\na\tb\tc\n"
    found = faults_of(tmp_path, text, rows_tsv=table)
    assert [fault.partition("rows.tsv:")[2].split(";")[0] for fault in found] == [
        "3: wrong: 'raw oil' stands in line 2 too", "4: wrong: is empty", "5: 3 cells",
    ]  # fmt: skip


def test_an_empty_folder_and_a_missing_one_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"holds no \.yaml file"):
        packs.load(tmp_path)
    with pytest.raises(ConfigError, match="is no file or folder"):
        packs.load(tmp_path / "lost")


def test_the_compiled_form_gives_the_same_rules() -> None:
    folder = packs.rules_folder()
    assert packs._read_compiled(packs.compile_rules(folder)) == packs.load(folder)


def test_an_edit_to_a_rule_is_seen_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(packs.rules_folder(), rules)
    monkeypatch.setattr(packs, "rules_folder", lambda: rules)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = {rule.id: rule.title for rule in packs.builtin_rules()}
    file = rules / "mt" / "doubled-word.yaml"
    file.write_text(file.read_text("utf-8").replace("title: The same word twice", "title: Edited"), "utf-8")
    after = {rule.id: rule.title for rule in packs.builtin_rules()}
    assert after == before | {"mt.doubled-word": "Edited"}


def test_a_broken_or_read_only_cache_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    whole = packs.builtin_rules()
    (cache,) = (tmp_path / "qualitycheck").iterdir()
    cache.write_text("{", encoding="utf-8")
    assert packs.builtin_rules() == whole
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))  # a file where a folder should be
    assert packs.builtin_rules() == whole


@pytest.mark.parametrize(
    ("marked", "plain", "spans"),
    [
        ("none", "none", ()),
        ("<<a>> b", "a b", ((0, 1),)),
        ("é <<b>> <<c>>", "é b c", ((2, 3), (4, 5))),
        ("<<a", "<<a", None),
        ("a>> <<", "a>> <<", None),
        ("<<a <<b>>>>", "<<a <<b>>>>", None),
    ],
)
def test_unmark(marked: str, plain: str, spans: tuple[tuple[int, int], ...] | None) -> None:
    assert packs.unmark(marked) == (plain, spans)
