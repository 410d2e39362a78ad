from __future__ import annotations

import textwrap

import pytest

from qualitycheck.model import OBJECT, Offsets
from qualitycheck.readers import read

STORY = (
    "The ferry left the harbour at six in the morning, an hour later than the timetable said. Nobody on board seemed "
    "to mind. The captain, Ingrid Solberg, poured coffee for everyone who came up to the bridge, and told them about "
    "the winter of 1987. Back then the ice had closed the sound for nine weeks."
)


def shown(text: str) -> list[tuple[str, str]]:
    source = read(text)
    return [(block.kind, source.prose[block.start : block.end]) for block in source.blocks]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_paragraphs_are_joined(width: int, newline: str) -> None:
    short = "It took us two hours more to get to the islands, where President Obama had once spent a week."
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (STORY, short)).replace("\n", newline)
    assert shown(text) == [("paragraph", STORY), ("paragraph", short)]


def test_one_paragraph_a_line() -> None:
    text = f"{STORY}\n{STORY}\n"
    assert shown(text) == [("paragraph", STORY)] * 2
    assert read(text).offsets == Offsets.identity(len(text) - 1)


def test_wrapped_text_with_indented_first_lines() -> None:
    text = textwrap.fill(STORY, 70, initial_indent="    ")
    assert shown(text) == [("paragraph", STORY)]


def test_lines_of_page_furniture_stay_apart() -> None:
    lines = [
        "Home",
        "Sign up for our newsletter and never miss a thing again",
        "Most read: Ten lakes to swim in before the summer ends",
        "Minister says the new bridge will open in early autumn",
        "Local bakery wins a prize for its rye bread once again",
        "Share this",
        "© 2021 The Harbour Times",
    ]
    assert [text for _, text in shown("\n".join(lines))] == lines


def test_verse_and_narrow_columns_stay_apart() -> None:
    verse = ["the sea is calm", "the wind is low", "and we shall row", "until it is dark"]
    assert [text for _, text in shown("\n".join(verse))] == verse


def test_one_wrapped_sentence() -> None:
    text = "The council voted on Monday to close the old swimming pool by the\nriver for good."
    assert shown(text) == [("paragraph", text.replace("\n", " "))]


def test_evened_out_lines() -> None:
    text = (
        "The ferry left the harbour at six in the morning, an hour later than\n"
        "the timetable had said, but nobody on board seemed to mind as\n"
        "a small band played."
    )
    assert shown(text) == [("paragraph", text.replace("\n", " "))]


def test_two_spaces_inside_a_line_stay() -> None:
    assert shown("  See also  Lakers Game 4 \t\n") == [("paragraph", "See also  Lakers Game 4")]


def test_lists_and_quotations() -> None:
    shoes = "• shoes that you do not mind getting wet in the tide or\n  worse"
    text = f"Bring this.\n\n- a towel\n* some bread\n2. a map\n{shoes}\n\n> she said\n>> no"
    assert shown(text) == [
        ("paragraph", "Bring this."),
        ("item", "a towel"),
        ("item", "some bread"),
        ("item", "a map"),
        ("item", "shoes that you do not mind getting wet in the tide or worse"),
        ("quote", "she said"),
        ("quote", "no"),
    ]


def test_a_number_in_a_wrapped_paragraph_is_no_list() -> None:
    text = (
        "The treaty was signed in a small village near the border on May\n12. The king was absent, and so was his son."
    )
    assert [kind for kind, _ in shown(text)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("line_break", ["\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\r"])
def test_odd_line_breaks(line_break: str) -> None:
    assert shown(f"One.{line_break}Two.") == [("paragraph", "One."), ("paragraph", "Two.")]


def test_bare_urls_are_objects() -> None:
    assert shown("See https://a.example/b_(c)?d=e, or (www.f.example).") == [
        ("paragraph", f"See {OBJECT}, or ({OBJECT}).")
    ]
    assert shown("https://a.example/\n\nText.") == [("paragraph", "Text.")]


@pytest.mark.parametrize(
    "headline",
    ["Council closes the old pool", "Why did the ferry leave late?", "Ferry leaves “an hour late”", "Who Is Next?!"],
)
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n"])
def test_headline(headline: str, gap: str) -> None:
    assert shown(headline + gap + STORY) == [("title", headline), ("paragraph", STORY)]


@pytest.mark.parametrize(
    "first",
    [
        "The council closed the pool.",
        "Hong Kong",
        "Dear all,",
        "Bring these things:",
        "- a thing to bring",
        "word " * 26,
    ],
)
def test_no_headline(first: str) -> None:
    assert shown(f"{first}\n\n{STORY}")[0][0] != "title"


@pytest.mark.parametrize("text", ["Council closes the old pool", "Council closes the old pool\n\nMore soon"])
def test_no_headline_without_a_text(text: str) -> None:
    assert {kind for kind, _ in shown(text)} == {"paragraph"}


def test_front_matter_is_nothing_special() -> None:
    assert shown("---\ntitle: a\n---\n") == [("paragraph", "---"), ("paragraph", "title: a"), ("paragraph", "---")]
