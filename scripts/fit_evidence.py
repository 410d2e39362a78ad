"""Fit the weights of rules/mt/machine-made.yaml on labelled texts, and write them into the rule.

    python scripts/fit_evidence.py [FOLDER]

FOLDER (../shared/data) holds the sets named below. For each sign the rates of its hits in damaged and in clean text
are counted; each set counts the same, whatever its size. The weight is the logarithm of their ratio (the Poisson
likelihood ratio of one hit, see qualitycheck/scanners/evidence.py). The floor keeps all clean documents silent, with
a margin. The same data give the same numbers.
"""

from __future__ import annotations

import datetime
import gzip
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qualitycheck import Checker, Config, packs
from qualitycheck.scanners.evidence import log_odds, shares

ROOT = Path(__file__).parent.parent
RULE = ROOT / "rules" / "mt" / "machine-made.yaml"
SIGNS = ("mt.", "formulaic.")
LEAST_HITS = 3  # in damaged text; fewer tell nothing
LEAST_WEIGHT = math.log(2)
SMOOTHING = 0.5  # hits added to each side, so that a sign never seen in clean text has a finite weight
MOST = 3
DISTINCT = 2
MARGIN = 0.5
LEAST_FLOOR = 5.0  # odds of 150 to 1: two slips of one person are not a machine
CHUNK = 8  # sentences that make a document

Text = tuple[str, str]  # text, format


def rows(folder: Path, name: str) -> Iterator[dict[str, object]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sets(folder: Path) -> tuple[dict[str, list[Text]], dict[str, list[Text]]]:
    """The clean and the damaged sets by name."""
    clean: dict[str, list[Text]] = {}
    for file in sorted(folder.glob("clean_dev_*.jsonl.gz")):
        name = file.name.partition(".")[0]
        clean[name] = [(str(row["text"]), str(row.get("format", "plain"))) for row in rows(folder, name)]
    links = list(rows(folder, "linkbreak_dev"))
    trips = list(rows(folder, "rtt_apertium_dev"))
    flores = list(rows(folder, "flores_backtranslation_dev"))
    chunks = [flores[i : i + CHUNK] for i in range(0, len(flores), CHUNK)]
    clean["flores"] = [(" ".join(str(row["original"]) for row in chunk), "plain") for chunk in chunks]
    clean["linkbreak"] = [(str(row["original"]), "plain") for row in links]
    damaged = {
        "linkbreak": [(str(row["broken"]), "plain") for row in links],
        "apertium": [(str(row["rtt"]), "plain") for row in trips],
        "flores": [
            (" ".join(str(row["mt"][version]) for row in chunk), "plain")  # type: ignore[index]
            for number, chunk in enumerate(chunks)
            for version in sorted(set.intersection(*(set(row["mt"]) for row in chunk)))[number % 7 :: 7]  # type: ignore[call-overload]
        ],
    }
    return clean, damaged


def count(checker: Checker, texts: list[Text]) -> tuple[list[tuple[Counter[str], int]], Counter[str], int]:
    """Hits and words of each text, and of all together."""
    each, hits, words = [], Counter[str](), 0
    for text, format in texts:
        found = Counter(f.rule for f in checker.check(text, format=format).findings if f.rule.startswith(SIGNS))
        each.append((found, len(text.split())))
        hits += found
        words += each[-1][1]
    return each, hits, words


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    rules = [
        replace(rule, severity="info" if rule.severity == "cue" else rule.severity, status="stable")
        for rule in packs.load(ROOT / "rules")
        if rule.kind not in ("cluster", "evidence", "languagetool", "metric")
    ]
    checker = Checker(Config(rules))
    clean, damaged = ({name: count(checker, texts) for name, texts in group.items()} for group in sets(folder))

    def rate(group: dict[str, tuple[object, Counter[str], int]], sign: str) -> float:
        return sum((hits[sign] + SMOOTHING / len(group)) / words for _, hits, words in group.values()) / len(group)

    signs = sorted({sign for _, hits, _ in damaged.values() for sign in hits})
    weights, per_word = {}, 0.0
    for sign in signs:
        weight = math.log(rate(damaged, sign) / rate(clean, sign))
        if weight >= LEAST_WEIGHT and sum(hits[sign] for _, hits, _ in damaged.values()) >= LEAST_HITS:
            weights[sign] = round(weight, 2)
            per_word += rate(damaged, sign) - rate(clean, sign)
    per_1000 = round(1000 * per_word, 2)

    match = {"weights": weights, "most": MOST, "distinct": DISTINCT, "bias": 0.0, "per-1000-words": per_1000}

    def evidence(found: Counter[str], words: int) -> float:
        return log_odds(match, shares(match, found), words)

    worst = max(evidence(*text) for each, _, _ in clean.values() for text in each)
    floor = round(max(LEAST_FLOOR, worst + MARGIN), 2)
    for name, group in (("clean", clean), ("damaged", damaged)):
        for of, (each, _, _) in group.items():
            above = sum(evidence(*text) >= floor for text in each)
            print(f"{name:8} {of:32} {above:5} of {len(each):5} documents above the floor")
    fitted = (
        f"{', '.join([*clean, *('damaged ' + name for name in damaged)])}; {datetime.datetime.now(datetime.UTC).date()}"
    )
    lines = [
        "match:",
        "  kind: evidence",
        f"  floor: {floor}",
        f"  per-1000-words: {per_1000}",
        f"  most: {MOST}",
        f"  distinct: {DISTINCT}",
        f'  fitted: "{fitted}"',
        "  weights:",
        *(f"    {sign}: {weight}" for sign, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))),
    ]
    text = RULE.read_text(encoding="utf-8")
    RULE.write_text(
        re.sub(r"^match:\n(?:  .*\n)+", "\n".join(lines) + "\n", text, flags=re.MULTILINE), encoding="utf-8"
    )
    print(f"floor {floor}, {per_1000} per 1,000 words, {len(weights)} weights written to {RULE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
