"""Each family of injected lines in several shapes of its mechanism, and honest lines that look like them.

The injected lines were written first and the rules mended after them: 165 of 227 were found at first.
"""

from __future__ import annotations

import pytest

from qualitycheck import Checker, Config
from qualitycheck.packs import load, rules_folder

_BEFORE = """Council keeps the old bridge

The council has voted to keep the old bridge over the Elwin, after a debate that went on until midnight and was heard \
by more people than the hall has seats.

Engineers had called the bridge tired but not ill, and most of the members followed them. The repairs will take two \
years."""
_AFTER = """The bridge was built in 1871 for carts and sheep. A lorry of today weighs as much as the flock that \
crossed it on the first day, and the driver of it is in a greater hurry.

Work begins in March. Until then the weight is limited to ten tonnes, and buses go round by the mill."""

SHAPES = {
    "comment form": """
Leave a Reply
Post a Comment
Leave a comment Cancel reply
Add a comment
Write a comment...
Join the conversation
Your email address will not be published.
Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
Notify me of new posts by email.
You must be logged in to post a comment.
Please log in to leave a comment
Log in to Reply
This site uses Akismet to reduce spam. Learn how your comment data is processed.
Comments are closed.
0 Comments
12 thoughts on “Council keeps the old bridge”
Be the first to comment on "Council keeps the old bridge"
View all 14 comments
Comments (27)
""",
    "related": """
See also  Ten Walks Along the River That Nobody Knows
Related: Mayor Says She Will Not Stand Again
RELATED: Ferry fares to rise in April
READ MORE: Storm closes two mountain passes
READ ALSO: Why Young Farmers Are Leaving the Valley
Also Read: Schools To Reopen After Flood
Read also: Bus drivers call off their strike
Read Next: The Town That Bought Its Own Station
Recommended for you
You may also like
You might also enjoy:
Trending Now
Trending: Actor Spotted Buying Bread In Village Shop
More from this section
Most Read
What to Read Next
Related Posts
Recommended Reading
MORE: Mill Owner Fined Over Weir
Don't Miss: Five Cheap Ways To Heat Your Home This Winter
""",
    "live pages": """
Rovers vs United: live stream, team news, kick-off time, TV channel
Lions vs Bears odds, picks, how to watch, start time
How to watch City vs Athletic: TV channel, live stream and team news
Warriors-Lakers Game 4 live updates, lineups, injury report, how to watch, TV channel
Spain vs Italy prediction, odds, betting tips and lineups
Grand Prix of Monza: start time, TV channel, live stream
England v Wales LIVE: Score and latest updates
""",
    "newsletter": """
Sign up for our newsletter
Subscribe to our newsletter
Sign up for our daily newsletter and never miss a story
Get the best of our food desk delivered to your inbox
Enter your email address to subscribe to this blog and receive notifications of new posts by email.
Subscribe to Blog via Email
Join 4,812 other subscribers
Get our top stories in your inbox every morning.
Sign up here to get the latest news straight to your inbox
By signing up, you agree to our Privacy Policy and Terms of Use.
Editor’s note: Sign up for the weekly travel letter, which lists the quietest trains.
Thanks for subscribing! Please check your inbox.
""",
    "share": """
Share this:
Share on Facebook
Click to share on Twitter (Opens in new window)
Share Tweet Pin Email
Follow us on Instagram
Like us on Facebook
Follow us on Facebook, Twitter and Instagram
Share this article
Share via WhatsApp
Tweet
Pin It
Copy link
Like this: Like Loading...
1.2k Shares
Join us on Telegram
Follow @elwinpost on Twitter
""",
    "cookies": """
We use cookies to ensure that we give you the best experience on our website.
This website uses cookies to improve your experience.
By continuing to use this site you agree to our use of cookies.
Accept all cookies
Accept All Reject All Manage Settings
We and our partners use cookies to store and access information on your device.
Manage consent
Your privacy is important to us. We use cookies to personalise content and ads.
Do Not Sell My Personal Information
""",
    "walls": """
You have 2 free articles remaining this month.
You have reached your article limit.
Subscribe now to continue reading
Log in to continue reading
Already a subscriber? Log in
This content is for subscribers only.
To continue reading, create a free account.
Register for free to read the full story
Sign in or create an account
This article is available to members only.
Get unlimited access for $1 a week
Forgot your password?
""",
    "advertisements": """
Advertisement
ADVERTISEMENT
Advertisement - Scroll to Continue
Story continues below advertisement
Article continues below this ad
Sponsored Content
Sponsored
- Advertisement -
Continue reading below
Recommended by Taboola
AD
Report this ad
Promoted Stories
Paid content by Elwin Windows
""",
    "photo credits": """
Sergei Babilov/Pool/AFP/Getty Images
Photo: Ingrid Solheim/Reuters
Maria de la Cruz via AP
(AP Photo/Tom Abiola)
Getty Images
Credit: Jane Moss/Shutterstock
Photo by Lena Ortiz on Unsplash
Image credit: Harbour Museum
Image source, Getty Images
Photograph: Tim Weir/The Guardian
Image: Elwin Photo Agency
[Photo/Xinhua]
Picture: PA
""",
    "updates": """
This story has been updated with additional information.
This is a developing story and will be updated.
Updated 3:45 PM EDT, Thu May 16, 2024
Last updated on March 3, 2024
Published: 12 May 2023
Published 10:04 am Friday, June 2, 2017
Posted on May 4, 2019
5 min read
Reading time: 4 minutes
2 hours ago
First published on Tue 2 Apr 2024 07.00 BST
Originally published on 5 June 2020
""",
    "legal": """
© 2024 Elwin Media Group. All rights reserved.
Copyright 2021 The Elwin Post
All Rights Reserved
Terms of Use | Privacy Policy
This material may not be published, broadcast, rewritten or redistributed.
Privacy Policy
Terms & Conditions
Unauthorized reproduction is prohibited.
""",
    "author boxes": """
View all posts by admin
Posted by admin on May 3, 2018
About the Author
More posts by Elena Marsh
By Elena Marsh | May 3, 2018
Follow Elena Marsh on Twitter
Written by admin
""",
    "navigation": """
Skip to content
Skip to main content
Home » News » Bridges
Home / News / Local
You are here: Home / News / Bridges
Back to top
Previous Post Next Post
← Older posts
Toggle navigation
Menu
Load More
Next: Ferry fares to rise
Page 1 of 3
Click to enlarge
""",
    "tags": """
Tags: bridges, council, traffic
Filed Under: Local News
Tagged with: bridges, council
Posted in News, Local
#bridge #council #traffic
Categories: News, Transport
Topics: Transport · Local government · Engineering
TAGS bridge council
""",
    "apps": """
Download our app
Get the Valley News app today!
Download our free app from the App Store or Google Play.
Available on the App Store
Read this story in our app
For the latest news, download the Morning Post app
Get it on Google Play
""",
    "offers": """
Visit the best online casino and claim your bonus
Free spins no deposit for new players
Buy cheap viagra online without prescription
Payday loans no credit check online
We offer all kinds of urgent loans at 2% interest, apply now
Best essay writing service for college students
Write my essay for me cheap
Contact us on WhatsApp: +1 202 555 0147 for real documents
Need a spell caster? Email drodu or WhatsApp +234 801 555 0199 to get your lover back
Sexy escorts in Elwin available 24/7, call now
Use promo code BRIDGE20 for 20% off your first order
Use code SAVE10 at checkout
Play slots for real money
Buy 5000 Instagram followers cheap
Situs judi slot online terpercaya
""",
    "affiliate": """
As an Amazon Associate I earn from qualifying purchases.
This post may contain affiliate links.
We may earn a commission if you buy through our links.
If you buy something through our links, we may earn an affiliate commission.
Disclosure: This article contains affiliate links
""",
    "templates": """
Looking for [rand_keywords] in your area?
[ad_1]
Dear {{first_name}}, the bridge is open.
Our hotel is {big|large|huge} and close to the {beach|sea}.
The best plumbers in {your_city} answer within the hour.
[caption id="attachment_42" align="aligncenter" width="640"]
%%title%% %%sep%% %%sitename%%
[INSERT COMPANY NAME] has been here since 1990.
[contact-form-7 id="12" title="Contact form 1"]
<!-- wp:paragraph -->
""",
    "markup": """
The valley alt=”valley” width=”300” is green in May.
(adsbygoogle = window.adsbygoogle || []).push({});
.post-title { color: #333; font-size: 18px; }
#mc_embed_signup{background:#fff; clear:left; font:14px Helvetica,Arial,sans-serif; }
googletag.cmd.push(function() { googletag.display('div-gpt-ad-1'); });
var _gaq = _gaq || [];
window.dataLayer = window.dataLayer || [];
(function(d, s, id) { var js, fjs = d.getElementsByTagName(s)[0];
@media (max-width: 600px) { .sidebar { display: none; } }
style="text-align: center;" class="aligncenter"
""",
    "counters": """
Ferry sinks off the northern coast1,204 comments - 3 days ago
272Comments. Click to view comments
14 shares
1.5K views
3,210 likes
27 Comments
""",
    "own title": """
Council keeps the old bridge
""",
}
#: Of each family what no rule finds: lines that honest texts have as well.
MISSED = {
    "By Elena Marsh | May 3, 2018",
    "Menu",
    "Next: Ferry fares to rise",
    "TAGS bridge council",
}

HONEST = {
    "comment form": """
The council invites comments on the draft until the end of May.
Leave a reply with the porter if you cannot come.
She posted a comment on the plan, and it was the only one.
No comment
“No comments yet,” said the clerk, and shut the book.
Comments may be left in the box by the door.
Twelve people replied.
Required fields: name, street, number of the house
Reply of the council to the engineers
""",
    "related": """
Related work on stone bridges is listed in the annex.
See also the report of 1986, which came to the opposite view.
See also: Bridges of the Elwin Valley
Read more in the annex, pages 12 to 40.
Recommended by the engineers: a limit of ten tonnes
Recommended reading for members: the report of 1986
Related species of moss grow on the other bridges.
More on the mill in chapter three
Most of what follows is taken from the minutes.
The most popular of the three plans
What to read before the meeting
Trending east, the road meets the river below the weir.
In case you missed the train, the bus waits.
Don’t miss the carving on the third pier
Up next on the agenda: the drains
""",
    "live pages": """
The match was shown live on the wall of the mill.
How to watch birds from the bridge
Rovers v United, the cup tie of 1921
The odds of a flood in any one year are one in forty.
Fixtures: Saturday, Elwin v Marlow; Sunday, Thorne v Ashby
Predictions of the engineers, and what became of them
Live: the council at midnight
Where to watch the tide come in
""",
    "newsletter": """
The parish newsletter had it a week before the papers.
Subscribe to nothing, said his father, that comes more often than the tide.
Subscribers to the bridge fund are named on a plaque.
Sign up at the library for the walk across the bridge.
To sign up for the walk, ring the library before noon.
The letter was in her inbox for a month.
Every morning he found the minutes in his inbox and deleted them.
Join us on the bridge on Sunday at ten.
""",
    "share": """
Share of the cost, in per cent
Each parish pays a share.
Follow us as we walk the nine arches, one after another.
He likes Facebook and she likes the river.
Tweet, tweet, said the bird on the parapet.
Print and bind the report before the meeting.
Save the bridge
Copy the link into the form that the clerk sends you.
3,210 people like the bridge as it is.
The mayor shared it on Facebook, where nobody saw it.
""",
    "cookies": """
Cookies were served at eleven.
We use cookies to raise money for the bridge: four to a bag, and a pound a bag.
The new law on cookies came before the council in June.
Accept all offers of help
By continuing to use the bridge, lorries harm it.
Your consent is needed for the photographs.
""",
    "walls": """
Members only may vote.
You have two stories to choose from, the clerk’s and the mayor’s.
Register at the desk to read the plans in full.
To continue, turn the page.
Already a member of the society? Then you know all this.
Log in hand, the captain came ashore.
Subscribe your name here, said the clerk.
He had forgotten his password, and so the council waited.
""",
    "advertisements": """
Advertisement of the sale, 1871
Advertisements were painted on the parapet until the war.
The story continues below.
The story continues below the bridge, where the boats lie.
Sponsored by the mill
Promoted to foreman, he still came at six.
The council places an ad in the Courier each spring.
""",
    "photo credits": """
Getty Images sold the old picture of the bridge back to the council.
The picture is by Jane Moss, who was nine.
AP, Reuters and the Courier sent reporters.
Photograph of the bridge, 1880
Photography is not allowed in the hall
Image and likeness
Elwin/Marlow
The Elwin/Marlow road
Credit where credit is due
""",
    "updates": """
The plan was updated in May.
Updated plans, old worries
Published in three parts between 1901 and 1904
Posted at the edge of the water, he counted the lorries.
It takes five minutes to read.
Three hours ago it had been dry.
More to follow in the second part of this history
First published in the Courier of 12 May 1871, and never since
""",
    "legal": """
Copyright in the drawings is the engineer’s.
All rights of way are kept.
The terms of the loan
Terms and conditions of the loan were read aloud twice.
Privacy was not to be had in that house.
About the bridge
Help came from Marlow
Contact the clerk
""",
    "author boxes": """
About the bridge and its builder
By the same author: The Weirs of the Elwin
Written by hand
Written by monks in the twelfth century
More stories by the same teller are in the archive.
Posted by the door, the list was read by all.
By Elena Marsh
""",
    "navigation": """
Home again
Home, sweet home
Back to the top of the hill
Next stop, Marlow
Previous floods
Skip to the last page if you only want the figures.
The next post is a mile further on.
Older posts of oak were found below the new ones.
Menu for the opening: soup, eel, pears
Page 1 of the minutes is lost.
Open the menu and choose Print.
Load: ten tonnes
Show more care, said the sign.
""",
    "tags": """
Tags of brass hang from each chain.
Categories of bridge: beam, arch, suspension
Topics for the meeting: the drains, the bus, the bridge
Filed under protest, the motion was never read.
Keywords of the debate were cost and care.
""",
    "apps": """
The council’s app shows when the bridge is shut.
Get the app ready before the meeting.
Download the plans from the library.
Available on the first floor
""",
    "offers": """
The best hotel near the bridge has no lift.
The casino in the old mill was shut in 1931.
The police warn of men who sell tablets without prescription.
The bank offers loans to farmers at 3% interest.
Escorts rode before and behind the coach.
Use code 4 on the panel to lift the barrier.
She wrote my essay on the bridge into her book.
Call the clerk on 555 0142 before noon.
The film Casino was shown on the wall of the mill.
He buys followers with beer.
""",
    "templates": """
The sum [see annex] was paid in 1872.
The deed names [illegible] as the builder.
The set {a, b} has two elements.
[The mayor leaves]
[...]
[1] Minutes of the council, 1871
Either/or, said the mayor.
He wrote {sic} in the margin, in braces.
""",
    "markup": """
The function of the arch is to carry.
If w < 10 and h > 3, the barge will pass.
The width="300" in the old plan is in inches.
Let f(d, s) be the load at distance d and span s.
#3 was the last arch to be built.
.45 of a metre below the road
@ the bridge, noon, bring bread
""",
    "counters": """
14 shares of the mill were sold.
1,204 comments came in, most of them on paper.
27 arches
3,210 lorries
Views of the bridge
Likes and dislikes
12 votes to 3
""",
}


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(rules=load(rules_folder() / "spam")))


def _found(checker: Checker, line: str, least: tuple[str, ...]) -> list[str]:
    text = f"{_BEFORE}\n\n{line}\n\n{_AFTER}"
    start = len(_BEFORE) + 2
    return [
        finding.rule
        for finding in checker.check(text).findings
        if finding.rule.startswith("spam.")
        and finding.severity in least
        and finding.start < start + len(line)
        and start < finding.end
    ]


def _lines(families: dict[str, str]) -> list[tuple[str, str]]:
    return [(family, line) for family, lines in families.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("family", "line"), _lines(SHAPES))
def test_a_line_of_the_family_is_found(checker: Checker, family: str, line: str) -> None:
    found = _found(checker, line, ("error", "warning", "info"))
    assert bool(found) == (line not in MISSED), family


@pytest.mark.parametrize(("family", "line"), _lines(HONEST))
def test_an_honest_line_gives_no_alarm(checker: Checker, family: str, line: str) -> None:
    assert _found(checker, line, ("error", "warning")) == [], family
