"""What an English word can be: ``form -> mask``, enough grammar for rules without a tagger.

A mask says what a form *can* be, never what it is in its sentence: *building* is an -ing form and a noun. So a rule
asks for what the word can only be (``only-verb-ing``), or shows by the words around it which reading is meant.

Function words are closed sets and stand here; the other forms come from a table that ``scripts/build_lexicon.py``
makes of the package lemminflect (``data/NOTICE-lexicon.md``). The table is read on the first question about a word
that is no function word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

VERB_BASE = 1
VERB_ING = 2
VERB_S = 4
VERB_PAST = 8  # past tense or past participle
NOUN_SINGULAR = 16
NOUN_PLURAL = 32
ADJECTIVE = 64
ADVERB = 128
DETERMINER = 256
PREPOSITION = 512
PRONOUN = 1024
AUXILIARY = 2048
CONJUNCTION = 4096
PARTICLE = 8192
NUMERAL = 16384

VERB = VERB_BASE | VERB_ING | VERB_S | VERB_PAST
NOUN = NOUN_SINGULAR | NOUN_PLURAL
FUNCTION = DETERMINER | PREPOSITION | PRONOUN | AUXILIARY | CONJUNCTION | PARTICLE
ANY = VERB | NOUN | ADJECTIVE | ADVERB | FUNCTION | NUMERAL


class WordClass(NamedTuple):
    """A word is in it when its mask has a bit of ``some`` and none of ``none``."""

    some: int
    none: int = 0


_PLAIN = {
    "verb-base": VERB_BASE,
    "verb-ing": VERB_ING,
    "verb-s": VERB_S,
    "verb-past": VERB_PAST,
    "verb": VERB,
    "noun-singular": NOUN_SINGULAR,
    "noun-plural": NOUN_PLURAL,
    "noun": NOUN,
    "adjective": ADJECTIVE,
    "adverb": ADVERB,
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "pronoun": PRONOUN,
    "auxiliary": AUXILIARY,
    "conjunction": CONJUNCTION,
    "particle": PARTICLE,
    "numeral": NUMERAL,
    "function": FUNCTION,
}

#: The names that rules use. ``only-`` and a name: the word can be nothing else. ``content``: a known word that is no
#: function word. ``finite``: can be the verb of a clause; a sentence without such a word is a fragment.
#: ``verbal-ing``, ``verbal-past``, ``participle`` (one or the other): a participle, perhaps one used as an adjective,
#: but no noun and no function word. ``plural``: a noun that is no singular, perhaps a verb too. ``premodifier``: a
#: determiner or adjective that needs a noun after it.
CLASSES: dict[str, WordClass] = {
    **{name: WordClass(bits) for name, bits in _PLAIN.items()},
    **{f"only-{name}": WordClass(bits, ANY & ~bits) for name, bits in _PLAIN.items()},
    "unknown": WordClass(0),
    "content": WordClass(VERB | NOUN | ADJECTIVE | ADVERB, FUNCTION),
    "finite": WordClass(VERB_BASE | VERB_S | VERB_PAST | AUXILIARY),
    "verbal-ing": WordClass(VERB_ING, NOUN | FUNCTION),
    "verbal-past": WordClass(VERB_PAST, NOUN | FUNCTION | VERB_BASE),
    "plural": WordClass(NOUN_PLURAL, NOUN_SINGULAR),
    "premodifier": WordClass(ADJECTIVE | DETERMINER, NOUN | VERB | PRONOUN | PREPOSITION | CONJUNCTION),
    "participle": WordClass(VERB_ING | VERB_PAST, NOUN | FUNCTION | VERB_BASE),
}

_CLOSED_CLASSES = {
    DETERMINER: """
        a an the this that these those my your his her its our their whose which what each every either neither some
        any no all both half several many much few fewer less more most enough another such whatever whichever
        """,
    PREPOSITION: """
        aboard about above across after against along alongside amid amidst among amongst around as at atop barring
        before behind below beneath beside besides between beyond by concerning considering despite down during
        except excluding following for from given in including inside into like minus near of off on onto opposite
        out outside over past pending per plus regarding respecting round save since than through throughout till to
        touching toward towards under underneath unlike until unto up upon versus via with within without worth
        according owing vs
        """,
    PRONOUN: """
        i you he she it we they me him her us them mine yours his hers ours theirs myself yourself himself herself
        itself ourselves yourselves themselves oneself this that these those who whom whose which what whoever whomever
        whatever whichever somebody someone something anybody anyone anything everybody everyone everything nobody none
        nothing one ones each other others another either neither both all some any many few several such there y'all
        i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll it'd we're we've
        we'll we'd they're they've they'll they'd that's that'll that'd who's who'll who'd what's what'll there's
        there'll there'd here's let's
        """,
    AUXILIARY: """
        be am is are was were been being have has had having do does did done doing will would shall should can could
        may might must ought cannot
        isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't
        couldn't mayn't mightn't mustn't needn't oughtn't daren't ain't
        i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll it'd we're we've
        we'll we'd they're they've they'll they'd that's that'll that'd who's who'll who'd what's what'll where's how's
        when's why's there's there'll there'd here's
        """,
    CONJUNCTION: """
        and or but nor so yet for because although though while whilst whereas if unless until till when whenever where
        wherever since than that whether lest once as after before provided providing either neither both how why
        """,
    PARTICLE: """
        not to too very also just only even still then thus hence here there again ever never always often quite rather
        almost already perhaps maybe however therefore moreover furthermore nevertheless nonetheless meanwhile instead
        otherwise indeed else yes no oh well now
        """,
    NUMERAL: """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
        trillion dozen
        """,
}


def _closed() -> dict[str, int]:
    masks: dict[str, int] = {}
    for bit, words in _CLOSED_CLASSES.items():
        for word in words.split():
            masks[word] = masks.get(word, 0) | bit
    return masks


_CLOSED = _closed()


@cache
def _table() -> dict[str, int]:
    # A line is a paradigm and the stems that have it: `:1,s:4,ed:8,ing:2 abduct abet...`, an ending and the mask of
    # the form that has it. Whole lists at a time, because this is paid by every cold start that asks for a word.
    table: dict[str, int] = {}
    for line in (Path(__file__).parent / "data" / "lexicon.txt").read_text(encoding="ascii").splitlines():
        paradigm, _, rest = line.partition(" ")
        stems = rest.split()
        for form in paradigm.split(","):
            ending, _, bits = form.partition(":")
            table.update(dict.fromkeys([stem + ending for stem in stems] if ending else stems, int(bits)))
    for word, closed in _CLOSED.items():
        table[word] = table.get(word, 0) | closed
    return table


@cache
def easy_words() -> frozenset[str]:
    """The list of Dale and Chall: words that children of ten know, and that stand on every page."""
    return frozenset((Path(__file__).parent / "data" / "dale_chall.txt").read_text(encoding="utf-8").split())


def mask(word: str) -> int:
    """What ``word`` (lower case, straight apostrophes) can be, as bits of this module; 0 if it is not known.

    A possessive is looked up without its ending, and is what its noun is.
    """
    table = _table()
    return table.get(word) or (table.get(word[:-2], 0) & NOUN if word.endswith("'s") else 0)


def is_a(word: str, class_name: str) -> bool:
    """Whether ``word`` (lower case) is in the class, a key of ``CLASSES``; KeyError if there is no such class.

    A word that the lexicon does not know is in the class ``unknown`` and in no other.
    """
    if class_name == "unknown":
        return not mask(word)
    some, none = CLASSES[class_name]
    if not some & ~(FUNCTION | NUMERAL):  # a closed class: no need of the table
        bits = _CLOSED.get(word, 0)
        if not bits & some or not none:
            return bool(bits & some)
    bits = mask(word)
    return bool(bits & some) and not bits & none
