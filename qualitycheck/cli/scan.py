"""`qualitycheck scan`: records in, reports out."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from qualitycheck.cli.settings import config, settings
from qualitycheck.corpus.records import Fields, numbered_lines
from qualitycheck.corpus.runner import run
from qualitycheck.errors import InputError
from qualitycheck.readers import READERS

_FAULTS_SHOWN = 20
_REPORT_EVERY = 0.5  # seconds between two updates of the progress line


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", metavar="FILE.jsonl...", nargs=-1, required=True)
@click.option("-o", "--output", default="-", metavar="OUT.jsonl", help="Where reports go.  [default: standard output]")
@click.option("--text-field", default="text", show_default=True, help="The field that holds the text.")
@click.option("--title-field", help="The field that holds a headline given apart from the text.")
@click.option("--name-field", help="The field that names the record.  [default: FILE:LINE]")
@click.option("--input-format", type=click.Choice(list(READERS)), default="plain", show_default=True)
@click.option("--lang", default="auto", show_default=True, help="Language tag of the texts.")
@settings
@click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes.  [default: one a processor]"
)
def scan(
    inputs: tuple[str, ...],
    output: str,
    text_field: str,
    title_field: str | None,
    name_field: str | None,
    input_format: str,
    lang: str,
    own_rules: tuple[str, ...],
    preview: bool,
    profile: str,
    languagetool: str | None,
    jobs: int,
) -> None:
    """Check every record of JSON Lines files (.jsonl, .jsonl.gz, or - for standard input).

    Writes one report a record, in order: line N of the output is record N of the input. A record that cannot be used
    gives a line with `error`, is named on standard error, and makes the exit code 2; the others are checked.
    """
    if output != "-" and any(path != "-" and _same_file(path, output) for path in inputs):
        raise InputError(f"{output}: is also an input; name another file with -o")
    made = config(own_rules, preview, profile, languagetool)
    fields = Fields(text_field, title_field, name_field)
    verdicts: Counter[str] = Counter()
    faults: list[str] = []
    unusable = 0
    began = shown = time.monotonic()
    with _writer(output) as out:
        lines = (line for path in inputs for line in numbered_lines(path))
        for batch in run(lines, fields=fields, format=input_format, lang=lang, jobs=jobs, config=made):
            out.write(batch.lines)
            verdicts += batch.verdicts
            unusable += len(batch.faults)
            faults += batch.faults[: _FAULTS_SHOWN - len(faults)]
            if sys.stderr.isatty() and time.monotonic() - shown > _REPORT_EVERY:
                shown = time.monotonic()
                click.echo(f"\r{verdicts.total() + unusable:,} records", err=True, nl=False)
        out.flush()
    if sys.stderr.isatty():
        click.echo("\r\033[K", err=True, nl=False)
    for fault in faults:
        click.echo(fault, err=True)
    if unusable > len(faults):
        click.echo(f"... and {unusable - len(faults):,} more records without a usable text", err=True)
    seconds = time.monotonic() - began
    counts = ", ".join(f"{verdicts[verdict]:,} {verdict}" for verdict in ("pass", "review", "reject"))
    click.echo(f"{verdicts.total():,} records in {seconds:.1f} s: {counts}", err=True)
    if unusable:
        sys.exit(2)


def _same_file(path: str, output: str) -> bool:
    return Path(output).exists() and Path(path).exists() and Path(path).samefile(output)


def _writer(output: str) -> AbstractContextManager[BinaryIO]:
    if output == "-":
        return nullcontext(sys.stdout.buffer)
    try:
        return Path(output).open("wb")
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from error
