"""How fast whole documents are checked, as a ratio to work that everybody knows the price of, in the same run.

    python benchmarks/pipeline.py [FOLDER]

FOLDER holds .txt, .md and .html files; without it the articles of tests/clean are taken. Each format is timed with a
warm Checker, best of five, in CPU seconds. The ratio is to ``text.split()`` of the same texts: a check that costs 100
times that reads the text about 100 times.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from qualitycheck import Checker
from qualitycheck.readers import decode, format_of


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of five runs."""
    seconds = []
    for _ in range(5):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


def main() -> None:
    """Print a line a format."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "tests" / "clean"
    texts: dict[str, list[str]] = {}
    for file in sorted(folder.rglob("*")):
        format = format_of(file.name)
        decoded = decode(file.read_bytes()) if format and file.is_file() else None
        if format and decoded:
            texts.setdefault(format, []).append(decoded[0])
    checker = Checker()
    print(f"{len(checker.rules)} rules\nformat     documents  characters    MB/s   x str.split")
    for format, of_format in texts.items():
        characters = sum(map(len, of_format))
        whole = best(lambda: [checker.check(text, format=format) for text in of_format])  # noqa: B023 - called at once
        split = best(lambda: [text.split() for _ in range(20) for text in of_format]) / 20  # noqa: B023
        speed = characters / whole / 1e6
        print(f"{format:10} {len(of_format):9,} {characters:11,} {speed:7.2f} {whole / split:13.0f}")


if __name__ == "__main__":
    main()
