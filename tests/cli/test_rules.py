"""`qualitycheck rules` and `explain`, and packs of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qualitycheck import packs
from qualitycheck.cli import cli

EVIDENCE = "seeds/000_9ac6de855d2bcd8b.txt:15"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_list_names_every_rule_with_its_severity() -> None:
    lines = run("rules", "list").output.splitlines()
    assert len(lines) == len(packs.builtin_rules())
    assert any(line.split()[:2] == ["spam.comment-form", "error"] for line in lines)


def test_list_by_prefix_and_a_prefix_that_nothing_has() -> None:
    assert all(line.startswith("clickbait.") for line in run("rules", "list", "clickbait").output.splitlines())
    lost = run("rules", "list", "klickbait")
    assert lost.exit_code == 2
    assert "the packs are clickbait, formulaic" in lost.output


def test_show_prints_the_file() -> None:
    file = packs.rules_folder() / "mt" / "doubled-word.yaml"
    assert run("rules", "show", "mt.doubled-word").output == file.read_text("utf-8")


def test_explain_says_what_why_and_shows_examples() -> None:
    output = run("explain", "mt.have-gerund").output
    for part in ("mt.have-gerund", "«has surpassing»", "It finds", "It leaves alone", "Rule file:"):
        assert part in output


def test_a_mistyped_rule_gets_the_nearest_name() -> None:
    result = run("explain", "mt.have-gerunds")
    assert result.exit_code == 2
    assert "did you mean mt.have-gerund?" in result.output


@pytest.mark.parametrize("rule_id", ["own.my-rule", "own.deep.my-rule", "own.on"])
@pytest.mark.parametrize("evidence", [(), ("--from", EVIDENCE)])
def test_a_new_rule_loads_and_passes_its_examples(tmp_path: Path, rule_id: str, evidence: tuple[str, ...]) -> None:
    made = run("rules", "new", rule_id, "--folder", str(tmp_path), *evidence)
    assert made.exit_code == 0, made.output
    assert [rule.id for rule in packs.load(tmp_path)] == [rule_id]
    tested = run("rules", "test", str(tmp_path))
    assert tested.exit_code == 0, tested.output
    assert "1 rule," in tested.output
    again = run("rules", "new", rule_id, "--folder", str(tmp_path))
    assert again.exit_code == 2
    assert "exists" in again.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("my-rule",), "is no rule id; write pack.name"),
        (("Own.Rule",), "is no rule id"),
        (("own.rule", "--from", "seeds/lost.txt:1"), "there is no"),
        (("own.rule", "--from", "seeds/000_9ac6de855d2bcd8b.txt:999"), "has nothing in line 999"),
        (("own.rule", "--from", "README.md"), "write seeds/FILE:LINE"),
    ],
)
def test_new_says_what_is_wrong(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    result = run("rules", "new", *arguments, "--folder", str(tmp_path))
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())
    assert list(tmp_path.iterdir()) == []


def test_test_lists_all_faults_of_a_pack(tmp_path: Path) -> None:
    run("rules", "new", "own.rule", "--folder", str(tmp_path))
    file = tmp_path / "own" / "rule.yaml"
    file.write_text(file.read_text("utf-8").replace("<<rule>>", "<<rul>>e").replace("An honest", "A rule"), "utf-8")
    result = run("rules", "test", str(tmp_path))
    assert result.exit_code == 2
    assert result.output.count("instead of <<rul>>") == 2
    assert "examples.good[1]: finds <<rule>>" in result.output


def test_a_pack_of_ones_own_runs_beside_the_others(tmp_path: Path) -> None:
    run("rules", "new", "own.zebra", "--folder", str(tmp_path))
    file = tmp_path / "own" / "zebra.yaml"
    file.write_text(file.read_text("utf-8").replace("status: preview", "status: stable"), "utf-8")
    text = tmp_path / "a.txt"
    text.write_text("The zebra saw the the lion.\n", "utf-8")
    assert run("check", "--format", "concise", str(text)).output.count("zebra]") == 0
    output = run("check", "--format", "concise", "--rules", str(tmp_path / "own"), str(text)).output
    assert "[own.zebra]" in output
    assert "[mt.doubled-word]" in output
    clash = run("check", "--rules", str(packs.rules_folder() / "mt"), str(text))
    assert clash.exit_code == 2
    assert "there is a rule mt." in clash.output


def test_settings_of_the_command_line_are_those_of_the_library() -> None:
    from qualitycheck.cli.settings import PROFILES
    from qualitycheck.score import PROFILES as KNOWN

    assert set(PROFILES) == set(KNOWN)


def test_a_languagetool_that_is_not_there_is_a_skip(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("All is well.\n", "utf-8")
    result = run("check", "--languagetool", "http://127.0.0.1:9", "--format", "jsonl", str(text))
    assert result.exit_code == 0
    assert '"what":"languagetool"' in result.output.replace(" ", "")


def test_explain_shows_the_rows_of_a_text() -> None:
    output = run("explain", "mt.wrong-words.politics", "It was in the Oval Workplace.").output
    assert "oval workplace -> Oval Office: certain; thesaurus; via spin" in output
    assert "Rows in this text\n  none" in run("explain", "mt.wrong-words.politics", "It was in the office.").output
    assert "`qualitycheck explain mt.wrong-words.politics TEXT`" in run("explain", "mt.wrong-words.politics").output


def test_suggest_proposes_rows_from_two_texts(tmp_path: Path) -> None:
    original, rewrite = tmp_path / "original.txt", tmp_path / "rewrite.md"
    original.write_text("The union leader took the silver tray.", "utf-8")
    rewrite.write_text("The union boss took the *silver* salver.", "utf-8")
    result = run("rules", "suggest", str(original), str(rewrite))
    assert result.exit_code == 0
    header, *rows = result.stdout.splitlines()
    assert header == "wrong\tright\tvia\tmechanism\ttier\tneeds\tunless\tnote"
    assert rows == [
        "silver salver\tsilver tray\t\t\tlikely\t\t\tseen 1",
        "union boss\tunion leader\t\t\tlikely\t\t\tseen 1",
    ]
    assert "2 rows proposed" in result.stderr


def test_suggest_reads_pairs_and_counts(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"original": "a silver tray", "rewrite": "a silver salver"}\n' * 3, "utf-8")
    assert (
        "silver salver\tsilver tray\t\t\tlikely\t\t\tseen 3"
        in run("rules", "suggest", str(pairs), "--least", "3").stdout
    )
    assert "silver salver" not in run("rules", "suggest", str(pairs), "--least", "4").stdout


def test_suggest_says_what_is_wrong_with_its_input(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"original": "a"}\n', "utf-8")
    assert f'{pairs}:1: is no pair; write {{"original"' in run("rules", "suggest", str(pairs)).output
    assert "name ORIGINAL and REWRITE" in run("rules", "suggest", str(tmp_path / "one.txt")).output
    assert "name one ORIGINAL" in run("rules", "suggest", "a", "b", "c").output
    assert "no such file" in run("rules", "suggest", str(tmp_path / "a"), str(tmp_path / "b")).output
