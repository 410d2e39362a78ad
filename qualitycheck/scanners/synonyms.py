"""Words that engines and spinners take for each other: one word of another language, two of English."""

from __future__ import annotations

from functools import cache

# A line each. What honest writers vary in a fixed term (`good`, `great`) is left out.
_WORDS = """
    heavy hard severe
    quiet silent still calm
    loud noisy
    broken shattered smashed
    promise pledge vow
    brave courageous valiant bold
    best finest
    serious grave
    engine motor
    car automobile auto vehicle
    forest wood woods woodland
    house home dwelling
    helper backer supporter assistant aide ally accomplice
    faithful loyal
    decisive decided determined resolute
    fast quick rapid swift speedy
    hidden concealed secret
    weapon arms armament
    war warfare
    enemy foe adversary opponent rival
    friend companion buddy pal comrade
    friendship amity
    freedom liberty
    danger peril hazard risk
    dangerous hazardous perilous risky
    threat menace
    fear dread
    terror horror
    mistake error fault blunder
    lie falsehood untruth
    truth verity
    answer reply response
    big large huge
    small little tiny
    strong powerful mighty sturdy
    weak feeble frail
    rich wealthy affluent
    poor impoverished
    happy glad joyful cheerful
    sad unhappy sorrowful
    angry furious irate
    cruel brutal merciless
    wise sensible prudent
    clever smart intelligent
    stupid foolish silly dumb
    crazy insane mad
    beautiful pretty lovely gorgeous
    ugly hideous unsightly
    clear obvious evident
    important significant
    crucial vital essential
    difficult hard tough
    empty vacant void
    full complete
    whole entire
    holy sacred
    strange weird odd peculiar
    famous renowned celebrated
    ancient antique
    sick ill
    sickness illness disease
    cure remedy
    doctor physician
    teacher instructor educator
    pupil student
    child kid youngster
    worker laborer labourer employee
    boss chief
    leader chief head
    king monarch
    soldier warrior
    killer murderer assassin
    murder killing slaying
    thief robber burglar
    crime offence offense
    prison jail gaol
    punishment penalty
    victim casualty
    wound injury
    shop store
    street road
    ship vessel boat
    harbour harbor port
    mountain mount
    stone rock
    begin start commence
    beginning start
    end finish conclude
    build construct erect
    destroy demolish ruin
    repair mend fix
    buy purchase
    sell vend
    help assist aid
    hurt harm injure
    hide conceal
    show display exhibit
    speak talk
    choose select pick
    change alter
    stop halt cease
    fight battle struggle combat
    win triumph
    victory triumph
    defeat loss
    gift present donation
    goal aim objective target
    duty obligation
    task job assignment
    plan scheme blueprint
    proposal suggestion
    deal agreement accord pact
    treaty pact accord
    partner associate
    partnership alliance
    neighbour neighbor
    money cash funds
    price cost
    salary wage wages pay
    growth increase
    decline decrease
    shadow shade
    path way route
    journey trip voyage
    dream vision
    hope expectation
    heart core
    side team
    unjust unfair inequitable
    fair just equitable
    deliberate conscious intentional wilful willful
    choice selection option
    cautious careful wary
    clearly plainly obviously evidently manifestly
    disastrous catastrophic calamitous
    disgraceful shameful
    unacceptable intolerable inadmissible
    unthinkable inconceivable unimaginable
    reckless careless
    excessive exaggerated
    necessary needed required
    enough sufficient adequate
    temporary provisional interim
    permanent lasting enduring
    thorough comprehensive exhaustive
    stubborn obstinate headstrong
    humiliating degrading demeaning
    shocking appalling horrifying
    disappointing disheartening
    encouraging heartening
    lonely solitary lonesome
    fury rage wrath
    grief sorrow mourning
    disgrace shame dishonor dishonour
    betrayal treason treachery
    chaos disorder
    collapse breakdown
    rescue salvation
    obstacle hindrance barrier
    will shall
"""
# In the names of offices, firms and ships, where each word is as fixed as the name.
_NAME_WORDS = """
    defence protection defending
    defense protection defending
    central middle
    labour work
    labor work
    rights laws
    press printing
    foreign external
    interior internal inside
    justice fairness
    education schooling instruction
    finance money financing
    supreme highest
    national nationwide
    united joined
    nations countries
    democratic democracy
    party celebration
    peoples folk
    royal kingly regal
    house dwelling
    free liberated
    world worldwide
    research investigation
    institute institution
    academy academia
    development improvement
    agriculture farming
    environment surroundings
    guardian protector
    young youthful
    new fresh
    old ancient
    star asterisk
    times instances
    court courtroom
    council advice
    culture civilization civilisation
"""


@cache
def _lines(table: str) -> dict[str, set[int]]:
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(table.strip().splitlines()):
        for word in line.split():
            lines.setdefault(word, set()).add(number)
    return lines


def are_synonyms(one: str, other: str, *, of_names: bool = False) -> bool:
    """Whether two words (lower case) that differ stand for one; a plural in -s matches a plural."""
    lines = _lines(_NAME_WORDS if of_names else _WORDS)
    if one == other:
        return False
    if one.endswith("s") and other.endswith("s") and one not in lines and other not in lines:
        one, other = one[:-1], other[:-1]
    return not lines.get(one, set()).isdisjoint(lines.get(other, set()))


def has_synonym(word: str) -> bool:
    """Whether a word of a name (lower case) has a synonym there."""
    return word in _lines(_NAME_WORDS)
