"""`qualitycheck rules suggest`: rows for the tables of wrong words, from what a machine made of a text."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from qualitycheck import packs
from qualitycheck.cli.files import read_bytes
from qualitycheck.corpus.records import numbered_lines
from qualitycheck.errors import InputError
from qualitycheck.expressions import forms, row_of
from qualitycheck.readers import decode, format_of, read
from qualitycheck.suggestion import suggest as suggested


@click.command()
@click.argument("files", metavar="ORIGINAL REWRITE | PAIRS.jsonl", nargs=-1, required=True)
@click.option("--least", type=click.IntRange(1), default=1, show_default=True, help="Only what was seen so often.")
def suggest(files: tuple[str, ...], least: int) -> None:
    """Propose rows for a table of wrong words, from texts and what a machine made of them.

    Takes two text files, or one of JSON lines (.jsonl or .jsonl.gz) with "original" and "rewrite". Writes a table in
    the format of rules/mt/wrong-words, the commonest first, how often in the last column. A row is a proposal: keep
    it only if no honest writer would print its wrong side, and fill in `via`, `mechanism` and `tier`.
    """
    if len(files) > 2:
        raise click.UsageError("name one ORIGINAL and one REWRITE, or one .jsonl file with pairs")
    pairs = _pairs(files[0]) if len(files) == 1 else [(_prose(files[0]), _prose(files[1]))]
    lines = {
        line for rule in packs.builtin_rules() if rule.kind == "wrong-words" for line in rule.match["tables"].lines
    }
    known = {" ".join(form.wrong) for line in lines for form in forms(row_of(line))}
    rows = [row for row in suggested(pairs) if row.seen >= least and row.wrong not in known]
    click.echo("\t".join(packs.WRONG_WORDS_COLUMNS))
    for row in rows:
        click.echo("\t".join((row.wrong, row.right, "", "", "likely", "", "", f"seen {row.seen}")))
    click.echo(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'} proposed; judge each (CONTRIBUTING.md)", err=True)


def _prose(path: str) -> str:
    try:
        decoded = decode(read_bytes(path))
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    if decoded is None:
        raise InputError(f"{path}: is binary; name a text file")
    return read(decoded[0], name=path, format=format_of(path) or "plain").prose


def _pairs(path: str) -> Iterator[tuple[str, str]]:
    if not path.endswith((".jsonl", ".jsonl.gz")):
        raise click.UsageError(f"{path}: one file alone must be .jsonl or .jsonl.gz; name ORIGINAL and REWRITE")
    for place, line in numbered_lines(path):
        try:
            record = json.loads(line)
            original, rewrite = record["original"], record["rewrite"]
        except (ValueError, KeyError, TypeError):
            original = rewrite = None
        if not isinstance(original, str) or not isinstance(rewrite, str):
            what = 'is no pair; write {"original": "...", "rewrite": "..."}, one on a line'
            raise InputError(f"{place}: {what}")
        yield original, rewrite
