"""A line of the source as a terminal shows it, and carets under a part of it."""

from __future__ import annotations

import re
import unicodedata

# Code points looked at on either side of a span's start: a line of 20 MB must not cost more than a short one.
_REACH = 400
_BREAK = re.compile(r"[\r\n]")
_TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"

# What would move the cursor, colour the terminal or turn the reading direction around is shown, never sent.
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)} | {
    0x09: _TAB,
    0x7F: "␡",
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029, *_DIRECTION, *range(0xD800, 0xE000)), "\ufffd"),
}


def printable(text: str) -> str:
    """``text`` on one line and without anything a terminal would act on."""
    return text.translate(_SHOWN)


def widths(text: str) -> list[int]:
    """Terminal cells of each code point of ``text``, as :func:`printable` shows it.

    East Asian wide characters and emoji take two, marks that combine with the character before them none. Emoji
    sequences count as the one picture that current terminals draw.
    """
    if text.isascii():
        return [len(_TAB) if char == "\t" else 1 for char in text]
    cells: list[int] = []
    drawn = 0  # cells of the last character that takes any
    joined = False
    for char in text:
        if char == "\t":
            width = len(_TAB)
        elif char < "\x7f" or ord(char) in _SHOWN:
            width = 1
        elif joined or ("\U0001f3fb" <= char <= "\U0001f3ff" and drawn == 2):
            width = 0
        elif char == _EMOJI_STYLE:
            width = 1 if drawn == 1 else 0
            drawn = 2
        else:
            width = _width(char)
        joined = char == _JOINER and drawn == 2
        drawn = width if width and char != _EMOJI_STYLE else drawn
        cells.append(width)
    return cells


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} and char != "\u00ad":
        return 0
    if "\u1160" <= char <= "\u11ff":  # vowels and finals of a Hangul syllable are drawn into its first letter
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def pointed(text: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line of ``text`` in which ``[start, end)`` begins, and a line of carets under its part of that span.

    A line of more than ``width`` cells is cut at words around the span, ``…`` standing for the rest.
    """
    low, high = max(0, start - _REACH), min(len(text), start + _REACH)
    left = max(text.rfind("\n", low, start), text.rfind("\r", low, start), low - 1) + 1
    found = _BREAK.search(text, start, high)
    right = found.start() if found else high
    chars = text[left:right]
    cells = widths(chars)
    a, b = start - left, max(start, min(end, right)) - left

    i, j = 0, len(chars)
    cut_left = left == low > 0 and text[low - 1] not in "\r\n"
    cut_right = found is None and high < len(text)
    if cut_left or cut_right or sum(cells) > width:
        i, j = _window(chars, cells, a, b, width - 2)
    before = "…" if cut_left or i else ""
    after = "…" if cut_right or j < len(chars) else ""
    line = f"{before}{printable(chars[i:j])}{after}"
    carets = " " * (len(before) + sum(cells[i:a])) + "^" * max(1, sum(cells[a : min(b, j)]))
    return line.rstrip(), carets


def _window(chars: str, cells: list[int], a: int, b: int, budget: int) -> tuple[int, int]:
    """The part of ``chars`` around ``[a, b)`` that fits ``budget`` cells: as much before as after, where there is."""
    room = max(0, budget - sum(cells[a:b]))
    room_left = max(room // 2, room - sum(cells[b:]))
    i = a
    while i and (room_left := room_left - cells[i - 1]) >= 0:
        i -= 1
    if i and (space := chars.find(" ", i, a)) >= 0:
        i = space + 1
    while i < a and not cells[i]:  # a mark that lost its letter would combine with the "…"
        i += 1
    rest = budget - sum(cells[i:a])
    j = a
    while j < len(chars) and (rest := rest - cells[j]) >= 0:
        j += 1
    if j < len(chars) and (space := chars.rfind(" ", b, j)) >= 0:
        j = space
    return i, j
