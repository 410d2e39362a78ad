"""qualitycheck finds what machines did to a text.

>>> from qualitycheck import check
>>> check("He resumed work. Leave a Reply").verdict
'pass'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qualitycheck.checker import Checker, Config, check
    from qualitycheck.errors import ConfigError, InputError, QualityCheckError, RuleError
    from qualitycheck.model import Finding, Fix, Metrics, Report, Rule, Skip

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Config",
    "ConfigError",
    "Finding",
    "Fix",
    "InputError",
    "Metrics",
    "QualityCheckError",
    "Report",
    "Rule",
    "RuleError",
    "Skip",
    "check",
]

# The names are imported when first used: whoever only wants the version, or builds the wheel, loads no scanner.
_HOME = {
    **dict.fromkeys(("Checker", "Config", "check"), "qualitycheck.checker"),
    **dict.fromkeys(("ConfigError", "InputError", "QualityCheckError", "RuleError"), "qualitycheck.errors"),
    **dict.fromkeys(("Finding", "Fix", "Metrics", "Report", "Rule", "Skip"), "qualitycheck.model"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
