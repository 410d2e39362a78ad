"""What a user can do wrong. Text is never wrong: no error here is ever raised because of what a document says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class QualityCheckError(Exception):
    """Base of all errors that the package raises on purpose. Its text is meant for the user as it stands."""


class ConfigError(QualityCheckError):
    """A setting or an argument that cannot be used."""


class InputError(QualityCheckError):
    """A file that is missing or cannot be read, or a record without the field that was asked for."""


class Fault(NamedTuple):
    """One thing wrong in a rule file: ``path:line: key: what; what to write instead``. ``line`` is 1-based."""

    path: str
    line: int
    key: str
    what: str
    instead: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " + (f"{self.key}: " if self.key else "")
        return where + self.what + (f"; {self.instead}" if self.instead else "")


class RuleError(QualityCheckError):
    """Rule files that cannot be used. ``faults`` holds every fault of every file."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type[RuleError], tuple[tuple[Fault, ...]]]:
        return RuleError, (self.faults,)


def is_panic(error: BaseException) -> bool:
    """Whether ``error`` is the panic of a Rust extension: no Exception, and of a class that cannot be imported."""
    return type(error).__name__ == "PanicException"
