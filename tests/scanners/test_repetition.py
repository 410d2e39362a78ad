"""`repetition`: sentences in two versions, sentences that say the one before again, measures converted wrongly."""

from __future__ import annotations

import pytest

from tests.scanners.test_scanners import found, rule

_LONG = "The council wants to mend the roof of the old swimming bath before the winter comes"


def versions(text: str) -> list[str]:
    return found(text, rule(kind="repetition", of="near-sentence", min_words=12))


def restated(text: str) -> list[str]:
    return found(text, rule(kind="repetition", of="restated", min_words=8))


def measures(text: str) -> list[str]:
    return found(text, rule(kind="repetition", of="measure"))


@pytest.mark.parametrize(
    "other",
    [
        _LONG.replace("mend", "repair"),
        _LONG.replace("before the winter comes", "before winter comes"),
        _LONG.replace("The council wants", "The council would want"),
    ],
)
def test_a_sentence_with_a_word_or_two_exchanged_is_another_version(other: str) -> None:
    assert versions(f"{_LONG}. It rained.\n\nNobody knows. {other}.") == [f"{other}."]


@pytest.mark.parametrize(
    "other",
    [
        _LONG,  # the same sentence is for `of: sentence`
        _LONG.replace("wants to", "does not want to"),
        _LONG.replace("council", "Council of Leeds"),
        _LONG.replace("old swimming bath", "hall of 1912"),
        "The council wants to mend the road to the new station as soon as there is money for it",
    ],
)
def test_another_name_number_or_denial_makes_another_fact(other: str) -> None:
    assert versions(f"{_LONG}. {other}.") == []


def test_a_sentence_with_code_in_it_is_no_version() -> None:
    sentence = "Set the option `{}` in the file to let the server send each of its metrics to the port."
    assert found(sentence.format("a") + "\n\n" + sentence.format("b").replace("each", "all"),
                 rule(kind="repetition", of="near-sentence", min_words=12), format="markdown") == []  # fmt: skip


def test_restated_is_the_same_words_in_another_order_in_one_paragraph() -> None:
    one = "Regular exercise improves sleep, mood and general health in older people."
    other = "In older people, regular exercise has been shown to improve general health, sleep and mood."
    assert restated(f"{one} {other}") == [other]
    assert restated(f"{one}\n\n{other}") == []
    assert restated(f"{one} It costs nothing but time, shoes and will. {other}") == []


def test_a_parallel_is_not_restated() -> None:
    sentence = "The skate tilts to the {0}, and the skater turns slowly to the {0} side of the rink."
    assert restated(f"{sentence.format('left')} {sentence.format('right')}") == []


@pytest.mark.parametrize(
    "text",
    [
        "5 miles (5 km)",
        "1,040 km (1,040 miles)",
        "83 km/h (83 mph)",
        "180°C (180°F)",
        "500 g (about 18 lb)",
        "a 10-acre (40-hectare)",
        "2 inches (2 feet)",
    ],
)
def test_a_measure_is_found_where_rounding_cannot_explain_it(text: str) -> None:
    assert measures(f"It was {text} then.") == [text.removeprefix("a ")]


@pytest.mark.parametrize(
    "text",
    [
        "40 meters (12 meters)",
        "100 km (62 km)",
        "5 kg (11 kg)",
        "50 hectares (124 hectares)",
        "30 degrees Celsius (86 degrees Celsius)",
        "86°F (30°F)",
        "30 degrees (86 degrees)",
        "30 degrees Celsius (30 degrees Fahrenheit)",
    ],
)
def test_two_figures_of_one_unit_are_found_where_one_is_the_other_converted(text: str) -> None:
    assert measures(f"It was {text} then.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "100 m (200 m)",
        "5 kg (10 kg)",
        "300 km (500 km)",
        "2 miles (3 miles for the long way)",
        "30 degrees (60 degrees)",
        "30°C (20°C)",
        "12 yards (11 yards)",
        "30 degrees Celsius (86 degrees Fahrenheit)",
    ],
)
def test_two_figures_of_one_unit_may_be_two_measures(text: str) -> None:
    assert measures(f"It was {text} then.") == []


@pytest.mark.parametrize(
    "text",
    [
        "5 miles (8 km)",
        "1 mile (2 km)",
        "100 yards (100 m)",
        "20°C (68°F)",
        "0°C (32°F)",
        "a rise of 2°C (3.6°F)",
        "6 feet 2 inches (1.88 m)",
        "5 to 10 km (6 miles)",
        "a 1/2 inch (1.3 cm) pipe",
        "20 pounds (25 dollars)",
        "8 oz (240 ml)",
        "2.5 acres (1 hectare)",
        "5 km (10 km for the men)",
        "1,000 litres (264 gallons)",
    ],
)
def test_a_rounded_measure_is_honest(text: str) -> None:
    assert measures(f"It was {text} then.") == []


def test_each_pair_of_measures_is_told_once() -> None:
    assert measures("From 5 miles (5 km) to 9 miles (9 km) and 10 miles (10 kilometers).") == [
        "5 miles (5 km)",
        "9 miles (9 km)",
        "10 miles (10 kilometers)",
    ]
