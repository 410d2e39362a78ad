"""Loading rules: every fault at its line, all faults at once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qualitycheck import packs
from qualitycheck.errors import ConfigError, RuleError
from qualitycheck.scanners import KINDS

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


PHRASE = 'kind: phrase\n  any: ["raw oil"]'
REGEX = GOOD.replace(PHRASE, "kind: regex\n  pattern: '(?<hit>raw (?<what>oil))'\n  anchors: [raw oil]")


def write(file: Path, text: str = GOOD) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def ids(path: Path) -> list[str]:
    return [rule.id for rule in packs.load(path)]


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
        (("{hit} is", "{Hit} is"), "2: message: nothing fills {Hit}; the places are `{hit}`, `{right}`, `{note}`"),
        (("{hit} is", "{} is"), "2: message: nothing fills {}; the places are"),
        (("tags:", 'fix: {replace: "{hit}"}\ntags:'), "14: fix.replace: nothing fills {hit}; the places are `{right}`"),
        (("title: A test", "title: 2024-13-45"), "1: title: `2024-13-45` cannot be read; put it in quotes"),
        (("title: A test", 'title: "\\ud800"'), "1: title: `\\ud800` cannot be read"),
        (("title: A test", "title: !!int abc"), "1: YAML tags are not read; write the value without it"),
        (("why: Because.", "why: &a Because."), "3: YAML aliases are not read; write the value out"),
        (("kind: phrase", "kind: [a]"), "9: match.kind: `['a']` is no kind of rule; write one of phrase, regex"),
        (("kind: phrase", "kind: infix"), "10: match.any: an entry has no `right`; name a .tsv file"),
        ((PHRASE, "kind: metric\n  name: to_dict"), "10: match.name: `to_dict` is not known"),
        ((PHRASE, "kind: metric\n  name: words\n  above: .inf"), "11: match.above: `inf` is no"),
        ((PHRASE, "kind: evidence\n  fitted: no\n  weights: {a.b: c}"), "11: match.weights: `{"),
        (("lang: en", "lang: de"), "6: lang: `de` is not known; write one of en, any"),
        (("tags:", "measured: {alarms: 1, words: 2, on: [a], date: 2024-05-01}\ntags:"), "14: measured.date: `2024"),
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


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("anchors:", "timeout: 0\n  anchors:"), "11: match.timeout: `0` is no number above 0"),
        (("anchors:", "timeout: -1\n  anchors:"), "11: match.timeout: `-1` is no number above 0"),
        (
            ("anchors:", "classes: {lost: noun}\n  anchors:"),
            "11: match.classes.lost: the pattern has no such group; its",
        ),
        (("anchors:", "classes: {what: [noun]}\n  anchors:"), "11: match.classes.what: `['noun']` is no word class"),
        (("(?<what>oil)", "(?V0V1)oil"), "10: match.pattern: no regular expression: VERSION0"),
        (("{hit} is", "{where} is"), "2: message: nothing fills {where}; the places are `{hit}`, `{what}`"),
        (
            ("tags:", 'fix: {replace: "{where}"}\ntags:'),
            "15: fix.replace: nothing fills {where}; the places are `{hit}`",
        ),
    ],
)
def test_a_fault_of_a_pattern(tmp_path: Path, change: tuple[str, str], expected: str) -> None:
    assert change[0] in REGEX
    found = faults_of(tmp_path, REGEX.replace(*change, 1))
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_the_groups_of_a_pattern_fill_places(tmp_path: Path) -> None:
    text = REGEX.replace("{hit} is", "{hit}, {what} is") + 'fix: {replace: "crude {what}"}\n'
    write(tmp_path / "own" / "rule.yaml", text)
    assert ids(tmp_path) == ["own.rule"]


def test_the_guide_names_the_places_of_each_kind() -> None:
    guide = (packs.rules_folder() / "README.md").read_text(encoding="utf-8")
    for name, kind in KINDS.items():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", guide, re.MULTILINE)
        assert set(re.findall(r"\{(\w+)\}", row)) == set(kind.places)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "~\n"])
def test_an_empty_file_is_no_rule(tmp_path: Path, text: str) -> None:
    (fault,) = faults_of(tmp_path, text)
    assert fault.startswith("1: the file is empty; write `title:`")


def test_a_list_is_no_rule(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "- a\n- b\n")
    assert "the file is no mapping" in fault


def test_an_alias_bomb_is_refused_where_it_begins(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30))]
    (fault,) = faults_of(tmp_path, "title: A test\n" + "\n".join(lines) + "\n")
    assert fault.startswith("2: YAML aliases are not read; write the value out")


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


def test_folders_above_may_begin_with_a_dot_those_below_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "rules"
    write(folder / "own" / "rule.yaml")
    write(folder / ".hidden" / "rule.yaml")
    write(folder / "own" / ".rule.yaml")
    assert ids(folder) == ids(folder / "own") == ["own.rule"]


def test_a_relative_path_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "new" / "rules" / "own" / "rule.yaml")
    (tmp_path / "old").mkdir()
    monkeypatch.chdir(tmp_path / "old")
    assert ids(Path("../new/rules/own")) == ids(Path("../new/rules")) == ["own.rule"]
    monkeypatch.chdir(tmp_path / "new" / "rules" / "own")
    assert ids(Path()) == ids(Path("rule.yaml")) == ["own.rule"]


def test_ids_do_not_hang_on_what_is_named_where_a_schema_marks_the_folder_of_packs(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    write(rules / "own" / "rule.yaml")
    deep = write(rules / "own" / "deep" / "rule.yaml")
    shutil.copy(packs.rules_folder() / "schema.json", rules)
    (tmp_path / "schema.json").write_text('{"title": "Another project\'s"}', encoding="utf-8")
    assert ids(rules) == ids(rules / "own") == ["own.deep.rule", "own.rule"]
    assert ids(rules / "own" / "deep") == ids(deep) == ["own.deep.rule"]


def test_built_in_rules_have_their_ids_however_they_are_named() -> None:
    rules = packs.rules_folder()
    for file in (rules / "mt" / "wrong-words").glob("*.yaml"):
        assert ids(file) == [f"mt.wrong-words.{file.stem}"]
    assert ids(rules / "mt" / "wrong-words") == [name for name in ids(rules) if name.startswith("mt.wrong-words.")]


@pytest.mark.parametrize("marked", [False, True])
def test_a_rule_beside_the_packs_is_in_none_and_changes_no_id(tmp_path: Path, marked: bool) -> None:
    write(tmp_path / "own" / "rule.yaml", "why: lost\n")
    stray = write(tmp_path / "stray.yaml")
    if marked:
        shutil.copy(packs.rules_folder() / "schema.json", tmp_path)
    with pytest.raises(RuleError) as caught:
        packs.load(tmp_path)
    assert [fault.what for fault in caught.value.faults if Path(fault.path).name == stray.name] == ["is in no pack"]
    stray.unlink()
    write(tmp_path / "own" / "rule.yaml")
    assert ids(tmp_path) == ["own.rule"]


@pytest.mark.parametrize("name", ["rule.yml", "rule.YAML"])
def test_a_file_that_looks_like_a_rule_is_not_passed_over(tmp_path: Path, name: str) -> None:
    file = write(tmp_path / "own" / name)
    for path in (tmp_path, file):
        with pytest.raises(RuleError, match=r"is no \.yaml file; name it rule\.yaml"):
            packs.load(path)


def test_a_dot_in_a_name_is_no_folder(tmp_path: Path) -> None:
    write(tmp_path / "own" / "a.b.yaml")
    with pytest.raises(RuleError, match=r"'a\.b' is no part of a rule id"):
        packs.load(tmp_path)


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
    for broken in ("{", "{}", "[]", '[{"a": 1}]', '{"format": 1, "rules": []}', '{"format": 1, "rules": [{"a": 1}]}'):
        cache.write_text(broken, encoding="utf-8")
        assert packs.builtin_rules() == whole
        assert cache.stat().st_size > 10_000  # mended
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))  # a file where a folder should be
    assert packs.builtin_rules() == whole


def test_old_caches_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "qualitycheck"
    for age in range(1, 10):
        old = write(folder / f"rules-{age}.json", "{}")
        os.utime(old, (10_000 - age, 10_000 - age))
    write(folder / "other.json", "{}")
    packs.builtin_rules()
    left = sorted(file.name for file in folder.iterdir() if len(file.name) < 20)
    assert left == ["other.json", "rules-1.json", "rules-2.json", "rules-3.json", "rules-4.json"]


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", lost)
    assert packs.builtin_rules() == packs.load(packs.rules_folder())


def test_a_start_that_finds_its_cache_loads_nothing_to_write_one() -> None:
    packs.builtin_rules()
    code = "import sys; from qualitycheck import packs; packs.builtin_rules(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "qualitycheck.packs" in loaded
    assert not {"tempfile", "difflib", "yaml"} & set(loaded)


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
