"""Speed of ``readability.measure`` beside textstat's own functions for the same ten metrics, in the same run.

    python benchmarks/readability.py [FILE.jsonl.gz | FILE.txt ...]

Without a file it reads the seeds; of a ``.jsonl.gz`` file it reads the field ``text`` of the first 100 records. Both
sides see every text twice, first with cold memos and caches, then with warm ones. textstat keeps whole results for the
last texts, so those are forgotten in between. Fails when a number differs.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from functools import _lru_cache_wrapper
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from textstat.backend import counts, metrics, selections, transformations
from textstat.textstat import textstatistics

from qualitycheck.model import Metrics
from qualitycheck.readability import measure

NAMES = {"words": "lexicon_count", "sentences": "sentence_count", "dale_chall": "dale_chall_readability_score"}


def read(path: Path) -> list[str]:
    if path.suffixes[-2:] == [".jsonl", ".gz"]:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in islice(lines, 100)]
    return [path.read_text(encoding="utf-8")]


def timed(function: Callable[[str], dict[str, Any]], texts: list[str]) -> tuple[float, list[dict[str, Any]]]:
    start = perf_counter()
    results = [function(text) for text in texts]
    return perf_counter() - start, results


def forget_texts() -> None:
    for module in (counts, metrics, selections, transformations):
        for function in vars(module).values():
            if isinstance(function, _lru_cache_wrapper):
                function.cache_clear()


def main() -> None:
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    paths = [Path(name) for name in sys.argv[1:]] or sorted(seeds.glob("*.txt"))
    texts = [text for path in paths for text in read(path)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    peer = textstatistics()

    def ours(text: str) -> dict[str, Any]:
        return measure(text).to_dict()

    def theirs(text: str) -> dict[str, Any]:
        return {name: getattr(peer, NAMES.get(name, name))(text) for name in Metrics.__slots__}

    for name in ("cold", "warm"):
        mine, ours_found = timed(ours, texts)
        forget_texts()
        their, theirs_found = timed(theirs, texts)
        for text, left, right in zip(texts, ours_found, theirs_found, strict=True):
            wrong = {key for key in left if left[key] not in (right[key], None)}
            if wrong:
                sys.exit(f"{sorted(wrong)} differ from textstat on {text[:60]!r}")
        print(
            f"{name}: {len(texts)} texts, {size:.2f} MB; measure {size / mine:.1f} MB/s, "
            f"textstat {size / their:.2f} MB/s, ratio {their / mine:.0f}"
        )


if __name__ == "__main__":
    main()
