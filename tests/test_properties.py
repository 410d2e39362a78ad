"""What must hold for any text and any bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qualitycheck import Checker, Report
from qualitycheck.readers import decode, read
from qualitycheck.text import document, fold, lower, straighten

from .conftest import SEEDS

CHECKER = Checker()
SEED_TEXTS = [file.read_text("utf-8") for file in SEEDS]
FORMATS = ("plain", "markdown", "html")

# Pieces that rules, readers and the quotation machine react to, so that random texts reach them all.
SIGNS = "“”‘’\"'()[]<>{}*_`#|>-–—…&;.!?,:\n\r\t\0\ud800\u2028\u00a0\ufeff\u0301👩‍🚀İßﬀ"
MARKUP = ["\r\n", "\n\n", "---\n", "+++\n", "```", "<p>", "</div>", "<!--", "-->", "<script>", "&amp;", "&#", "\n> "]
DAMAGE = [
    "Leave a Reply", "See also ", "the the ", "both’s ", "has surpassing the ", " It was ", "astatine ",
    "“rapid.” Growth of cells.", "China China’s ", "resumed work or resumed work", "Find Out Why!",
]  # fmt: skip
OTHER = [
    "W\u00a0. and",
    "‘a ",
    "&#8232;",
    "&NewLine;",
    "{% x %}",
    "http://x.org/a",
    "в Москве ",
    "和平。",
    "Der Hund ist nicht ",
]
PIECES = st.sampled_from([*SIGNS, *MARKUP, *DAMAGE, *OTHER])
texts = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join) | st.builds(
    lambda text, at, piece: text[:at] + piece + text[at:], st.sampled_from(SEED_TEXTS), st.integers(0, 3000), PIECES
)
slow = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])


def holds(report: Report, text: str) -> None:
    assert 0 <= report.score <= 100
    assert report.verdict in ("pass", "review", "reject")
    places = [(finding.start, finding.end) for finding in report.findings]
    assert places == sorted(places)
    lines = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.excerpt == text[finding.start : finding.end]
        assert finding.line <= finding.end_line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        assert finding.severity != "cue"
        assert "{hit}" not in finding.message


@slow
@given(texts, st.sampled_from(FORMATS))
@example("", "plain")
@example(" \n\t", "html")
@example("“" * 300, "plain")
@example("x" * 5000, "markdown")
@example("<" * 2000, "html")
def test_any_text_gives_a_report(text: str, format: str) -> None:
    holds(CHECKER.check(text, format=format), text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


@slow
@given(texts, texts)
def test_any_title_gives_a_report(text: str, title: str) -> None:
    for finding in CHECKER.check(text, title=title).findings:
        if finding.field == "title":
            assert finding.excerpt == title[finding.start : finding.end]


@slow
@given(st.binary(max_size=400), st.sampled_from(FORMATS))
def test_any_bytes_give_a_report(data: bytes, format: str) -> None:
    decoded = decode(data)
    if decoded is not None:
        holds(CHECKER.check(decoded[0], format=format), decoded[0])


@slow
@given(texts, st.sampled_from(FORMATS))
def test_blocks_are_in_order_and_one_line_each(text: str, format: str) -> None:
    ready = document(read(text, format=format))
    assert len(ready.prose) == len(ready.plain) == len(ready.folded)
    at = 0
    for i, block in enumerate(ready.blocks):
        assert block.start == at + (i > 0)
        assert block.start < block.end
        assert "\n" not in ready.prose[block.start : block.end]
        at = block.end
        for start, end in ready.sentences(i):
            assert block.start <= start < end <= block.end
    for start, end in ready.quotations.spans:
        assert "\n" not in ready.prose[start:end]


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(straighten(text)) == len(lower(text)) == len(text)


def test_a_text_for_which_the_sentence_splitter_panicked() -> None:
    for text in ("He met George W\u00a0. and left.", "He met George W&#8232;. and left."):
        for format in FORMATS:
            holds(CHECKER.check(text, format=format), text)


def test_sentences_without_the_splitter(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panics(*_: object) -> object:
        raise PanicException

    monkeypatch.setattr("sentencex.get_sentence_boundaries", panics)
    ready = document(read("One is here. “Two is,” he said! Three"))
    assert [ready.prose[slice(*span)] for span in ready.sentences(0)] == ["One is here.", "“Two is,” he said!", "Three"]


CLEAN = (
    "The ferry leaves at nine and comes back before dark.",
    "Two of the five bakeries in the valley have closed since spring.",
    "Nobody in the village had seen such a flood.",
    "Her brother keeps bees behind the school.",
)


@slow
@given(st.lists(st.sampled_from(CLEAN), min_size=1, max_size=6, unique=True), st.integers(0, 30))
@pytest.mark.parametrize("seed", SEED_TEXTS, ids=["000", "003"])
def test_clean_sentences_add_no_finding_elsewhere(seed: str, sentences: list[str], at: int) -> None:
    paragraphs = seed.split("\n\n")
    at = 1 + at % (len(paragraphs) - 1)
    grown = "\n\n".join([*paragraphs[:at], " ".join(sentences), *paragraphs[at:]])
    before = {(f.rule, f.excerpt) for f in CHECKER.check(seed).findings}
    after = {(f.rule, f.excerpt) for f in CHECKER.check(grown).findings}
    assert after <= before


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("seed", SEED_TEXTS, ids=["000", "003"])
def test_findings_do_not_depend_on_line_ends(seed: str, format: str) -> None:
    lf = CHECKER.check(seed, format=format)
    for line_end in ("\r\n", "\r"):
        other = CHECKER.check(seed.replace("\n", line_end), format=format)
        assert [(f.rule, f.line, f.column, f.excerpt) for f in other.findings] == [
            (f.rule, f.line, f.column, f.excerpt.replace("\n", line_end)) for f in lf.findings
        ]
        assert other.score == lf.score


def test_a_title_of_odd_characters_keeps_its_offsets() -> None:
    title = "Turin\nTurin’s \ud800 plan"
    report = CHECKER.check("", title=title)
    assert [finding.excerpt for finding in report.findings if finding.rule == "mt.doubled-name"] == ["Turin\nTurin’s"]


def test_seeds_are_the_files_they_were() -> None:
    shared = Path(__file__).parent.parent.parent / "shared" / "seeds"
    if not shared.is_dir():
        pytest.skip("the shared folder is not beside the checkout")
    assert {f.name: f.read_bytes() for f in shared.iterdir()} == {f.name: f.read_bytes() for f in SEEDS}
