"""`qualitycheck rules` and `qualitycheck explain`: see, test and begin rules."""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from qualitycheck import examples, packs
from qualitycheck.cli.measure import measure
from qualitycheck.cli.suggest import suggest
from qualitycheck.cli.terminal import color_option
from qualitycheck.errors import ConfigError, InputError, RuleError
from qualitycheck.expressions import loosen, row_of, stands_in
from qualitycheck.keys import EXAMPLE
from qualitycheck.model import Rule
from qualitycheck.text import fold, straighten

_WIDTH = 88
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan", "cue": "bright_black"}
_NEW_RULE = """\
{schema}title: "{title}"
message: "“{{hit}}” ... (say what is wrong and what to write instead)"
why: >-
  Which machine makes this, and why a reader stumbles over it.
severity: warning
status: preview
lang: en
scope: sentence
match:
  kind: phrase
  any:
    - "{phrase}"
examples:
  bad:
{evidence}    - "A sentence of your own with <<{phrase}>> in it."
    - "Another one: <<{phrase}>>."
  good:
    - "An honest sentence that looks like it."
    - "A quotation, a name or a term in which the words are right."
    - "The nastiest look-alike you can think of."
tags: ["family:{family}"]
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def rules() -> None:
    """List, show, test, measure and begin rules."""


rules.add_command(measure)
rules.add_command(suggest)


@rules.command("list")
@click.argument("prefix", default="")
@color_option
def list_rules(prefix: str) -> None:
    """List the built-in rules whose id begins with PREFIX."""
    found = [rule for rule in packs.builtin_rules() if rule.id.startswith(prefix)]
    if not found:
        raise ConfigError(f"no rule begins with {prefix!r}; the packs are {', '.join(_pack_names())}")
    width = max(len(rule.id) for rule in found)
    for rule in found:
        severity = click.style(f"{rule.severity:8}", fg=_COLOURS[rule.severity])
        status = "" if rule.status == "stable" else f" ({rule.status})"
        click.echo(f"{rule.id:{width}}  {severity} {rule.title}{status}")


@rules.command()
@click.argument("rule_id", metavar="RULE")
def show(rule_id: str) -> None:
    """Show the YAML file of RULE, as it stands."""
    file = packs.builtin_file(_rule(rule_id).id)
    click.echo(file.read_text(encoding="utf-8"), nl=False)


@rules.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def test(path: Path | None) -> None:
    """Test the examples of all rules under PATH: a folder of packs, a pack or one file.

    Without PATH, tests the built-in packs. Exits with 2 when anything is wrong, and lists all of it.
    """
    found = packs.load(path if path is not None else packs.rules_folder())
    known: dict[str, Rule] = {}
    with suppress(RuleError):  # another pack that is being worked on is no fault of the rules under PATH
        known = {rule.id: rule for rule in packs.builtin_rules()}
    faults = list(examples.faults(found, known))
    if faults:
        raise RuleError(faults)
    tested = [rule for rule in found if rule.kind not in examples.NEED_A_SERVER]
    count = sum(len(rule.bad) + len(rule.good) + len(rule.misfires) for rule in tested)
    click.echo(f"{_many(len(tested), 'rule')}, {_many(count, 'example')}: all as they should be")
    if len(tested) < len(found):
        click.echo(f"{_many(len(found) - len(tested), 'rule')} not tested: they need a LanguageTool server")


@rules.command()
@click.argument("rule_id", metavar="ID")
@click.option("--from", "evidence", metavar="seeds/FILE:LINE", help="Begin with this line of a seed as evidence.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of packs to put the rule in.  [default: the built-in packs of this checkout, else ./rules]",
)
def new(rule_id: str, evidence: str | None, folder: Path | None) -> None:
    """Begin rule ID (`pack.name`): write a YAML file that loads, to be filled in."""
    parts = rule_id.split(".")
    if len(parts) < 2 or not all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part) for part in parts):
        raise ConfigError(f"{rule_id!r} is no rule id; write pack.name, in lower-case-with-hyphens")
    base = folder or _writable_folder()
    file = base.joinpath(*parts).with_suffix(".yaml")
    if file.exists():
        raise ConfigError(f"{file} exists; choose another id, or edit that file")
    line = _evidence_line(evidence) if evidence else ""
    phrase = " ".join(line.split()[:3]).strip("“”‘’\"'.,") if line else parts[-1].replace("-", " ")
    text = _NEW_RULE.format(
        schema="" if folder else f"# yaml-language-server: $schema={'../' * (len(parts) - 1)}schema.json\n",
        title=parts[-1].replace("-", " ").capitalize(),
        phrase=_quoted(phrase),
        evidence=_evidence_entry(line, phrase, evidence) if evidence else "",
        family=parts[-1],
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    click.echo(f"{file}: fill it in, then run `qualitycheck rules test {file}`")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule_id", metavar="RULE")
@click.argument("text", required=False)
@color_option
def explain(rule_id: str, text: str | None) -> None:
    """Explain RULE: what it finds, why it matters, how it looks, and what it leaves alone.

    With TEXT, a rule with a table of wrong words shows the rows that stand in it.
    """
    rule = _rule(rule_id)
    click.secho(rule.id, bold=True, nl=False)
    click.echo(f"  {click.style(rule.severity, fg=_COLOURS[rule.severity])}, {rule.status}\n{rule.title}\n")
    click.echo(textwrap.fill(rule.why, _WIDTH) + "\n")
    if rule.kind == "wrong-words":
        _rows(rule, text)
    _section("It finds", [_marked(example.text, example.spans) for example in rule.bad])
    _section("It leaves alone", [example.text for example in rule.good])
    _section("It is wrong about", [example.text for example in rule.misfires])
    if rule.fix is not None:
        what = f"“{rule.fix.replacement}” in its place" if rule.fix.replacement else "delete it"
        click.echo(f"Fix: {what}{' (safe)' if rule.fix.safe else ''}\n")
    if rule.measured:
        found = f"{_many(rule.measured['alarms'], 'alarm')} in {rule.measured['words']:,} words of clean text"
        where = f"{', '.join(rule.measured['sets'])}; {rule.measured['date']}"
        click.echo(textwrap.fill(f"Measured: {found} ({where})", _WIDTH) + "\n")
    for reference in rule.references:
        click.echo(f"See {reference}")
    click.echo(f"Rule file: {packs.builtin_file(rule.id)}")


def _rows(rule: Rule, text: str | None) -> None:
    rows = [row_of(line) for line in rule.match["tables"].lines]
    if text is None:
        click.echo(
            f"Its tables have {_many(len(rows), 'row')}; `qualitycheck explain {rule.id} TEXT` shows those in TEXT\n"
        )
        return
    plain, loose = straighten(text), loosen(fold(text))
    _section("Rows in this text", [_shown_row(row) for row in rows if stands_in(row, plain, loose)] or ["none"])


def _shown_row(row: Mapping[str, Any]) -> str:
    company = [f"{key} {' | '.join(row[key])}" for key in ("needs", "unless") if key in row]
    facts = [row["tier"], row["mechanism"], *([f"via {row['via']}"] if "via" in row else ()), *company]
    note = f" ({row['note']})" if "note" in row else ""
    return f"{row['wrong']} -> {row.get('right', '?')}: {'; '.join(facts)}{note}"


def _section(heading: str, texts: Sequence[str]) -> None:
    if texts:
        click.secho(heading, bold=True)
        for text in texts:
            flat = " ⏎ ".join(text.split("\n"))
            click.echo(textwrap.fill(flat, _WIDTH, initial_indent="  ", subsequent_indent="    "))
        click.echo()


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], f"«{text[start:end]}»"]
        at = end
    return "".join(parts) + text[at:]


def _rule(rule_id: str) -> Rule:
    known: Mapping[str, Rule] = {rule.id: rule for rule in packs.builtin_rules()}
    if rule_id in known:
        return known[rule_id]
    close = difflib.get_close_matches(rule_id, known, 1)
    hint = f"did you mean {close[0]}?" if close else "`qualitycheck rules list` lists them"
    raise ConfigError(f"no rule {rule_id!r}; {hint}")


def _pack_names() -> list[str]:
    return list(dict.fromkeys(rule.pack for rule in packs.builtin_rules()))


def _writable_folder() -> Path:
    builtin = packs.rules_folder()
    return builtin if (builtin.parent / "pyproject.toml").is_file() else Path("rules")


def _evidence_line(evidence: str) -> str:
    name, _, number = evidence.rpartition(":")
    file = packs.rules_folder().parent / name
    if not name.startswith("seeds/") or not number.isdigit():
        raise ConfigError(f"--from {evidence!r}: {EXAMPLE['from'].says}; write seeds/FILE:LINE")
    if not file.is_file():
        raise InputError(f"--from: there is no {file}")
    lines = file.read_text(encoding="utf-8").split("\n")
    if not 1 <= int(number) <= len(lines) or not lines[int(number) - 1].strip():
        raise InputError(f"--from: {name} has nothing in line {number}")
    return lines[int(number) - 1]


def _evidence_entry(line: str, phrase: str, evidence: str) -> str:
    marked = line.replace(phrase, f"<<{phrase}>>", 1)
    return f'    - text: "{_quoted(marked)}"\n      from: "{evidence}"\n'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
