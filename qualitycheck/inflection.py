"""The forms of an English word, and its other spelling: what the tables of wrong words need not write out.

Regular endings by rule, irregular ones from the lists below, and no form that the lexicon does not know: better none
than *informations*.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qualitycheck.lexicon import NOUN_PLURAL, NOUN_SINGULAR, VERB_BASE, VERB_ING, VERB_PAST, VERB_S, mask


def _entries(text: str) -> list[list[str]]:
    return [entry.split(":") for entry in text.split()]


_IRREGULAR_PLURALS = dict(
    _entries("""
    man:men woman:women child:children foot:feet tooth:teeth goose:geese mouse:mice person:people life:lives
    wife:wives knife:knives half:halves leaf:leaves shelf:shelves self:selves thief:thieves wolf:wolves
    calf:calves crisis:crises analysis:analyses basis:bases thesis:theses hypothesis:hypotheses
    diagnosis:diagnoses criterion:criteria phenomenon:phenomena medium:media bacterium:bacteria virus:viruses
    gas:gases bus:buses potato:potatoes tomato:tomatoes hero:heroes veto:vetoes echo:echoes embargo:embargoes
    """)
)

# base:past:participle
_IRREGULAR_VERBS = {
    base: forms
    for base, *forms in _entries("""
    arise:arose:arisen awake:awoke:awoken bear:bore:borne beat:beat:beaten become:became:become
    begin:began:begun bend:bent:bent bet:bet:bet bid:bid:bid bind:bound:bound bite:bit:bitten bleed:bled:bled
    blow:blew:blown break:broke:broken breed:bred:bred bring:brought:brought broadcast:broadcast:broadcast
    build:built:built burst:burst:burst buy:bought:bought cast:cast:cast catch:caught:caught choose:chose:chosen
    cling:clung:clung come:came:come cost:cost:cost creep:crept:crept cut:cut:cut deal:dealt:dealt dig:dug:dug
    do:did:done draw:drew:drawn drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed:fed
    feel:felt:felt fight:fought:fought find:found:found flee:fled:fled fling:flung:flung fly:flew:flown
    forbid:forbade:forbidden forecast:forecast:forecast foresee:foresaw:foreseen forget:forgot:forgotten
    forgive:forgave:forgiven freeze:froze:frozen get:got:got give:gave:given go:went:gone grind:ground:ground
    grow:grew:grown hang:hung:hung have:had:had hear:heard:heard hide:hid:hidden hit:hit:hit hold:held:held
    hurt:hurt:hurt keep:kept:kept kneel:knelt:knelt know:knew:known lay:laid:laid lead:led:led leave:left:left
    lend:lent:lent let:let:let lie:lay:lain light:lit:lit lose:lost:lost make:made:made mean:meant:meant
    meet:met:met mistake:mistook:mistaken outdo:outdid:outdone overcome:overcame:overcome
    overtake:overtook:overtaken overthrow:overthrew:overthrown pay:paid:paid put:put:put quit:quit:quit
    read:read:read rebuild:rebuilt:rebuilt ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run
    say:said:said see:saw:seen seek:sought:sought sell:sold:sold send:sent:sent set:set:set sew:sewed:sewn
    shake:shook:shaken shed:shed:shed shine:shone:shone shoot:shot:shot show:showed:shown shrink:shrank:shrunk
    shut:shut:shut sing:sang:sung sink:sank:sunk sit:sat:sat sleep:slept:slept slide:slid:slid sow:sowed:sown
    speak:spoke:spoken spend:spent:spent spin:spun:spun split:split:split spread:spread:spread
    spring:sprang:sprung stand:stood:stood steal:stole:stolen stick:stuck:stuck strike:struck:struck
    strive:strove:striven swear:swore:sworn sweep:swept:swept swim:swam:swum swing:swung:swung take:took:taken
    teach:taught:taught tear:tore:torn tell:told:told think:thought:thought throw:threw:thrown
    thrust:thrust:thrust tread:trod:trodden undergo:underwent:undergone understand:understood:understood
    undertake:undertook:undertaken undo:undid:undone uphold:upheld:upheld upset:upset:upset wake:woke:woken
    wear:wore:worn weave:wove:woven weep:wept:wept win:won:won wind:wound:wound withdraw:withdrew:withdrawn
    withhold:withheld:withheld withstand:withstood:withstood write:wrote:written
    """)
}

# British:American, as the stems they begin with; what ends in -ise and -yse is told by rule.
_SPELLINGS = _entries("""
    armour:armor behaviour:behavior colour:color endeavour:endeavor favour:favor flavour:flavor harbour:harbor
    honour:honor humour:humor labour:labor neighbour:neighbor parlour:parlor rigour:rigor rumour:rumor
    saviour:savior splendour:splendor tumour:tumor valour:valor vapour:vapor vigour:vigor centre:center
    fibre:fiber litre:liter metre:meter kilometre:kilometer millimetre:millimeter centimetre:centimeter
    theatre:theater calibre:caliber defence:defense offence:offense licence:license pretence:pretense
    programme:program grey:gray plough:plow aluminium:aluminum jewellery:jewelry mould:mold moustache:mustache
    pyjamas:pajamas sceptic:skeptic storey:story sulph:sulf travell:travel cancell:cancel labell:label
    modell:model fuell:fuel signall:signal dialogue:dialog catalogue:catalog paediatric:pediatric anaem:anem
    oestrogen:estrogen manoeuvre:maneuver
    """)
_ISE = re.compile(r"(\w{3,}?)([sz])((?:e|es|ed|ing|er|ers|ation|ations|able)|(?<=y[sz])(?:e|ed|ing|er))")


class VerbForms(NamedTuple):
    third: str
    gerund: str
    past: str
    participle: str


@cache
def plural(noun: str) -> str | None:
    """The plural of a singular noun, or None where the lexicon knows none."""
    if noun.endswith("man") and mask(noun[:-3]):  # `clergyman`, which the lexicon need not know; no `human`
        return noun[:-2] + "en"
    if not mask(noun) & NOUN_SINGULAR:
        return None
    form = _IRREGULAR_PLURALS.get(noun) or _with_s(noun)
    return form if mask(form) & NOUN_PLURAL else None


@cache
def verb_forms(base: str) -> VerbForms | None:
    """The other forms of a verb, or None where the lexicon does not know them."""
    if not mask(base) & VERB_BASE or base == "be":
        return None
    third = "has" if base == "have" else base + "es" if base.endswith(("do", "go")) else _with_s(base)
    gerund = next((form for form in _gerunds(base) if mask(form) & VERB_ING), None)
    if base in _IRREGULAR_VERBS:
        past, participle = _IRREGULAR_VERBS[base]
    else:
        past = participle = next((form for form in _pasts(base) if mask(form) & VERB_PAST), "")
    if not gerund or not past or not mask(third) & VERB_S:
        return None
    return VerbForms(third, gerund, past, participle)


@cache
def spellings(word: str) -> tuple[str, ...]:
    """``word`` and how it is spelt on the other side of the Atlantic."""
    found = [word]
    for british, american in _SPELLINGS:
        for one, other in ((british, american), (american, british)):
            if word.startswith(one) and not (one == american and word.startswith(british)):
                found.append(other + word.removeprefix(one))
    if match := _ISE.fullmatch(word):
        stem, letter, ending = match.groups()
        found.append(stem + ("z" if letter == "s" else "s") + ending)
    return tuple(dict.fromkeys(form for form in found if form == word or mask(form)))


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _gerunds(base: str) -> tuple[str, ...]:
    stem = base[:-2] + "y" if base.endswith("ie") else base[:-1] if re.search(r"[^eoy]e$", base) else base
    return (stem + stem[-1] + "ing", stem + "ing")  # `planning` before `planing`


def _pasts(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if re.search(r"[^aeiou]y$", base):
        return (base[:-1] + "ied",)
    return (base + base[-1] + "ed", base + "ed")
