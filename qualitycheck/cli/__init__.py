"""The command line. This file knows the names of the commands; each command is imported when it is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from qualitycheck import __version__
from qualitycheck.errors import QualityCheckError

#: Where each command is, and what the list of commands says of it.
COMMANDS = {
    "check": ("qualitycheck.cli.check:check", "Check files and folders."),
    "scan": ("qualitycheck.cli.scan:scan", "Check the records of a corpus."),
    "rules": ("qualitycheck.cli.rules:rules", "List, show, test, measure and begin rules."),
    "explain": ("qualitycheck.cli.rules:explain", "Explain a rule."),
}


class Failure(click.ClickException):
    """An error the user can mend. click's own exit code for these is 1, which here means findings."""

    exit_code = 2


class Commands(click.Group):
    """The group of ``COMMANDS``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QualityCheckError as error:
            raise Failure(str(error)) from error
        except BrokenPipeError:  # before click makes an exit code of 1 of it, which here means findings
            close_output()
            return 0


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Find what machines did to a text: translation damage, injected lines, clickbait.

    \b
      qualitycheck check article.md       check a file
      qualitycheck check docs/            check a folder
      qualitycheck check - < article.txt  check standard input
      qualitycheck explain mt.seam-capital
    """


def main() -> NoReturn:
    """Run the command of ``sys.argv`` and exit: 0, 1 findings, 2 an error the user can mend, 130 interrupted."""
    # The rules are some 100,000 objects that live as long as the process: looking through them again and again while
    # they are made is a tenth of a cold start.
    gc.set_threshold(100_000)
    try:
        code = _run()
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        close_output()
        code = 0
    sys.exit(code)


def close_output() -> None:
    """Send what is still to be written nowhere: whoever read it has gone, and Python would say so at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run() -> int:
    # A terminal that cannot show a character shows "?".
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(prog_name="qualitycheck", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return Failure.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:  # the disk is full, the terminal has gone
        click.echo(f"Error: {error}", err=True)
        return 2
    if patterns := sys.modules.get("qualitycheck.patterns"):  # loaded by what checks texts
        patterns.keep_compiled()
    return code if isinstance(code, int) else 0
