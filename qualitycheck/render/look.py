"""What a renderer is told of the place its text goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qualitycheck.model import Report

#: Each report with the decoded text it is about.
Documents = Iterable[tuple[Report, str]]

_CODES = {
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "pass": "32",
    "review": "33",
    "reject": "1;31",
    "strong": "1",
    "faint": "2",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Whether ANSI colours are wanted, and how many terminal cells a line may take."""

    color: bool = False
    width: int = 100

    def paint(self, text: str, style: str) -> str:
        """``text`` in the colour of a severity, of a verdict, ``strong`` or ``faint``."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and text else text
