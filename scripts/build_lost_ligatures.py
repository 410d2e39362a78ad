"""Write rules/mt/lost-ligatures.tsv: words of the lexicon as they look when `fi`, `fl` or `ff` was lost.

    python scripts/build_lost_ligatures.py

Text copied from a PDF loses its ligatures, which are characters of their own there, and a space is left: `certi cate`.
A row is kept only if one of the two pieces is no word, so that no honest pair of words is in the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qualitycheck.lexicon import _table, mask

LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")
TABLE = Path(__file__).parent.parent / "rules" / "mt" / "lost-ligatures.tsv"
SHORTEST = 5  # letters that are left; shorter pieces occur as words of other languages (`de ne`)
SHORTEST_UNKNOWN = 3


def pieces(word: str) -> Iterator[tuple[str, str]]:
    """``word`` without one of its ligatures, in two, wherever that can only be damage."""
    for ligature in LIGATURES:
        left, found, right = word.partition(ligature)
        unknown = any(len(piece) >= SHORTEST_UNKNOWN and not mask(piece) for piece in (left, right))
        if found and left and right and unknown and len(left) + len(right) >= SHORTEST:
            yield left, right


def main() -> None:
    rows: dict[str, str] = {}
    for word in sorted(_table()):
        for split in pieces(word) if word.isalpha() else ():
            rows.setdefault(" ".join(split), word)
    lines = ["wrong\tright", *(f"{wrong}\t{right}" for wrong, right in rows.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} rows in {TABLE.name}")


if __name__ == "__main__":
    main()
