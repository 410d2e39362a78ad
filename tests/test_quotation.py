"""Quotation marks as a state machine: which are at fault, which are a pair, and which are none."""

from __future__ import annotations

import time

import pytest

from qualitycheck.quotation import FAULTS
from qualitycheck.readers import read
from qualitycheck.text import document


def faults(text: str, format: str = "plain") -> list[tuple[str, str]]:
    ready = document(read(text, format=format))
    return [(fault.name, ready.prose[fault.start : fault.end]) for fault in ready.quotations.faults]


def quotations(text: str) -> list[str]:
    ready = document(read(text))
    return [ready.prose[span.start : span.end] for span in ready.quotations.spans]


DAMAGED = [
    ("The diver called it “lost by May.” The whole reef.”", "closed-twice", "” The whole reef.”"),
    ('The diver called it "lost by May." The whole reef."', "closed-twice", '" The whole reef."'),
    ("The judge told him to 'pay by Friday.' The whole sum.'", "closed-twice", "' The whole sum.'"),
    ("The judge told him to ‘pay by Friday.’ The whole sum.’", "closed-twice", "’ The whole sum.’"),
    ('"No flour today," said the miller. Come back in May."', "closed-twice", '" said the miller. Come back in May."'),
    ("“The oven was cold. “We had no bread,” she said.", "opened-twice", "“The oven was cold. “"),
    ('"The oven was cold. "We had no bread," she said.', "opened-twice", '"The oven was cold. "'),
    ("‘The oven was cold. ‘We had no bread,’ she said.", "opened-twice", "‘The oven was cold. ‘"),
    ("“It never stops, ”said the farmer.", "glued", "”"),
    ("“It never stops,”said the farmer.", "glued", "”"),
    ('"It never stops,"said the farmer.', "glued", '"'),
    ('"It never stops, "said the farmer. "Never."', "glued", '"'),
    ("It never stops, ”said the farmer.", "glued", "”"),
    ("The sign says ““Mind the dog””.", "doubled", "““Mind the dog””"),
    ('The sign says ""Mind the dog"".', "doubled", '""Mind the dog""'),
    ("The sign says ''Mind the dog''.", "typewritten", "''Mind the dog''"),
    ('He spoke of “a lucky draw" on the radio.', "mixed", '“a lucky draw"'),
    ('He spoke of "a lucky draw” on the radio.', "mixed", '"a lucky draw”'),
    ("«The crop is lost,” he said.", "mixed-guillemet", "«The crop is lost,”"),
    ("“The crop is lost», he said.", "mixed-guillemet", "“The crop is lost»"),
    ("He praised its ”clarity“.", "reversed", "”clarity“"),
    ("He praised its ”clarity“ and left.", "reversed", "”clarity“"),
    ("The album “ Night Train ” is old.", "spaced", "“ "),
    ("The album “ Night Train” is old.", "spaced", "“ "),
    ('The album " Night Train " is old.', "spaced-straight", '" '),
    ("He likes the “rapid.” growth of rail.", "stopped", "“rapid.”"),
    ('He likes the "rapid." growth of rail.', "stopped", '"rapid."'),
    ("The guide said “It is steep, and closed it.", "never-closed", "“It is steep, and closed it."),
    ("“It rained, said the driver. “We walked,” he said.", "never-closed", "“It rained, said the driver. "),
    ("It will hold,” she said.", "never-opened", "”"),
    ("He was “tired and left. She said “no” to us.", "unclosed", "“tired and left."),
    ("“ “We never gave up,” she said.", "opened-twice", "“ “"),
    ("The plan is “fair”and cheap.", "glued", "”"),
    ('The plan is "fair"and cheap.', "glued", '"'),
    ("The room, which he calls “cosy.” has no window.", "stopped", "“cosy.”"),
]

HONEST = [
    "“He told me, ‘Go home,’ and I went.”",
    "“She asked, “Why?” and I said, “Because.””",
    "““Yes” was all he said,” she told us.",
    '"I asked him. "Why?" was all he said," she wrote.',
    "“He asked me. “Why?” was all he said,” she wrote.",
    "“I know,” she said. “I know.” “And?”",
    "“We will go on”—he paused—“until we win.”",
    '"We will go on"—he paused—"until we win."',
    "The 27” screen and the 4’ 6” desk, 5’11” and 6'2\" tall, 3'' deep, 3/4\" thick.",
    '"The 27" screen is small," he said. "The 30" is dear."',
    "“The 27” screen is small,” he said.",
    "The ‘90s were good, the ’80s and the '70s better; ’tis said so, 'twas so, ‘em too.",
    "'I was goin' home,' said the miner. 'An' then?' asked the boys' teacher.",
    "'I saw an' old man o' the sea,' he said.",
    "'Tis late,' he said. The dogs' and cats' homes agreed. Rock 'n' roll is his boss's.",
    "He called 'em in. 'Em went, 'e said.'",
    "Home » Products » Shoes. « Previous page | Next page »",
    "«Non», dit-il; „Nein“, said she; »ja«, ‹si› and „tak” and ”joo”.",
    "« Bonjour », she said, and « au revoir ».",
    'x = ""; f("a", "b", ""); print("") and """a docstring"""',
    '"name","street","","town"',
    "He wrote '“text”' and “‘text’” and \"'text'\".",
    "“ ‘No,’ he told me, and that was ‘all.’ ”",
    "The reform, she said, “ [is] why many stay.”",
    "The suffix “.com” and the word “etc.” are old; “approx.” stands for approximately.",
    "She ended with “amen.” and sat down.",
    "The “gang”sters, the “yes”es and the ”crew” are here.",
    '"It is over."The next day began with rain.',
    "He said that “we were poor. We had “nothing” to eat” and wept.",
    "She called it “bad.” It was. The word “etc.” is short, and so is “approx.” and “no.”",
    'The strings "a" and "b", [ "c" , "d"], k="e"for and "f"s are code; he is "like"d.',
    "Latitude 51°30′26″N, longitude 0°7′39″W; 51° 30' 26\" N in old type.",
    "“It was.“ She wrote “no.“ and „no.“",
    'He said “...and so on” and "... and so forth".',
    "“{”, “(” and '\"' are marks (\"), too.",
]


@pytest.mark.parametrize(("text", "name", "span"), DAMAGED)
def test_each_fault_is_told_once_and_where_it_is(text: str, name: str, span: str) -> None:
    assert faults(text) == [(name, span)]


def test_every_fault_is_in_the_table() -> None:
    assert {name for _, name, _ in DAMAGED} == set(FAULTS)


@pytest.mark.parametrize("text", HONEST)
def test_honest_marks_are_no_fault(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("mark", ["“", '"', "«"])
def test_a_quotation_of_several_paragraphs_opens_again_in_each(mark: str) -> None:
    close = {"“": "”", '"': '"', "«": "»"}[mark]
    assert faults(f"{mark}One paragraph.\n\n{mark}Another.\n\n{mark}The last,{close} she said.") == []


def test_a_quotation_over_a_break_between_two_lines_is_one() -> None:
    assert faults("“No night is\n\nwithout a star.”") == []
    assert faults("“No night is long.\n\nIt was late.\n\nThe star rose.”") == [
        ("never-closed", "“No night is long."),
        ("never-opened", "”"),
    ]


def test_a_block_quotation_needs_no_marks() -> None:
    assert faults("> “We rise\n> and fall.”\n\n> No marks here.\n", "markdown") == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“One,” 'two' and \"three\".", ["One,", "two", "three"]),
        ("‘One’ and „two“ and «three»", ["One", "two", "three"]),
        ("“He said ‘no’.”", ["He said ‘no’.", "no"]),
        ('“the 5" nail” and “two”', ['the 5" nail', "two"]),
        ("The boys' 'secret' place", ["secret"]),
        ("”yksi” and “two“", ["yksi", "two"]),
    ],
)
def test_spans_lie_inside_the_marks(text: str, spans: list[str]) -> None:
    assert quotations(text) == spans


@pytest.mark.parametrize(
    "piece",
    [
        "“a ",
        '"a ',
        "‘a ",
        "a’ ",
        "“a. ",
        '"A. ',
        "«a ",
        "““a ",
        "“a, b c. “A ",
        "don’t ",
        "”a“ ",
        "'a' ",
        "‘A dogs’ dogs’ ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(text: str) -> float:
        best = []
        for _ in range(3):
            ready = document(read(text))
            began = time.process_time()
            _ = ready.quotations
            best.append(time.process_time() - began)
        return min(best)

    short = piece * 3_000
    assert seconds(short * 4) < 9 * seconds(short) + 0.05  # 16 times were it the square
