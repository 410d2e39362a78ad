"""``qualitycheck check``: findings in files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from qualitycheck.cli import close_output
from qualitycheck.cli.settings import config, settings
from qualitycheck.cli.terminal import color_option, is_terminal

if TYPE_CHECKING:
    from qualitycheck.checker import Checker
    from qualitycheck.errors import InputError
    from qualitycheck.model import Report

OUTPUT_FORMATS = ("full", "concise", "json", "jsonl")
INPUT_FORMATS = ("plain", "markdown", "html")
_SEVERITIES = ("error", "warning", "info")

# From this many files on, a person who sees nothing wonders.
_LONG_WORK = 20


class _OutputFormat(click.Choice[str]):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in INPUT_FORMATS:
            self.fail(f"{value!r} is a format of input: write --input-format {value}", param, ctx)
        return super().convert(value, param, ctx)


@click.command(short_help="Check files and folders.")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "output_format",
    type=_OutputFormat(OUTPUT_FORMATS),
    help="How to write the report. [default: full on a terminal, else concise]",
)
@click.option(
    "--input-format", type=click.Choice(INPUT_FORMATS), help="What the files are, whatever their suffixes say."
)
@click.option("--stdin-filename", metavar="NAME", help="Name of standard input; its suffix tells the format.")
@click.option("--lang", default="auto", show_default=True, metavar="TAG", help="Language of the texts.")
@click.option(
    "--min-severity",
    type=click.Choice(_SEVERITIES),
    default="info",
    show_default=True,
    help="Leave out findings below this.",
)
@click.option(
    "--fail-on",
    type=click.Choice((*_SEVERITIES, "never")),
    default="warning",
    show_default=True,
    help="Exit with 1 if a finding is shown that is this severe.",
)
@settings
@color_option
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    output_format: str | None,
    input_format: str | None,
    stdin_filename: str | None,
    lang: str,
    min_severity: str,
    fail_on: str,
    own_rules: tuple[str, ...],
    preview: bool,
    profile: str,
    languagetool: str | None,
) -> None:
    """Check files, folders and standard input (-).

    A folder stands for the files in it whose suffix says that they are text; files that git ignores, hidden folders,
    node_modules and virtual environments are left out. A file without a known suffix is read as plain text.

    Exit code: 0 nothing found, 1 findings at or above --fail-on, 2 a file or an option that cannot be used (all other
    files are still checked), 130 interrupted.
    """
    from qualitycheck.checker import Checker
    from qualitycheck.cli.files import STDIN, find
    from qualitycheck.errors import InputError
    from qualitycheck.render import RENDERERS, Look

    if stdin_filename is not None and not paths:
        paths = (STDIN,)
    if not paths:
        raise click.UsageError("Nothing to check: name files or folders, or - for standard input.", ctx)

    if output_format is None:
        output_format = "full" if is_terminal(sys.stdout) else "concise"
    if output_format in ("json", "jsonl") and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the terminal speaks
    look = Look(color=bool(ctx.color), width=_width())
    shown = _SEVERITIES[: _SEVERITIES.index(min_severity) + 1]
    failing = () if fail_on == "never" else _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]

    errors: list[InputError] = []
    found = False
    files = list(find(paths, errors.append))
    checker = Checker(config(own_rules, preview, profile, languagetool))

    def documents() -> Iterator[tuple[Report, str]]:
        nonlocal found
        for path in _watched(files):
            name = click.format_filename(path)
            if path == STDIN:
                name = stdin_filename or "<stdin>"
            try:
                report, text = _check(checker, path, name, input_format, lang)
            except InputError as error:
                errors.append(InputError(f"{name}: {error}"))
                continue
            report = replace(report, findings=tuple(f for f in report.findings if f.severity in shown))
            found = found or any(finding.severity in failing for finding in report.findings)
            yield report, text

    try:
        for piece in RENDERERS[output_format](documents(), checker.rules, look):
            click.echo(piece, nl=False)
    except BrokenPipeError:
        close_output()
    if not files and not errors:
        click.echo("Note: no file of a known suffix there.", err=True)
    for error in errors:
        click.echo(f"Error: {error}", err=True)
    ctx.exit(2 if errors else int(found))


def _check(checker: Checker, path: str, name: str, input_format: str | None, lang: str) -> tuple[Report, str]:
    """The report of one file, and its text. Raises InputError."""
    from qualitycheck.cli.files import read_bytes
    from qualitycheck.model import Skip
    from qualitycheck.readers import decode, format_of

    data = read_bytes(path)
    decoded = decode(data)
    if decoded is None:
        return replace(checker.check("", name=name), skipped=(Skip("file", "binary, not text"),)), ""
    text, skipped = decoded
    report = checker.check(text, format=input_format or format_of(name) or "plain", lang=lang, name=name)
    return replace(report, skipped=(*skipped, *report.skipped)), text


def _watched(paths: Sequence[str]) -> Iterable[str]:
    """``paths``, with a bar on standard error where nothing else shows a person that work goes on."""
    if len(paths) < _LONG_WORK or not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, "checking", console=Console(stderr=True), transient=True)


def _width() -> int:
    """Cells of a line: those of the terminal, but no more than are pleasant to read and no less than can be used."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        columns = 0
    return max(72, min(columns or 100, 100))
