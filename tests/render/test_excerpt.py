"""Carets stand under the span, whatever stands before it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qualitycheck.render.excerpt import pointed, printable, widths

BEFORE = {
    "nothing": "",
    "ascii": "He said ",
    "tabs": "\tone\ttwo\t",
    "curly": "“It’s” – ",
    "wide": "北京で ",
    "emoji": "so 😀 nice ",
    "family": "the 👨‍👩‍👧 family ",
    "skin": "hi 👋🏽 there ",
    "heart": "I ❤️ it ",
    "flag": "🇫🇷 says ",
    "combining": "cafe\u0301 nai\u0308ve ",
    "no-break": "75\u00a0years\u202fold ",
    "zero-width": "in\u200bvis\u2060ible ",
    "hangul": "\u1112\u1161\u11ab ",
    "control": "\x00\x1b[31m\x08 ",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_carets_stand_under_the_span(before: str, breaks: str) -> None:
    text = f"first line{breaks}{before}WRONG after{breaks}last"
    start = text.index("WRONG")
    line, carets = pointed(text, start, start + 5, 80)
    assert line == printable(before + "WRONG after")
    assert carets.lstrip(" ") == "^^^^^"
    assert len(carets) - 5 == cell_len(line[: line.index("WRONG")])


@pytest.mark.parametrize(
    ("span", "cells"), [("北京", 4), ("e\u0301", 1), ("\u200b", 1), ("👨‍👩‍👧", 2), ("\t", 4), ("", 1)]
)
def test_as_many_carets_as_the_span_has_cells(span: str, cells: int) -> None:
    _, carets = pointed(f"ab {span} cd", 3, 3 + len(span), 80)
    assert carets == "   " + "^" * cells


@pytest.mark.parametrize("where", [0, 3, 500, 990, 994])
def test_a_long_line_is_cut_at_words_around_the_span(where: int) -> None:
    words = [f"w{n:03}" for n in range(995)]
    words[where] = "WRONG"
    text = " ".join(words)
    start = text.index("WRONG")
    line, carets = pointed(text, start, start + 5, 60)
    at = len(carets) - 5
    assert line[at : at + 5] == "WRONG"
    assert 50 <= len(line) <= 60
    assert line.startswith("…") == (where > 3)
    assert line.endswith("…") == (where < 990)
    assert all(word in words for word in line.strip("…").split())


def test_a_span_longer_than_the_line_is_pointed_at_where_it_begins() -> None:
    line, carets = pointed("x" * 1000, 200, 900, 60)
    assert line == "…" + "x" * 58 + "…"
    assert carets == " " + "^" * 58


def test_a_span_over_several_lines_is_shown_on_its_first() -> None:
    assert pointed("one two\r\nthree", 4, 12, 80) == ("one two", "    ^^^")


@pytest.mark.parametrize("at", [0, 3, 4, 5])
def test_an_empty_span_gets_one_caret(at: int) -> None:
    line, carets = pointed("abc\n\nd", at, at, 80)
    assert carets.count("^") == 1
    assert line in ("abc", "", "d")


def test_a_line_of_20_mb_costs_no_more_than_a_short_one() -> None:
    text = "many words " * 1_900_000
    started = time.process_time()
    for start in range(0, len(text), len(text) // 1000):
        pointed(text, start, start + 4, 80)
    assert time.process_time() - started < 5


def test_nothing_that_a_terminal_acts_on_gets_through() -> None:
    shown = printable("a\x1b[2J\x07\r\n\x9b\u202e\u2066\u2028\ud800b")
    assert shown == "a␛[2J␇␍␊\ufffd\ufffd\ufffd\ufffd\ufffdb"


@given(
    st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\t\r\n \u200d\ufe0f\u0301👋🏽"), max_size=300),
    st.data(),
)
def test_any_text_gives_one_line_that_fits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, carets = pointed(text, start, end, 60)
    assert len(line.splitlines()) <= 1
    assert sum(widths(line)) <= 60
    assert "^" in carets
    assert len(carets) <= 61
