"""Quotation marks read as a state machine, a block at a time.

What a mark does is read off its neighbours and its shape: one after a space and before a letter opens, one after a
letter and before a space closes, and only a mark between two spaces or two letters depends on what is open. Marks of
two kinds may be a pair. Inches, feet, code, breadcrumbs and apostrophes stay out of it. Faults of straight marks are
told only beside an end mark: their parity alone alarms on inches, seconds, code and headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple, get_args

from qualitycheck.model import Block, Span

FaultName = Literal[
    "closed-twice",
    "opened-twice",
    "never-opened",
    "never-closed",
    "glued",
    "doubled",
    "typewritten",
    "mixed",
    "mixed-guillemet",
    "reversed",
    "spaced",
    "spaced-straight",
    "stopped",
    "unclosed",
]
FAULTS: tuple[FaultName, ...] = get_args(FaultName)


class QuoteFault(NamedTuple):
    """``start``/``end``: the marks at fault and what stands between them."""

    name: FaultName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """``spans`` (inside the marks, in order) and ``faults`` (in order), both in prose offsets."""

    spans: tuple[Span, ...]
    faults: tuple[QuoteFault, ...]


class _Mark(NamedTuple):
    """One mark, or two of a kind at one place. ``way``: 1 opens, -1 closes, 0 as the state has it."""

    start: int
    end: int
    char: str
    before: str
    after: str
    way: int

    @property
    def doubled(self) -> bool:
        return self.end - self.start == 2 and self.char in '"“”'


# An apostrophe between two letters is the commonest of them, and no mark.
_MARKS = re.compile(r"""[„«»‚‹›]|(?P<char>["“”'‘’](?<!\w['’](?=\w)))(?P=char)*""")
_SINGLE = frozenset("'‘’‚‹›")
_END_MARKS = frozenset(".!?…")
_PAUSES = frozenset(",.!?…")
_OPENS_AFTER = frozenset(" \n([{—–-/“‘„\"'\u00a0\ufffc")
_EMPTY_AFTER = _OPENS_AFTER | {",", "="}
_STANDS_AFTER_CLOSE = frozenset(".,;:!?)]}")
_KIND = {char: kind for kind, chars in {"curly": "“”„", "guillemet": "«»"}.items() for char in chars}
_ELIDED = re.compile(
    r"(?:\d|(?:tis|twas|twere|twill|twould|em|im|er|ere|ell|ello|ave|ad|is|ow|alf|cause|cos|cuz|til|till|round|bout|neath"
    r"|gainst|n|nuff|kay|un|uns|mid|pon|s|re|ve|ll|d|t|m)\b)",
    re.IGNORECASE,
)
_DROPPED = re.compile(r"(?:in|s|\b\w\w?)\Z")  # what stands before an apostrophe: `goin’`, `dogs’`, `o’`
_VERBS = (
    "said|says|told|asked|added|wrote|writes|explained|explains|replied|noted|notes|admitted|insisted|recalled|warned"
    "|joked|argued|claimed|continued|concluded|answered|cried|shouted|whispered|stressed|commented"
)
_SPEAKS = re.compile(rf"(?:{_VERBS})\b")
_SPEAKER = re.compile(rf", (?:\w+ )?(?:{_VERBS})\b")

# `“fair”and`: no ending that is put to a quoted word
_GLUED_WORD = re.compile(
    r"(?:and|but|or|which|who|that|for|in|of|to|with|because|when|while|is|was|are|were|has|had)\b"
)
# `was “clear and told him to go. She`: a lower-case quotation that goes on into another sentence
_RUNS_ON = re.compile(r"[a-z)][.!?] +[A-Z“]")

# `the “rapid.” growth`: not what is said, and no abbreviation
_STOPPED = re.compile(
    r"""["“'‘](?:[a-z][a-z-]+ ){0,2}"""
    r"""(?!(?:etc|approx|dept|est|inc|govt|esp|misc|fig|vol|prof|assn|max|min)\.)[a-z-]{3,}"""
    r"""\.["”'’] (?!said|says|he\b|she\b|and\b|but\b|or\b|is\b|was\b|as\b)[a-z]{2,}""",
)
# `which he calls “cosy.” is served`: the quotation is what something is called, and its sentence goes on
_CALLED = re.compile(r"\b(?:calls?|called|describes?|described|praised|dismissed)\b[^.!?\"“”]{0,40} \Z")
_STOPPED_NAME = re.compile(r"""["“][a-z-]{3,}(?: [a-z-]{3,}){0,2}\.["”] (?:is|was|are|were|and|but|has|had)\b""")


def read_quotations(prose: str, blocks: Sequence[Block]) -> Quotations:
    """Pair the marks of each block. A quotation that runs on into the next block opens again there."""
    spans: list[Span] = []
    faults: list[QuoteFault] = []
    first = _MARKS.search(prose)
    if first is None:
        return Quotations((), ())
    left_open: QuoteFault | None = None  # where the block before left a quotation open
    for i, block in enumerate(blocks):
        if block.end <= first.start():
            continue
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        goes_on = following is not None and prose[following.start : following.start + 1] in ("“", "«", "„", '"')
        doubles, singles = _marks(prose, block)
        own = [*_doubles(prose, block, doubles, goes_on=goes_on), *_singles(prose, singles)]
        told = sorted((found for found in own if isinstance(found, QuoteFault)), key=lambda fault: fault.start)
        spans.extend(found for found in own if isinstance(found, Span))
        if left_open is not None and told and told[0].name == "never-opened":
            told.pop(0)  # one quotation over the break between two lines
        elif left_open is not None:
            faults.append(left_open)
        left_open = told.pop() if told and told[-1].name == "never-closed" else None
        faults.extend(told)
    if left_open is not None:
        faults.append(left_open)
    return Quotations(tuple(sorted(spans)), tuple(sorted(faults, key=lambda fault: fault.start)))


def _marks(prose: str, block: Block) -> tuple[list[_Mark], list[_Mark]]:
    """The double and the single marks of ``block``, without those that can be no quotation mark."""
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    for found in _MARKS.finditer(prose, block.start, block.end):
        start, end = found.span()
        before = prose[start - 1] if start > block.start else " "
        after = prose[end] if end < block.end else " "
        char = prose[start]
        if char in _SINGLE and end == start + 1:
            if not (before.isalnum() and after.isalnum()):
                singles.append(_Mark(start, end, char, before, after, _way(char, before, after)))
        elif end - start == 2 and char not in "“”":  # two typewriter apostrophes, or a mark escaped by another
            empty = before in _EMPTY_AFTER and not after.isalnum()
            if not empty and not before.isdigit():
                doubles.append(_Mark(start, end, char, before, after, _way('"', before, after)))
        elif end - start <= 2:
            doubles.append(_Mark(start, end, char, before, after, _way(char, before, after)))
        elif char in "“”":
            doubles.extend(
                _Mark(at, at + 1, char, before, after, _way(char, before, after)) for at in range(start, end)
            )
    return doubles, singles


def _way(char: str, before: str, after: str) -> int:
    opens = before in _OPENS_AFTER and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if char in '“"' and after in ",;)":
        return -1
    if char in "“„‚":
        # `it was.“` is curled the wrong way, and “ closes what „ opened
        if char == "“" and closes and (after.isspace() or after in _STANDS_AFTER_CLOSE):
            return -1
        return 1
    if char == "”":
        return 0 if opens and after.isalnum() else -1
    if opens and closes:
        return -1 if after in _STANDS_AFTER_CLOSE else 1
    if opens or closes:
        return 1 if opens else -1
    return {"«": 1, "‹": 1, "»": -1, "›": -1}.get(char, 0)


def _doubles(prose: str, block: Block, marks: Sequence[_Mark], *, goes_on: bool) -> Iterator[Span | QuoteFault]:
    opened: _Mark | None = None
    nested = 0  # quotations in the quotation, marked like the outer one
    closed: int | None = None
    for mark, following, third in zip_longest(marks, marks[1:], marks[2:]):
        at, char = mark.start, mark.char
        if opened is None:
            if mark.way == 1 or (mark.way == 0 and _opens(prose, mark, following)):
                opened, nested, closed = mark, int(mark.doubled), None
            elif char in "“”" and not mark.before.isdigit() and not _alone(mark):
                yield _unopened(mark, closed)
                closed = at
            elif char == '"' and closed is not None and mark.way == -1 and mark.before in _PAUSES and not mark.doubled:
                if not prose[at - 2 : at - 1].isdigit():
                    yield QuoteFault("closed-twice", closed, mark.end)
                closed = at
        elif mark.way == 1 and not (
            char == "“" and mark.after.isspace() and not (following is not None and following.start == mark.end + 1)
        ):
            if char == "«":
                opened, nested = mark, 0
            elif char == opened.char == "“" and (end := _runs_on_to(prose, block, opened, at)) is not None:
                both_closed = following is not None and third is not None and following.way == -1 == third.way
                if not both_closed and at == opened.end + 1:
                    yield QuoteFault("opened-twice", opened.start, mark.end)
                elif not both_closed:
                    yield QuoteFault("unclosed", opened.start, end)
                nested = 1 if both_closed else 0
                opened = opened if both_closed else mark
            elif (
                not nested
                and (char == "“" or mark.after.isupper())
                and prose[max(block.start, at - 2) : at].strip() in _END_MARKS
                and not (following is not None and third is not None and following.way == -1 == third.way)
            ):
                # `“… at noon, said the driver. “We …`: a mark was forgotten
                forgotten = _SPEAKER.search(prose, opened.end, at) is not None
                if not forgotten:
                    yield QuoteFault("opened-twice", opened.start, mark.end)
                elif opened.char == "“":
                    yield QuoteFault("never-closed", opened.start, at)
                opened, nested = mark, int(mark.doubled)
            elif char == '"' and prose[at - 2 : at] == ", " and _SPEAKS.match(prose, mark.end):
                yield Span(opened.end, at)
                yield QuoteFault("glued", at, mark.end)
                opened, closed = None, at
            else:
                nested += 1 + mark.doubled
        elif (
            mark.way == 0
            and char == '"'
            and not _alone(mark)
            and mark.before not in _PAUSES
            and not (mark.before.islower() and _GLUED_WORD.match(prose, mark.end))
        ):
            continue  # between two letters: no mark of a quotation
        elif mark.before.isdigit() and following is not None and following.way == -1 and not _alone(mark):
            continue  # inches in a quotation
        elif nested > mark.doubled:
            nested -= 1 + mark.doubled
        else:
            yield Span(opened.end, at)
            yield from _pair(prose, opened, mark)
            if prose[max(0, opened.start - 2) : opened.start - 1].islower() and (
                _STOPPED.match(prose, opened.start, mark.end + 6)
                or (
                    _STOPPED_NAME.match(prose, opened.start, mark.end + 6)
                    and _CALLED.search(prose, max(block.start, opened.start - 60), opened.start)
                )
            ):
                yield QuoteFault("stopped", opened.start, mark.end)
            opened, nested, closed = None, 0, at
    if opened is not None and not goes_on and opened.char == "“":
        yield QuoteFault("never-closed", opened.start, block.end)


def _runs_on_to(prose: str, block: Block, opened: _Mark, at: int) -> int | None:
    """The end of the sentence that ``opened``, `he was “tired and left.`, stands in, where ``at`` is beyond it.

    Of two marks with a space between them (`“ “No`) the second one's place; None for a quotation that may go on.
    """
    if at == opened.end + 1:
        return at
    before = prose[max(block.start, opened.start - 2) : opened.start]
    if not (opened.after.islower() and before[:1].islower() and before[1:] == " "):
        return None
    found = _RUNS_ON.search(prose, opened.end, at + 1)
    return None if found is None else found.start() + 2


def _alone(mark: _Mark) -> bool:
    return mark.before.isspace() and mark.after.isspace()


def _spaced(prose: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether spaces stand inside both marks, or inside a “, which no hand types so; `“ ‘No’ ”` is typography."""
    inside = prose[opened.end + 1 : opened.end + 2]
    apart = inside in _SINGLE or prose[mark.start - 2 : mark.start - 1] in _SINGLE
    return opened.after.isspace() and not apart and (_alone(mark) or (opened.char == "“" and inside.isalnum()))


def _opens(prose: str, mark: _Mark, following: _Mark | None) -> bool:
    """Whether a mark of unclear direction opens: it does where the next one can close."""
    if mark.char == "”":  # as in Swedish and Finnish, or curled the wrong way
        return following is not None and following.char in "”“" and following.way == -1
    if mark.char != '"' or following is None or following.way == 1:
        return False
    if not _alone(mark):
        return mark.before in _PAUSES or mark.before == ":"
    return following.char == '"' and not prose[mark.start - 2 : mark.start - 1].isdigit()


def _unopened(mark: _Mark, closed: int | None) -> QuoteFault:
    if closed is not None:
        return QuoteFault("closed-twice", closed, mark.end)
    if mark.after.isalpha() and mark.before.isspace():
        return QuoteFault("glued", mark.start, mark.end)
    return QuoteFault("never-opened", mark.start, mark.end)


def _pair(prose: str, opened: _Mark, mark: _Mark) -> Iterator[QuoteFault]:
    """What is wrong with two marks that are a pair."""
    one, other = _KIND.get(opened.char, "straight"), _KIND.get(mark.char, "straight")
    if one != other:
        guillemet = "guillemet" in (one, other)
        if not guillemet:
            yield QuoteFault("mixed", opened.start, mark.end)
        elif not opened.after.isspace() and not mark.before.isspace():
            yield QuoteFault("mixed-guillemet", opened.start, mark.end)
    if opened.char == "”" and mark.char == "“":
        yield QuoteFault("reversed", opened.start, mark.end)
    if opened.end - opened.start == 2 == mark.end - mark.start:
        yield QuoteFault("doubled" if opened.doubled else "typewritten", opened.start, mark.end)
    if (
        other != "guillemet"
        and mark.after.islower()
        and (
            mark.before.isspace()
            or mark.before in _PAUSES
            or (mark.before.isalpha() and _GLUED_WORD.match(prose, mark.end))
        )
    ):
        yield QuoteFault("glued", mark.start, mark.end)
    elif "guillemet" not in (one, other) and _spaced(prose, opened, mark):
        yield QuoteFault("spaced" if one == "curly" else "spaced-straight", opened.start, opened.end + 1)


def _singles(prose: str, marks: Sequence[_Mark]) -> Iterator[Span | QuoteFault]:
    """Quotations in single marks. Only a mark after a comma or an end mark is surely no apostrophe."""
    opened: _Mark | None = None
    perhaps: _Mark | None = None  # opens, or is the apostrophe of a word that lost its first letter
    closed: int | None = None
    for mark, following in zip_longest(marks, marks[1:]):
        sure = mark.before in _PAUSES
        if mark.way == 1:
            elided = mark.char != "‚" and (mark.char == "’" or _ELIDED.match(prose, mark.end) is not None)
            if elided:
                perhaps = perhaps or mark
            elif opened is None:
                opened, perhaps, closed = mark, None, None
            elif opened.after.isupper() and mark.after.isupper() and prose[mark.start - 2] in _END_MARKS:
                yield QuoteFault("opened-twice", opened.start, mark.end)
                opened = mark
        elif mark.way == -1 and opened is not None:
            if (
                sure
                or following is None
                or following.way != -1
                or not _DROPPED.search(prose, max(opened.end, mark.start - 3), mark.start)
            ):
                yield Span(opened.end, mark.start)
                opened, closed = None, mark.start if sure else None
        elif mark.way == -1 and sure and mark.char in "'’" and not prose[mark.start - 2 : mark.start - 1].isdigit():
            if perhaps is not None:
                yield Span(perhaps.end, mark.start)
            elif closed is not None:
                yield QuoteFault("closed-twice", closed, mark.end)
            perhaps, closed = None, mark.start
