"""`qualitycheck scan`: records in, reports out."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

import click

from qualitycheck.cli.settings import config, settings
from qualitycheck.cli.terminal import is_terminal
from qualitycheck.corpus.records import Fields, numbered_lines
from qualitycheck.corpus.runner import run
from qualitycheck.errors import InputError
from qualitycheck.readers import READERS

# What is opened already, perhaps a file, and is not to be replaced.
_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")
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

    Until the scan is complete, OUT.jsonl is as it was and the finished reports are in OUT.jsonl.part.
    """
    _look_at(inputs, output)
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
            if is_terminal(sys.stderr) and time.monotonic() - shown > _REPORT_EVERY:
                shown = time.monotonic()
                click.echo(f"\r{verdicts.total() + unusable:,} records", err=True, nl=False)
        out.flush()
    if is_terminal(sys.stderr):
        click.echo("\r\033[K", err=True, nl=False)
    for fault in faults:
        click.echo(fault, err=True)
    if unusable > len(faults):
        click.echo(f"... and {unusable - len(faults):,} more records that could not be checked", err=True)
    seconds = time.monotonic() - began
    counts = ", ".join(f"{verdicts[verdict]:,} {verdict}" for verdict in ("pass", "review", "reject"))
    click.echo(f"{verdicts.total():,} records in {seconds:.1f} s: {counts}", err=True)
    if unusable:
        sys.exit(2)


def _look_at(inputs: tuple[str, ...], output: str) -> None:
    """Raises InputError for what would else come out only when the inputs before it are done."""
    for path in inputs:
        if path == "-":
            continue
        try:
            Path(path).stat()
        except OSError as error:
            raise InputError(f"{path}: cannot be read: {error.strerror}") from error
        for file in (Path(output), _part(output)):
            if output != "-" and file.is_file() and file.samefile(path):
                raise InputError(f"{file}: is also an input; name another file with -o")


def _part(output: str) -> Path:
    # Beside what a link leads to, so that it can take its place.
    return Path(os.path.realpath(output) + ".part")


@contextmanager
def _writer(output: str) -> Iterator[BinaryIO]:
    """Where reports go: OUT.part, which becomes OUT when all has gone well, or what is no regular file as it stands."""
    if output == "-":
        if sys.stdout is None:
            raise InputError("standard output is closed")
        yield sys.stdout.buffer
        return
    target = Path(os.path.realpath(output))
    if output.startswith(_STREAMS) or (target.exists() and not target.is_file()):
        with _opened(Path(output), output, "ab") as out:  # a stream may be a file that the shell adds to
            yield out
        return
    part = _part(output)
    out = _opened(part, output, "wb")
    try:
        with out:
            if target.exists():
                shutil.copymode(target, part)
            yield out
        part.replace(target)
    except BaseException:
        if part.stat().st_size:
            click.echo(f"{part}: holds the reports that were finished", err=True)
        else:
            part.unlink()
        raise


def _opened(path: Path, output: str, mode: Literal["ab", "wb"]) -> BinaryIO:
    try:
        return path.open(mode)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from error
