"""No time that grows with the square of the text: a ratio of two runs, with room for a busy machine."""

from __future__ import annotations

import time

import pytest

from qualitycheck import Checker
from qualitycheck.detect import MOST_HITS

CHECKER = Checker()
SHAPES = {
    "table rows with needs": "The cannonballs fell. ",
    "table rows without company": "They sold raw oil today. ",
    "single marks": "‘a ",
    "opening marks": "“a ",
    "doubled words": "the the dog ran. ",
    "quoted terms": "A “loyal helper” of the king. ",
    "foreign paragraphs": "Die Stadt hat am Dienstag beschlossen, dass die alte Brücke über den Fluss noch in diesem"
    " Jahr abgerissen und ersetzt wird.\n\n",
    "stock phrases": "Moving forward, it sheds light on this. ",
    "capitals": "in the station It sells bread ",
}


def seconds(text: str) -> float:
    best = []
    for _ in range(3):
        began = time.process_time()
        CHECKER.check(text)
        best.append(time.process_time() - began)
    return min(best)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text_and_not_with_its_square(shape: str) -> None:
    piece = SHAPES[shape]
    short = piece * (60_000 // len(piece))
    seconds(piece * 50)
    assert seconds(short * 4) < 9 * seconds(short) + 0.05  # 16 times were it the square


def test_only_so_many_hits_of_a_rule_are_shown_and_it_is_said() -> None:
    report = CHECKER.check("It was the the dog. " * (MOST_HITS + 5))
    assert sum(finding.rule == "mt.doubled-word" for finding in report.findings) == MOST_HITS
    assert [skip.what for skip in report.skipped] == ["mt.doubled-word"]
