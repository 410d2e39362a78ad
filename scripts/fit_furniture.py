"""Fit the weights of rules/spam/page-furniture.yaml on labelled lines, and write them into the rule.

    python scripts/fit_furniture.py [FOLDER]

FOLDER (../shared/data) holds lines of whole web pages, labelled, and clean texts. A logistic regression tells furniture
from text by the shape of a line and the strongest sign in it; each page counts the same on either side, and the clean
texts half as much as the pages. Rules that speak by themselves share one weight: single ones are too rare to count.
The same data give the same numbers.
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
from pathlib import Path

from qualitycheck import packs
from qualitycheck.detect import Detector
from qualitycheck.readers import read
from qualitycheck.scanners.furniture import TRAITS, traits
from qualitycheck.text import Document, document

ROOT = Path(__file__).parent.parent
RULE = ROOT / "rules" / "spam" / "page-furniture.yaml"
PAGES = "boiler_readability_lines"
LEAST_LINES = 50  # a side of a page with fewer counts less
CLEAN_SHARE = 0.5
RIDGE = 1e-3
STEPS = 50

Line = tuple[str, ...]  # its traits and its class of sign
Labelled = dict[tuple[Line, bool], float]  # weight of such lines; True: furniture


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def lines_of(ready: Document, detector: Detector) -> list[Line]:
    """What each block of ``ready`` is."""
    hits, _ = detector.detect(ready, {})
    signs: dict[int, set[str]] = {}
    for hit in hits:
        sign = hit.rule.id if hit.rule.severity == "cue" else "rule"
        signs.setdefault(ready.block_index(hit.start), set()).add(sign)
    return [
        (*traits(ready, i), *sorted(signs.get(i, ()), key=lambda sign: (sign != "rule", sign))[:1])
        for i in range(len(ready.blocks))
    ]


def pages(folder: Path, detector: Detector) -> Labelled:
    by_page: dict[str, list[dict[str, str]]] = {}
    for row in rows(folder, PAGES):
        by_page.setdefault(row["page"], []).append(row)
    total: Labelled = {}
    for page in by_page.values():
        page.sort(key=lambda row: row["i"])
        ready = document(read("\n".join(row["text"].replace("\n", " ") for row in page)))
        starts = [block.start for block in ready.blocks]
        labels = {}
        at = 0
        for row in page:
            labels[at] = row["label"]
            at += len(row["text"]) + 1
        found = [
            (line, labels.get(ready.source.offsets.span(start, start + 1)[0], "ambiguous"))
            for line, start in zip(lines_of(ready, detector), starts, strict=True)
        ]
        sizes = Counter(label for _, label in found)
        for line, label in found:
            if label in ("boiler", "content"):
                key = line, label == "boiler"
                total[key] = total.get(key, 0.0) + 1 / max(LEAST_LINES, sizes[label])
    return total


def clean(folder: Path, detector: Detector) -> Labelled:
    total: Labelled = {}
    for file in sorted(folder.glob("clean_dev_*.jsonl.gz")):
        for row in rows(folder, file.name.partition(".")[0]):
            lines = lines_of(document(read(row["text"], format=row.get("format", "plain"))), detector)
            for line in lines:
                total[line, False] = total.get((line, False), 0.0) + 1 / max(LEAST_LINES, len(lines))
    return total


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination of a symmetric positive definite system."""
    size = len(right)
    for i in range(size):
        for k in range(i + 1, size):
            factor = matrix[k][i] / matrix[i][i]
            for j in range(i, size):
                matrix[k][j] -= factor * matrix[i][j]
            right[k] -= factor * right[i]
    for i in reversed(range(size)):
        right[i] = (right[i] - sum(matrix[i][j] * right[j] for j in range(i + 1, size))) / matrix[i][i]
    return right


def fit(data: Labelled, names: list[str]) -> dict[str, float]:
    """Weights of a ridge logistic regression, by Newton's method."""
    place = {name: i for i, name in enumerate(names)}
    examples = [([place[name] for name in line], label, weight) for (line, label), weight in data.items()]
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [RIDGE * weight for weight in weights]
        curve = [[RIDGE * (i == j) for j in range(len(names))] for i in range(len(names))]
        for line, label, weight in examples:
            likely = 1 / (1 + math.exp(-sum(weights[i] for i in line)))
            for i in line:
                slope[i] += weight * (likely - label)
                for j in line:
                    curve[i][j] += weight * likely * (1 - likely)
        weights = [old - step for old, step in zip(weights, solve(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def main(folder: Path) -> None:
    signs = [rule for rule in packs.load(ROOT / "rules" / "spam") if rule.kind != "furniture" and rule.scope == "line"]
    signs = [rule for rule in signs if rule.status == "stable"]
    detector = Detector(signs)
    of_pages, of_clean = pages(folder, detector), clean(folder, detector)
    whole, whole_clean = sum(of_pages.values()), sum(of_clean.values())
    data = {key: weight / whole for key, weight in of_pages.items()}
    for key, weight in of_clean.items():
        data[key] = data.get(key, 0.0) + CLEAN_SHARE * weight / whole_clean
    cues = [rule.id for rule in signs if rule.severity == "cue" and any(rule.id in line for line, _ in data)]
    weights = fit(data, [*TRAITS, "rule", *cues])
    shape = "".join(f"    {name}: {weights[name]:.2f}\n" for name in TRAITS)
    of_signs = {
        rule.id: weights[rule.id if rule.id in cues else "rule"]
        for rule in signs
        if rule.id in cues or rule.severity != "cue"
    }
    listed = "".join(f"    {name}: {weight:.2f}\n" for name, weight in of_signs.items())
    fitted = f'  fitted: "{PAGES}, clean_dev_*; {datetime.datetime.now(datetime.UTC).date().isoformat()}"\n'
    text = RULE.read_text("utf-8")
    text = re.sub(r"  fitted: .*\n", fitted, text)
    text = re.sub(r"  shape:\n(?:    .*\n)+", lambda _: f"  shape:\n{shape}", text)
    text = re.sub(r"  signs:\n(?:    .*\n)+", lambda _: f"  signs:\n{listed}", text)
    RULE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
