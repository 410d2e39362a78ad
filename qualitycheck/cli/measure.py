"""`qualitycheck rules measure`: how good each rule is on texts whose labels are known."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from qualitycheck import packs
from qualitycheck.corpus.records import numbered_lines
from qualitycheck.errors import ConfigError, InputError
from qualitycheck.evaluation import ALL, LABELS, Tally, evaluate, labelled
from qualitycheck.model import Rule

_MEASURED = re.compile(r"^measured:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)


@click.command()
@click.argument("files", metavar="FILE.jsonl...", nargs=-1, required=True)
@click.option("--label", type=click.Choice(LABELS), help="Label of records that bear none.")
@click.option("--only", default="", metavar="PREFIX", help="Only rules whose id begins so.")
@click.option("--rules", "own", type=click.Path(exists=True), help="Measure this pack instead of the built-in ones.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--write", is_flag=True, help="Write `measured:` into the rule files: alarms, words, files, date.")
@click.option("--max-alarms", type=float, metavar="N", help="Exit with 1 if a stable rule has more per 1,000 words.")
@click.pass_context
def measure(
    ctx: click.Context,
    files: tuple[str, ...],
    label: Any,
    only: str,
    own: str | None,
    as_json: bool,
    write: bool,
    max_alarms: float | None,
) -> None:
    """Measure rules on labelled texts (.jsonl or .jsonl.gz).

    A record is {"text": ..., "label": "clean" or "damaged"}, perhaps with "title", "format", and "defects":
    [[start, end], ...] in code points. Alarms are hits on clean texts; precision is the share of hits that are on a
    defect (or on a damaged text whose defects are not marked), recall the share of those that are found.
    """
    known = packs.load(own) if own else packs.builtin_rules()
    rules = {rule.id: rule for rule in known if rule.id.startswith(only)}
    if not rules:
        raise ConfigError(f"no rule begins with {only!r}")
    tallies = evaluate(rules, labelled(_rows(files), label))
    if as_json:
        click.echo(json.dumps({rule_id: tally.to_dict() for rule_id, tally in tallies.items()}, indent=1))
    else:
        _table(tallies)
    if write:
        for rule in rules.values():
            if rule.id in tallies:
                _write(rule, tallies[rule.id], files, own)
    loud = [
        f"{rule_id}: {tally.alarms} alarms in {tally.clean_words:,} clean words"
        for rule_id, tally in tallies.items()
        if max_alarms is not None and _is_loud(rules.get(rule_id)) and (tally.alarms_per_1000_words or 0) > max_alarms
    ]
    for line in loud:
        click.echo(line, err=True)
    ctx.exit(int(bool(loud)))


def _is_loud(rule: Rule | None) -> bool:
    return rule is not None and rule.status == "stable" and rule.severity in ("error", "warning")


def _rows(files: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for file in files:
        for place, line in numbered_lines(file):
            try:
                yield place, json.loads(line)
            except ValueError as error:
                raise InputError(f"{place}: no JSON: {error}") from error


def _table(tallies: Mapping[str, Tally]) -> None:
    width = max(map(len, tallies))
    click.echo(f"{'rule':{width}} {'hits':>7} {'alarms':>7} {'/1,000 w':>9} {'precision':>9} {'recall':>7}")
    for rule_id, tally in sorted(tallies.items(), key=lambda item: (item[0] == ALL, -item[1].alarms, item[0])):
        rate, precision = _number(tally.alarms_per_1000_words, 3), _number(tally.precision, 2)
        row = f"{rule_id:{width}} {tally.hits:>7,} {tally.alarms:>7,} {rate:>9} {precision:>9}"
        click.echo(f"{row} {_number(tally.recall, 3):>7}")


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _write(rule: Rule, tally: Tally, files: tuple[str, ...], own: str | None) -> None:
    file = Path(rule.path) if own else packs.builtin_file(rule.id)
    names = ", ".join(json.dumps(Path(name).name.partition(".")[0]) for name in files)
    line = (
        f"measured: {{alarms: {tally.alarms}, words: {tally.clean_words}, sets: [{names}],"
        f' date: "{datetime.datetime.now(datetime.UTC).date()}"}}\n'
    )
    text = _MEASURED.sub("", file.read_text(encoding="utf-8"))
    file.write_text(text.rstrip("\n") + "\n" + line, encoding="utf-8")
