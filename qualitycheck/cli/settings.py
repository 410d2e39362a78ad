"""The options of every command that checks texts: what the Checker is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from qualitycheck.checker import Config

PROFILES = ("news", "blog", "docs")

_OPTIONS = (
    click.option(
        "--rules", "own_rules", multiple=True, metavar="PATH", help="Also run the rules of this pack of yours."
    ),
    click.option("--preview", is_flag=True, help="Also run rules that are not stable yet."),
    click.option(
        "--profile",
        type=click.Choice(PROFILES),
        default="news",
        show_default=True,
        help="What readability is expected of the texts.",
    ),
    click.option("--languagetool", metavar="URL", help="Also ask this LanguageTool server."),
)


def settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options; their values come as ``own_rules``, ``preview``, ``profile`` and ``languagetool``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def config(own_rules: tuple[str, ...], preview: bool, profile: str, languagetool: str | None) -> Config:
    """The Config that the options ask for. Raises ConfigError and RuleError for packs that cannot be used."""
    from qualitycheck import packs
    from qualitycheck.checker import Config
    from qualitycheck.errors import ConfigError

    if not own_rules:
        return Config(preview=preview, profile=profile, languagetool=languagetool)
    rules = {rule.id: rule for rule in packs.builtin_rules()}
    for path in own_rules:
        for rule in packs.load(path):
            if rule.id in rules:
                raise ConfigError(f"{rule.path}: there is a rule {rule.id} already; give the pack another name")
            rules[rule.id] = rule
    return Config(tuple(rules.values()), preview, profile, languagetool)
