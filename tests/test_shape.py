"""What a line looks like and where it stands."""

from __future__ import annotations

import time

import pytest

from qualitycheck import shape
from qualitycheck.readers import read
from qualitycheck.text import Document, document

PROSE = "The council has voted to keep the old bridge over the Elwin, after a debate until midnight."


def of(*lines: str, format: str = "plain") -> Document:
    return document(read("\n\n".join(lines), format=format))


@pytest.mark.parametrize(
    ("line", "mark"),
    [("He came.", "."), ("“He came.”", "."), ("(Did he?)", "?"), ("These:", ":"), ("And…", "…"), ("He came", "")],
)
def test_end_mark(line: str, mark: str) -> None:
    assert shape.end_mark(of(PROSE, line), 1) == mark


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Storm Closes Two Passes", True),
        ("Storm Closes Two of the Passes in a Week", True),
        ("Storm closes two passes", False),
        ("Storm", False),
        ("of the and", False),
    ],
)
def test_title_case(line: str, expected: bool) -> None:
    assert shape.is_title_case(shape.words_of(of(PROSE, line), 1)) is expected


def test_parts_of_a_text() -> None:
    ready = of("Home", "News", PROSE, "A heading", PROSE, "Contact")
    assert [shape.part(ready, i) for i in range(6)] == ["start", "start", "middle", "middle", "middle", "end"]
    assert {shape.part(of("a", "b"), i) for i in range(2)} == {"start"}


def test_isolated_and_introduced() -> None:
    ready = of(PROSE, "A heading", PROSE, "These are they:", "One", PROSE)
    assert [shape.is_isolated(ready, i) for i in range(6)] == [False, True, False, False, False, False]
    assert [shape.is_introduced(ready, i) for i in range(6)] == [False, False, False, False, True, False]


def test_runs_of_short_lines() -> None:
    ready = of("One", "Two", PROSE, "Three", PROSE, "Four", "Five", "Six")
    assert [shape.run(ready, i) for i in range(8)] == [2, 2, 0, 1, 0, 3, 3, 3]


@pytest.mark.parametrize(
    ("text", "format", "share"),
    [
        ("[All of it](/a)", "markdown", 1.0),
        ("**[All of it](/a)**", "markdown", 1.0),
        ("[Half](/a) half", "markdown", 0.44),
        ("No link (/a) [here]", "markdown", 0.0),
        ("<p><a href='/a'>All <b>of</b> it</a></p>", "html", 1.0),
        ("<p><a href='/a'>Half</a> half</p>", "html", 0.44),
        ("[All of it](/a)", "plain", 0.0),
    ],
)
def test_share_of_links(text: str, format: str, share: float) -> None:
    assert shape.link_share(of(text, format=format), 0) == pytest.approx(share, abs=0.01)


def test_links_of_a_title_given_apart() -> None:
    ready = document(read("[A link](/a)\n\nNone", format="markdown"), "A title")
    assert [shape.link_share(ready, i) for i in range(3)] == [0.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lottery winner buys street for cousins", True),
        ("Lottery winner buys bridge for cousins", False),
        ("Lottery winner votes for cousins", False),
        ("Lottery winner", False),
        ("Lottery lottery lottery lottery", False),
    ],
)
def test_off_topic(line: str, expected: bool) -> None:
    assert shape.is_off_topic(of(PROSE, line, PROSE), 1, 4) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("votes", "voting"), ("voted", "vote"), ("countries", "country"), ("elections", "elected"), ("bridge", "bridges")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert shape.stem(one) == shape.stem(other)


@pytest.mark.parametrize("piece", ["[a](", "[a](b ", "<a href=x>b", "<a ", "[", "<a><b>"])
@pytest.mark.parametrize("format", ["markdown", "html"])
def test_links_that_never_close_cost_no_more_than_their_length(piece: str, format: str) -> None:
    def seconds(count: int) -> float:
        ready = of("x", format=format)
        object.__setattr__(ready.source, "text", piece * count)
        began = time.process_time()
        shape.link_share(ready, 0)
        return time.process_time() - began

    assert seconds(40_000) < 9 * min(seconds(10_000) for _ in range(3)) + 0.05
