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
    "temperature": {
        1.8: "°c degree_celsius degrees_celsius degrees_centigrade",
        1.0: "°f degree_fahrenheit degrees_fahrenheit",
    },
    "degrees": {1.8: "degrees"},
}
_UNITS = {
    unit.replace("_", " "): (kind, size)
    for kind, sizes in _SIZES.items()
    for size, units in sizes.items()
    for unit in units.split()
}
# The unit that goes with another in brackets; which one the engine turned into the other is seen by the figures.
_PARTNERS = {
    _UNITS[unit]: partner
    for pair in (
        "km miles",
        "meters feet",
        "cm inches",
        "kg lb",
        "g oz",
        "km/h mph",
        "hectares acres",
        "liters gallons",
    )
    for unit, partner in (pair.split(), pair.split()[::-1])
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
_ROUNDED, _FEW = 0.02, 0.05  # off by so much a figure is still another one converted; and by rounding at most
_RELATIVE = 0.25  # writers round; what the engine does is off by a factor


class Misconversion(NamedTuple):
    """``start``/``end`` of both measures and what the second should be, `8.05 km`."""

    start: int
    end: int
    right: str


def misconversions(folded: str, start: int, end: int) -> Iterator[Misconversion]:
    """The pairs of measures in ``folded[start:end]`` (lower case) whose second cannot be a rounding of the first.

    Of two figures for one unit, those of which one is the other in the unit that goes with it.
    """
    for match in _PAIR.finditer(folded, start, end):
        first, unit, second, other = match.groups()
        (kind, size), (of, step) = _UNITS[unit], _UNITS[other]
        if kind != of:
            continue
        if size == step:
            right = _one_unit(kind, size, first, second)
            if right is not None:
                yield Misconversion(*match.span(), right)
            continue
        given, value, ratio = float(first.replace(",", "")), float(second.replace(",", "")), size / step
        readings = [given * ratio]
        if kind == "temperature":  # else it is a difference of two temperatures
            readings.insert(0, given * ratio + 32 if step < size else (given - 32) * ratio)
        if all(abs(reading - value) > _slack(second, _slack(first) * ratio / 2, reading) for reading in readings):
            yield Misconversion(*match.span(), _amount(readings[0], other))


def _one_unit(kind: str, size: float, first: str, second: str) -> str | None:
    """What `40 meters (12 meters)` should say in its brackets; None where it may be two measures."""
    given, value = float(first.replace(",", "")), float(second.replace(",", ""))
    if kind in ("temperature", "degrees"):
        there, back = given * 1.8 + 32, (given - 32) / 1.8
        partner = "degrees Fahrenheit" if abs(there - value) < abs(back - value) else "degrees Celsius"
        right = there if partner == "degrees Fahrenheit" else back
        return _amount(right, partner, 3) if abs(right - value) <= 1 and value != given else None
    partner = _PARTNERS.get((kind, size), "")
    if not partner:
        return None
    ratio = size / _UNITS[partner][1]
    near = min(_FEW * value, max(_ROUNDED * value, 10.0 ** -len(second.partition(".")[2]) / 2))
    close = min(abs(given * ratio - value), abs(given / ratio - value)) <= near
    return _amount(given * ratio, partner) if close else None


def _amount(number: float, unit: str, digits: int = 2) -> str:
    return f"{float(f'{number:.{digits}g}'):,.10g} {unit}"


def _slack(number: str, rounding: float = 0.0, expected: float = 0.0) -> float:
    """One of the last digit that ``number`` shows, and what was lost before: by ``rounding``, or a share of it."""
    return 10.0 ** -len(number.partition(".")[2]) + max(_RELATIVE * abs(expected), rounding)
