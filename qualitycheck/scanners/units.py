"""Measures given twice, `5 km (3 miles)`: does the second follow from the first?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIZES: dict[str, dict[float, str]] = {
    "length": {
        1000.0: "km kilometer kilometers kilometre kilometres",
        1.0: "m meter meters metre metres",
        0.01: "cm centimeter centimeters centimetre centimetres",
        0.001: "mm millimeter millimeters millimetre millimetres",
        1609.344: "mile miles",
        0.9144: "yard yards yd",
        0.3048: "foot feet ft",
        0.0254: "inch inches",
    },
    "mass": {
        1.0: "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        0.001: "g gram grams gramme grammes",
        0.45359: "lb lbs pound pounds",
        0.02835: "oz ounce ounces",
    },
    "speed": {1.0: "km/h kph kmh", 1.609344: "mph"},
    "area": {1.0: "acre acres", 2.47105: "hectare hectares ha"},
    "volume": {1.0: "liter liters litre litres", 4.16: "gallon gallons"},  # between the American and the British
    "temperature": {1.8: "°c", 1.0: "°f"},
}
_UNITS = {
    unit: (kind, size) for kind, sizes in _SIZES.items() for size, units in sizes.items() for unit in units.split()
}
#: What the bracket ends with; one of these is in every pair of measures.
ENDS = tuple(f"{unit})" for unit in _UNITS)
REACH = 60  # code points that a pair of measures may take

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
# No number, range or fraction before it: in "6 feet 2 inches (1.88 m)" the inches are not all.
_ALONE = (
    r"(?<![\d.,/½¼¾\w-])(?<!\d )(?<!\d (?:to|by) )(?<!\d and )(?<!\d x )"
    r"(?<!(?:feet|foot) )(?<!ft )(?<!pounds )(?<!lb )(?<!feet and )"
)
_ABOUT = "(?:(?:about|around|roughly|nearly|almost|over|some|or) )?"
_PAIR = re.compile(rf"{_ALONE}({_NUMBER})[ -]?({_UNIT}) \({_ABOUT}({_NUMBER})[ -]?({_UNIT})\)")
_RELATIVE = 0.25  # writers round; what the engine does is off by a factor


class Misconversion(NamedTuple):
    """``start``/``end`` of both measures and what the second should be, `8.05 km`."""

    start: int
    end: int
    right: str


def misconversions(folded: str, start: int, end: int) -> Iterator[Misconversion]:
    """The pairs of measures in ``folded[start:end]`` (lower case) whose second cannot be a rounding of the first."""
    for match in _PAIR.finditer(folded, start, end):
        first, unit, second, other = match.groups()
        (kind, size), (of, step) = _UNITS[unit], _UNITS[other]
        if kind != of or size == step:
            continue
        given, value, ratio = float(first.replace(",", "")), float(second.replace(",", "")), size / step
        readings = [given * ratio]
        if kind == "temperature":  # else it is a difference of two temperatures
            readings.insert(0, given * ratio + 32 if other == "°f" else (given - 32) * ratio)
        if all(abs(reading - value) > _slack(second, _slack(first) * ratio / 2, reading) for reading in readings):
            yield Misconversion(*match.span(), f"{float(f'{readings[0]:.2g}'):,.10g} {other}")


def _slack(number: str, rounding: float = 0.0, expected: float = 0.0) -> float:
    """One of the last digit that ``number`` shows, and what was lost before: by ``rounding``, or a share of it."""
    return 10.0 ** -len(number.partition(".")[2]) + max(_RELATIVE * abs(expected), rounding)
