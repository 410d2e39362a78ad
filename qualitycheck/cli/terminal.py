"""What the terminal is, and what the user wants of it: the one decision about colour, for all commands."""

from __future__ import annotations

import os
import sys
from typing import Any

import click


def is_terminal(stream: Any) -> bool:
    """Whether a person looks at ``stream``; a closed stream is None."""
    return stream is not None and stream.isatty()


def wants_color(choice: str = "auto") -> bool:
    """Whether standard output gets colour: ``always`` and ``never`` say so, ``auto`` asks the environment.

    NO_COLOR (no-color.org) is stronger than FORCE_COLOR, and that than what standard output is.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def _decide(ctx: click.Context, param: click.Parameter, value: str) -> bool:  # noqa: ARG001
    ctx.color = wants_color(value)  # click takes the colour out of what is written where this is False
    return ctx.color


#: The option ``--color``. It decides for all that its command writes with click, and is in the context as ``color``.
color_option = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    expose_value=False,
    callback=_decide,
    help="Color what is written; auto: on a terminal, unless NO_COLOR is set.",
)
