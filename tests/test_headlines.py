"""Headlines written for these tests: honest look-alikes, which must stay silent, and headlines made for clicks.

Neither is from a data set. Letter case must not matter: each is also read in lower case.
"""

from __future__ import annotations

import pytest

from qualitycheck import Checker, Config, packs
from qualitycheck.model import Finding

#: Each group is written in one of the moulds that pages made for clicks have worn out.
_HONEST = {
    "lists of guides and offices": """
10 tips for writing plain language
5 steps to a faster permit office
7 ways to lower the heating bill of a school
3 questions to ask before you sign a lease
6 things we changed after the user test
8 lessons from the first year of the bus lane
12 soups for winter
14 gardens to visit in May
20 photographs of the old harbour
Top 10 exports of the region in 2023
15 recipes from the island of Sardinia
The 25 largest employers in the county
""",
    "numbers in news": """
12 people who were on the bridge died
21 miners rescued after two days underground
17 schools to close in reform of the district
30 countries sign treaty on deep-sea mining
19 detained after protest at the port
24 hours in the life of an emergency ward
50 years on, the dam still leaks
11 convicted in fraud trial over flats
""",
    "how and why": """
How to read a balance sheet
How to prune an apple tree
How to repair a puncture
How the canal changed the town
How we test our bicycle lights
How you can comment on the draft plan
Why we moved to a four-day week
Why your council tax bill went up
Why bees dance
What we learned from a year of open data
What is a heat pump?
What the ruling means for tenants
What to do when a pipe bursts
What happens after the vote
When to plant garlic
Where the money goes: the city budget explained
""",
    "second person in service pieces": """
Your rights when a flight is cancelled
Can you deduct a home office?
Do you need a licence to fish here?
Should you fix your mortgage rate?
You can now renew your passport online
What you need to know before the vote
Check your smoke alarm this weekend
Tell us what you think about the new timetable
Before you travel: vaccinations and visas
Is your business ready for the new rules?
""",
    "this and these": """
This week in parliament
This year's harvest is the smallest since 1976
These are the new rules for drones
The law that made this city
Inside these walls: the monastery at 900
This is how the vote works
""",
    "questions of opinion and science": """
Is it time to abolish the penny?
Do trees talk to each other?
Who owns the moon?
Are we alone in the universe?
Can the centre hold?
Does class size matter?
Have we forgotten the lessons of 1929?
Will the court hear the case?
Why are there no green mammals?
Could this be the end of the tram?
""",
    "opinion and essays": """
We should all pay more for water
I was wrong about nuclear power
My father's last harvest
In praise of the slow train
The best argument against the bridge
All happy towns are alike
Everything must go: the end of a department store
Nobody asked the nurses
The trouble with school rankings
On never finishing a novel
Against the perfect lawn
What my students taught me about failure
If not now, when?
Things my grandmother carried
""",
    "songs, films and books": """
“You Can't Always Get What You Want”: the chorus at 50
Review: “The Man Who Knew Too Much”, restored
What Ever Happened to Baby Jane? returns to the stage
“I Will Always Love You” tops the chart again
“10 Things I Hate About You” is to become a musical
Everything Everywhere All at Once wins best picture
Who's Afraid of Virginia Woolf? opens in Leeds
All the King's Men: a new translation
This Is Spinal Tap gets a sequel
12 Angry Men moves to a village hall
The Best Years of Our Lives, and of the cinema
""",
    "sport": """
Best start to a season since 1998 for Rovers
The greatest final ever played here? Fans recall 1966
Keeper saves three penalties as City go through
She never stopped running: an obituary of a champion
Why United can still win the league
Who will replace the coach?
They came, they saw, they drew
Worst defeat in 40 years for the Reds
""",
    "strong words in news": """
Horrific crash closes the coast road
Amazing Grace: a hymn and its tune
Heartbreak for the home side in stoppage time
Secret papers reveal payments to minister
Stunning upset in the mayoral race
Shock at the sale of the shipyard
Judge calls plan insane
Perfect storm: how three faults sank the ferry
Fans were searched at the gate before the derby
Dogs and cats to get passports
Mothers march for safe streets
Man who fell from ship says he held on to a buoy
People who live near the airport sleep less, study finds
Everyone in the village is to get broadband
Teenager who built a radio telescope wins science prize
Parents are furious as school bus line is cut
""",
    "columns, letters and features": """
This city needs more trees
18 recipes for leftover bread
15 books to read this autumn
If the dam breaks
If the council wins, who pays?
People are living longer
People with asthma should stay indoors
A woman was arrested after the fire
Someone has to pay for the bridge
Here's how to apply for the grant
Here are the new opening hours
There are no easy answers on housing
What would Keynes say?
What would a four-day week cost?
Would you vote for a robot?
Does the minister know what she is doing?
Are these the last days of the tram?
Why are the bees dying?
Our towns are dying, and nobody cares
I lost my job, then my house
The secret life of the mole
The truth about school dinners
A perfect storm in the housing market
Every vote counts
Nobody knows what the tax will cost
We need to talk about water
My mother never learned to read
He was the best of us: a tribute
She wrote her first novel at 80
They said it could not be built
Our readers' photos of the storm
The day the music stopped
When the river rose
Why I left the party
Why I will never fly again
These four charts explain inflation
This chart shows where the money went
The worst drought in a century
The coldest winter ever recorded
Wild boar are back, and farmers hate it
You are what you eat, after all
Your letters: trams, trees and taxes
Your guide to the election
How to fall asleep when you are worried
What happens if you miss a payment?
What happens when a bank fails
Twelve things to do in Lisbon with children
9 books to read before you visit Japan
3 ways to fix a slow drain
Review: a funny, perfect little film
Just how safe are e-scooters?
""",
    "software and documentation": """
Getting started with your first project
What's new in version 4
Things to know before you upgrade
Why you should pin your dependencies
Never store passwords in plain text
5 best practices for error messages
How do I reset my password?
Here is how to report a bug
When your build fails
Everything you can configure
""",
}

#: By mechanism. None is from a data set; the subjects are spread on purpose.
_FOR_CLICKS = {
    "curiosity gap": """
He Cut Open An Old Sofa And What He Found Inside Left His Family Speechless
She Let A Stranger Use Her Phone. You'll Never Guess What Happened Next
A Plumber Looked Behind This Wall And Couldn't Believe His Eyes
Here's What Really Happens When You Leave A Lemon By Your Bed
The Real Reason Pilots Never Drink The Coffee On Board
Everyone Is Talking About This Tiny Bakery And Here's Why
This Is What Your Favourite Biscuit Says About Your Marriage
Nobody Knew Why The Dog Kept Digging Until They Saw This
""",
    "lists": """
17 Things Only People Who Grew Up On A Farm Will Understand
23 Allotments That Are So Neat You'll Want To Cry
19 Times Goalkeepers Were The Funniest People On The Pitch
31 Clever Kitchen Tricks You'll Wish You'd Known Sooner
13 Signs You're Secretly A Morning Person
26 Photos That Prove Goats Are The Weirdest Animals On Earth
18 Perfect Gifts For Anyone Who Is Obsessed With Trains
21 Hilarious Tweets About Moving House
15 Reasons Your Gran Is Actually Your Best Friend
The 22 Most Awkward Moments Every Choir Singer Knows
11 Teachers Who Totally Nailed It
27 Faces You Make When Someone Eats Your Chips
""",
    "quiz": """
Which Root Vegetable Are You Based On Your Star Sign
Can You Name These Bridges From Just One Photo?
How Well Do You Actually Know The Offside Rule
What Kind Of Camper Are You Really
Only A True Cheese Lover Can Get 9 Out Of 10 On This Quiz
Plan A Picnic And We'll Tell You When You'll Get Married
Are You More Of A Teapot Or A Kettle
What's Your Inner Lighthouse
""",
    "withheld subject": """
This Grandmother Took Up Boxing And She Is Absolutely Incredible
This Man Built A House From Bottles And It's Amazing
These Sisters Just Gave Us The Best Wedding Dance Ever
A Guy Tried To Return A Used Candle And People Are Losing It
Someone Turned Their Shed Into A Pub And We Are So Jealous
This Simple Trick Will Change The Way You Peel Eggs Forever
""",
    "orders and feelings": """
You Need To See This Toddler Conducting An Orchestra
Watch This Otter Meet Snow For The First Time And Try Not To Smile
Stop What You're Doing And Look At These Tiny Hats
This Letter From A Postman Will Make You Cry Happy Tears
I Gave Up Sugar For 30 Days And It Changed My Life
We Tried Every Crisp In The Shop So You Don't Have To
If You Love Dogs, These Pictures Will Totally Make Your Day
The Most Satisfying Video You'll Watch Today
""",
    "tail": """
Water Company Raises Prices Again – Find Out Why!
Famous Chef Closes Restaurant: You Won't Believe The Reason
Lottery Winner Gives It All Away – See What He Did Next
Council Bans Ice Cream Vans... Click Here To Find Out More
""",
}


# Headlines that the pack does not find; the test says so that somebody who mends it will notice.
_MISSED = frozenset({"Nobody Knew Why The Dog Kept Digging Until They Saw This", "What's Your Inner Lighthouse"})

_BODY = "The council met on Tuesday to talk about the old swimming bath. Most members want to keep it open for now."


def _lines(groups: dict[str, str]) -> list[str]:
    return [line for lines in groups.values() for line in lines.strip().splitlines()]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(packs.load(packs.rules_folder() / "clickbait")))


def _alarms(checker: Checker, text: str, *, title: str | None = None, format: str = "plain") -> list[Finding]:
    findings = checker.check(text, title=title, format=format, lang="en").findings
    return [finding for finding in findings if finding.severity in ("error", "warning")]


@pytest.mark.parametrize("headline", _lines(_HONEST))
def test_honest_headline_is_silent(checker: Checker, headline: str) -> None:
    assert _alarms(checker, "", title=headline) == []
    assert _alarms(checker, "", title=headline.lower()) == []


@pytest.mark.parametrize("headline", _lines(_FOR_CLICKS))
def test_headline_for_clicks_is_found(checker: Checker, headline: str) -> None:
    assert bool(_alarms(checker, "", title=headline)) == (headline not in _MISSED)
    assert bool(_alarms(checker, "", title=headline.lower())) == (headline not in _MISSED)


def test_there_are_enough_of_both() -> None:
    assert len(_lines(_HONEST)) >= 60
    assert len(_lines(_FOR_CLICKS)) >= 40


_SEVERAL_SIGNS = "This grandmother just built a boat and it's so beautiful"


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (f"{_SEVERAL_SIGNS}\n\n{_BODY}\n", "plain"),
        (f"# {_SEVERAL_SIGNS}\n\n{_BODY}\n", "markdown"),
        (f"{_SEVERAL_SIGNS}\n====\n\n{_BODY}\n", "markdown"),
        (f'---\ntitle: "{_SEVERAL_SIGNS}"\n---\n\n{_BODY}\n', "markdown"),
        (f"<html><head><title>{_SEVERAL_SIGNS}</title></head><body><p>{_BODY}</p></body></html>", "html"),
        (f"<html><body><h1>{_SEVERAL_SIGNS}</h1><p>{_BODY}</p></body></html>", "html"),
    ],
)
def test_headline_is_found_where_it_stands(checker: Checker, text: str, format: str) -> None:
    rules = {finding.rule for finding in _alarms(checker, text, format=format)}
    assert "clickbait.headline" in rules


def test_headline_rules_do_not_look_at_the_body(checker: Checker) -> None:
    assert _alarms(checker, f"Bath to stay open\n\n{_BODY}\n\n{_SEVERAL_SIGNS}\n\n{_BODY}\n") == []


def test_finding_names_the_signs_and_their_shares(checker: Checker) -> None:
    (finding,) = (f for f in _alarms(checker, "", title=_SEVERAL_SIGNS) if f.rule == "clickbait.headline")
    assert "clickbait.forward-this" in finding.message
    assert "clickbait.chatty-link" in finding.message
    assert finding.field == "title"


def test_signs_of_an_honest_headline_take_evidence_away(checker: Checker) -> None:
    assert _alarms(checker, "", title="You really love this hall")
    assert not _alarms(checker, "", title="Heating: you really love this installation")


def test_call_to_action_has_a_safe_fix(checker: Checker) -> None:
    title = "Water company raises prices again – Find Out Why!"
    (finding,) = _alarms(checker, "", title=title)
    assert finding.fix is not None
    assert finding.fix.safe
    assert (title[: finding.start] + finding.fix.replacement + title[finding.end :]).rstrip() == (
        "Water company raises prices again"
    )
