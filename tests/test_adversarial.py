"""Honest text that looks like the damage the pack `mt` finds: it must raise no error and no warning there.

Each line of a group is a document of its own, and is also set between two plain paragraphs, because some rules look
at where a paragraph stands and how long the text is. The groups name what makes the line look broken.
"""

from __future__ import annotations

from typing import Literal

import pytest

from qualitycheck import Checker

_BEFORE = (
    "The town council met on Tuesday to talk about the old swimming bath. Most of its members want to keep the"
    " building open, but the roof has to be mended first, and nobody knows yet who will pay for the work."
)
_AFTER = (
    "A decision is expected before the summer. Until then the bath stays open three days a week, and the club that"
    " runs the café has promised to stay on through the winter, whatever the council decides about the roof."
)

_GROUPS: dict[str, str] = {
    "verse and songs": """
I met a traveller late upon the road / Who told me of a town without a gate
The tide comes in, the tide goes out, / And every boat / Is where it was
O rose of May, O rose of June, It is the wind that sings thy tune
And after rain the river rose, It carried off the farmer's clothes
Row on, row on, my brothers all, the night is near and far the shore
She loved him once, she loved him twice, We never heard her name again
“Away, away,” the swallows cry, “The summer and the corn are by”
La la la, sang the girls, na na na, and the boys went dum dum dum
Bye bye, baby, bye bye, sang the crowd, and nobody moved
round and round and round went the wheel, and down and down went the sun
""",
    "dialogue": """
“No no no,” she said. “That that man should say so is a disgrace.”
“You— you can't,” he said. “You you don't know her.”
“I told you to, to, well, to leave him alone,” she said.
“Who is it?” “It is I,” he said, and the door opened.
“Do you know what it is is?” asked the child, who had got lost in the sentence.
“The the the keys,” he stammered, and pointed at the car.
He was going, going, gone. Had he had his way, he had had the last word.
“What the ...?” she began, and the line went dead.
“He's my, er, my brother,” said Anna. “And he is, is he not?”
“We did not. Went home at nine, all of us,” the witness told the court.
“Where were you?” “The. Old. Mill,” he said, each word a stone.
“It's your, your... oh, never mind your what.”
'Twas the night before the match. 'Tis said the keeper's hands were cold.
“‘Never,’ she said, ‘never again,’” he told us.
“She said, ‘It will rain.’ It did not,” he wrote.
“I did. Not that it helped. Didn't have to, did I?”
"I know," he said, "that you do." "Do what?" "That."
—It is late, said Stephen. —It is, said Mulligan.
— Yes. — No. — Perhaps. — Well, then.
«Non», dit-il. He meant no, and the waiter understood.
„Nein“, said the German, and he meant it.
""",
    "screenplay and transcripts": """
INT. KITCHEN - NIGHT She opens the fridge. It is empty. (beat) She laughs.
ANNA (cont'd) We have been over this. They will come back.
Q. Did you see him? A. I did. Q. When? A. At about ten. It was dark.
Q: What did you did you see the car before? A: I, I did not.
SPEAKER 1: So the the thing is, um, is that we we never got the letter.
[inaudible] and then the the judge asked her to to sit down [crosstalk]
THE COURT: Sustained. MR. HALL: Your Honor, the. THE COURT: Sustained, Mr. Hall.
THE WITNESS: It was, it was a, a kind of van. A a white one.
Interviewer: And before that? Smith: Before that They Might Be Giants had asked me to join.
(Laughter.) Thank you. (Applause.) We have work to do. (Applause.)
""",
    "law and government": """
The party of the first part shall pay the party of the second part on or before the date or dates set out in Schedule A.
The words “his or her” in s. 12 shall be read as “their”, and “the” before “Minister” is repealed.
As to the former, and as to the latter, the court said nothing; as to the rest, it dismissed the appeal.
Whereas the Parties wish to end the dispute; Now Therefore It Is Agreed as follows.
The Secretary of State Having considered the report, the Board resolved to adopt it.
See Smith v. Jones, 12 F.3d 345 (5th Cir. 1994); cf. In re Brown, No. 03-112. affirmed on other grounds.
Any member. Any person who is not a member. Any body that a member controls.
The Act applies to a 12 months period or to a 30 days notice only where the lease says so.
The tenant has standing, and the landlord has having in common with him the wish to settle.
Under art. 5 para. 2 of the treaty, states may, inter alia, suspend it.
The right of the people to keep what they own, and of the, so to speak, sovereign to take it, was in dispute.
The bill was read the third time and passed, Ayes 52, Noes 40. ordered to be printed.
The member States and the donor Governments met in Geneva. Parties to the treaty voted.
Norway is not a member. Countries that are not members pay more.
""",
    "sport": """
It ended 2-2. United had had eleven shots. City had none.
Manchester United Women won; Leeds United Reserves Losing streak went on.
The Reds Beating heart is its midfield, as the Shankly Gates song says.
Newcastle United Following the derby, fans sang for an hour in the rain.
England were all out for 212. extras made 14 of them.
He scored from 30 yards. his first since May. and his last, as it turned out.
Chelsea Chelsea Chelsea, sang the away end, until Liverpool's third.
FT: Arsenal 2–1 Spurs. HT: 1–1. Att: 60,112. Ref: M. Oliver.
He ran the 100m in 9.58sec and the 200m in 19.19, both world records.
""",
    "recipes and how-to": """
Add 2 tbsp. oil, 1 tsp. salt and approx. 300 g flour. stir well. Serve hot or cold.
Cook for a 10 minutes more, or until done; a few minutes less if the oven is hot.
Butter the tin. the rest of the butter goes into the dough.
Sweet or sweet-and-sour, hot or hot-and-sour: the soup has many names.
Fold in the whites in two or three goes, and stir over and over again.
Peel, core and, if you like, slice the apples; of these, and of the pears, keep half.
Bake at 180°C (350°F/gas 4) for 20 to 25 min. turning once.
Roast lamb, of which more below, and of course potatoes.
""",
    "software": """
Use inputType, withFragment, fromEvent, intoIter, thatDate and afterAll; theJournal.ie reported it.
In XML you must write &lt; for < and &amp; for &.
AT&amp;T’s page source reads “AT&amp;amp;T” in the HTML.
Call foo() first, then bar( ), and never baz () in a loop.
The operator () is overloaded, and the empty list is written [] or ().
In C, `main (void)` and main () are not the same thing.
The method takes no arguments, so write it as init () and go on.
Use useState and forEach; iOS, macOS, iPadOS and tvOS are supported. npm install is not.
Set DEBUG=True and restart. systemd will pick it up. nginx will not.
This is fixed in v2.1. git pull and rebuild. pip users need do nothing.
The getByRole query and the withRouter helper were removed from theForm.tsx in 2.0.
When a Thread Waiting on a lock is interrupted, a TimeoutError is raised, and the Connection Closed event fires.
The state goes from Pending to Running to Completed; a Failed task goes to Retrying and then to Aborted.
Press Save As and choose a folder. Click Undo Sending to stop it. Tap Add To cart.
If Enabled is set, the panel Shows up. If It is Hidden, it does not.
AT&T, Q&A and R&D; a &c. sign, too; the URL ends in ?a=1&lt=2&gt=3.
The key is named `the the` for reasons nobody remembers.
In Go, func (s *Server) Start() returns an error; in Rust, fn start() -> () returns unit.
The tuple (,) and the section (, x) are Haskell; (;) is not.
It returns null. null is not an object, though typeof says so.
See README.md. setup.py is gone. tox.ini stays. pyproject.toml is new.
The flags are -a, -b and -c. docker compose reads them from .env. no others count.
""",
    "lists and fragments": """
Things to bring: a towel; a hat; the, by now famous, umbrella; and your own lunch.
Bread. butter. jam. That was all there was for breakfast.
Monday: soup. Tuesday: fish. Wednesday: closed.
Small, medium or large. small is cheapest.
and so on, and so on, and so forth, until the whole page was full of it and the teacher gave up.
has anyone seen my keys? i left them on the table next to the door yesterday, and now they are gone.
is it too late to change the order? we had asked for two tables by the window, and one of us cannot sit outside.
are you coming to the party on Saturday, or do you have to work again until late at night?
would love to come, but the car is at the garage until Thursday and the train takes four hours.
will do, said the man at the door, and did nothing for the next eleven years but wait and smoke.
has been, could have been, never was: the story of the club in three phrases, as told by its president.
""",
    "other Englishes": """
I am having the full faith in the doctor, and he is having a good name in our colony.
He did his schooling in Pune only, and the marks were good good marks.
It was four four rupees each, and we took two two, hot hot.
The traders are coming coming, she said, slowly slowly, small small.
He go market, she come house, na so e be every day for Lagos.
Ah go tell yuh someting: de man eh come back yet, and he mudder vex.
She's after having the baby, so she is, and himself is after losing the keys.
""",
    "brands and odd capitals": """
The PhDs, MBAs, CEOs, NGOs, URLs, APIs and DVDs; the ABCs of it; MPs' pay; PhDing.
The NBCUniversal deal, the HBOMax app, the AMDs and PCIe; LaTeX, BibTeX, TeXworks.
DoD, DoJ, HoC, MoD, McDonald, MacArthur, DeVito, LeBron, van der Waals, O'Brien, d'Artagnan.
The easyJet flight was late. easyJet paid for the hotel. iPhone users got a text.
He sold it on eBay. eBay took ten per cent. adidas and lululemon did better.
She reads bell hooks, e.e. cummings and danah boyd. k.d. lang sang.
It was made by Apple Inc. iPads sold well. macOS did not.
The band fun. played first. will.i.am came on at nine.
Yahoo! said it would sell. Jeopardy! was on. Oliver! is a musical.
Guardians Of The Galaxy Vol. 2 opened in May. vol. 3 followed in 2023.
The IPOs of WeWork, TikTok, McDonald's, MasterCard and YouTube were all discussed.
MPs said, MEPs said, NGOs and PhDs said; CDs and DVDs sold; UNwomen is a hashtag.
The FTSEurofirst 300, EURUSD, USDJPY and the DAXsector index fell.
The CBSsports.com and ESPNwith.us sites, the BBCiPlayer and the UKHSA dashboard were down.
She works for theSkimm, reads theGrio and theGuardian, and watches theCHIVE.
EasyJet Holdings, Virgin Galactic, Booking Holdings and Breaking Defense were quoted.
""",
    "titles in mid-sentence": """
We read Because of Winn-Dixie and saw Since You Went Away on the same day.
The film It Happened One Night and the play They Shoot Horses made her name.
They Might Be Giants toured with We Are Scientists, and We Were Promised Jetpacks opened.
Stephen King wrote It in 1986. Readers of It are warned about the clown.
Have you seen Being There or Finding Nemo? Saving Private Ryan? Raging Bull and Driving Miss Daisy?
Her favourite album, She Hangs Brightly, and the song There She Goes are both on it.
The Observer called Waiting for Godot dull; critics found Eating Raoul funny.
The series This Is Us ended. The podcast This American Life goes on.
The new Doctor Who episode Before the Flood follows Under the Lake.
Reading Gaol Breaking Point, a play by two sisters, tours in June.
The magazine These Days and the show Those Were the Days ran for years.
Tolstoy's What Men Live By and Chekhov's The Lady with the Dog were set books.
His memoir This Boy tells of the years in Notting Hill.
The poet's When We Two Parted and the song As Time Goes By are known to all.
The book won the Booker and They Shall Not Grow Old won the BAFTA.
The sculpture Reclining figure, the painting Boating party and the print Leaping horse were sold.
Hers was the novel We Need to Talk About Kevin; his was While England Sleeps.
A revival of Guys and Dolls Running time is two hours.
Dylan sang Changing of the Guards, and Springsteen sang Dancing in the Dark.
""",
    "headings as paragraphs": """
How To Cook The Perfect Egg When You Are In A Hurry And It Matters
Council Votes To Keep Old Bath As Minister Says No Money Left
What We Know About The Fire And What They Have Not Told Us
Why Rising prices matter
Fans Walking home after the match were hit by hail
England Drawing level at last
Leaving Home Without The Keys: A Memoir
Part Two Being a true account of the voyage
Chapter the Second In which the hero loses his hat, and finds another
Her Majesty's Most Gracious Speech To Both Houses, As Delivered
All You Need To Know Before You Go: Parking, Tickets, And Where They Serve Food
Warning Flooding likely in the lower town
Breaking News Missing boy found safe and well by walkers
Opinion There is no such thing as a free bath
Review This is a fine and quiet film
Comment We should all be so lucky
""",
    "quotation marks": """
“I told them,” she said, “that he said ‘Go!’, and they went.” “And then?” “Then nothing.”
“Is it ‘who’ or ‘whom’?” “It's ‘whom’,” said the boys' teacher, “isn't it?”
The ‘90s were good, the ’80s better; ‘tis said so. The dogs’ and cats’ homes agreed.
“She asked, “Why?” and I said, “Because.””
The 24” model costs $99; the 32” model $199; the 40” is sold out.
“A,” “B,” and “C” are letters; “1”, “2”, and “3” figures; “?” is a mark.
Type “yes” (without the quotes) or “no”. Then press “Enter”.
“We will” — he paused — “go on.” “When?” — “Now.”
“We will go on”—he paused—“until we win.”
“It's over.” —Anna, 12
He wrote “...and so on” and “... and so forth” in the margin “[sic]”.
“Yes!” she said. “Yes!” he said. “No!” they all said.
(“Well,” he thought, “that's that.”) [“Quite.”] {“Yes.”}
The term “gig economy”/“platform economy” is used for “on-demand work”.
The title is “What’s Up, Doc?”, not “What's up doc”.
“Je ne sais quoi”, „Schadenfreude“, «savoir-faire» and ‹mot juste› are loans.
“To be, or not to be, that is the question: / Whether 'tis nobler in the mind to suffer
He was five feet eleven (5’11”), she six one (6’1”).
At 12’ 6” x 10’ 3” the room was small. The door is 6’ 8” high.
Latitude 51°30′26″N, longitude 0°7′39″W; 51° 30' 26" N in old type.
The so-called “reform”, he said, was “a joke”, “a scandal” and “an insult to the voters”.
“If you go,” he said. “If you go, I go,” she said.
The so-called “experts” said the “cure” was “safe”; “safe” it was not.
The screen is 27” wide, the desk 4’ 6” long, and he is 6’2” tall.
He is 6'2" and weighs 210 lb; the pipe is 3/4" wide and 27" long.
The class of ’68, the ‘60s, the '90s and rock ’n’ roll came up.
“When I asked him,” she said, “he told me: ‘She said “no”.’ I left.”
The motto reads “Semper fidelis”. “Always faithful,” the guide said. “Always.”
He said: “It is over.” “Over?” she asked. “Over.”
Headlines such as “Man bites dog.” Stories of that sort sold.
She wrote “sic” after “recieve.” Errors in the original were kept.
He calls it “art.” Critics of his work do not.
The answer was “maybe.” Word of it got out.
She described it as “odd.” Members of the board agreed.
“Beware”, “Danger” and “Keep out”, the signs said. ”Exit”, said another.
The ″ sign means inches, the ′ sign means feet: 5′10″ is usual.
5″ x 7″, 8” x 10” and 11” by 14” prints are sold at the desk.
“Left, left, left, right, left,” the drill sergeant shouted, “left!”
“Why?” “Because.” “Because why?” “Because I say so.”
Chapters “One”, “Two” and “Three” are short. “Four” is not.
The “first half” was dull. The “second half” was not. A “third half” followed in the bar.
The vote was “yes” in the “north west” and “no” in the “north east”.
Some call it “soft power” and some “hard power”; others speak of “sharp power”.
The “pro-life” side and the “pro-choice” side each held a march.
They asked for the “red card” and got the “yellow card”.
“economic growth” and “economical growth” are not the same, the teacher said.
»Guten Tag«, said the sign, and «Bonjour», and “Hello”.
The Swedish edition prints ”så här” where the English one has “like this”.
In Finland a quotation looks ”like this” on both sides, she explained.
The reply, “It depends”, and the reply, “On what?”, were both recorded.
""",
    "names": """
He has Beijing, she has Reading and they have Worthing and Tooting to look after.
The club has Sterling, Harding and Browning the younger on its books.
He was born in São Paulo, Ã is a capital letter and Â another, and Âge is French.
The â in the name, the Ãs in a font sample, and Ä Ö Ü.
Boutros Boutros-Ghali, Sirhan Sirhan, Ford Madox Ford and Jerome K. Jerome
New York, New York, was followed by Paris, Paris and by Baden-Baden.
They played in Wagga Wagga, Pago Pago, Walla Walla and Bora Bora.
James James's hat, St James's Park and the Jameses' house.
Fans know The The, Duran Duran, Talk Talk, The Wombats and Mr. Mister.
Thomas Thomas and William Williams's son, Evan Evans, were miners.
Justice Learned Hand, Justice Neil Gorsuch and Sir Winston Churchill were cited.
Baron Fielding and Lady Reading met Mr Manning in Barking and Dorking.
Professor Browning asked Kipling, Harding sued Fleming and Golding won.
Ted met Ned and Fred; Ahmed Said and Edward Said wrote to Mohamed Waheed.
General Motors, Standard Chartered, Limited Brands and United Airlines rose.
The American West, West Ham, Ham House, House Beautiful
Peter Peter pumpkin eater and Humbert Humbert were on the list.
Kofi Annan's chief of staff, Iqbal Riza, and Annan's own words are quoted.
When Liverpool met Liverpool's neighbours, Everton, it rained.
The King and Queen, The Queen and I, and Queen, Queen's first album, came up.
In London London's mayor is not the Lord Mayor.
Lord Justice Leveson, Mr Justice Swift and Mrs Justice May sat together.
""",
    "abbreviations": """
Chapter III. in which we meet the hero. (Illustrated.)
The temp. was 20 deg. in the shade, the vel. 4 m. per sec. at the edge.
The Revd. and Mrs. Hall, the Hon. member for Leeds, Messrs. Reed and Co. of Hull
Gen. xii. 3; Ps. cxix. verse 4; Hamlet, act iii. scene 1; vol. ii. pp. 4 ff.
Prof. emer. of law; Lt. gov. of Ohio; atty. gen. of Utah; asst. sec. of state
He lived at no. 4. she at no. 5. The cat went to and fro.
It was 5 p.m. when he left. i.e. too late. e.g. for tea.
U.S. officials said U.K. ones did not. E.U. rules apply in the U.A.E. too.
She has a B.A. in music, an M.Sc. in maths and a Ph.D. in neither.
The J. R. R. Tolkien society met the C. S. Lewis one. k.d. lang and e. e. cummings did not come.
He worked at Acme Ltd. and later at Bell Corp. as a fitter, i.e. by hand.
Dr. Lee, Ph.D., and Gen. Hay, U.S. Army, spoke; approx. 40 people came.
See fig. 3, tab. 2 and chap. 4; cf. also p. 12 and pp. 30 ff. below.
Smith et al. found none; Jones et al. did not look. ibid. for both.
It opens at 9 a.m. daily and shuts at 5 p.m. sharp, Mon. to Fri. only.
Born ca. 1520, d. 1580, fl. in Ghent; m. twice, sine prole.
No. 10 said no. 11 was empty; nos. 12 and 13 were let.
The 3rd Inf. Div. moved up; the 2nd Bn. followed. maj. Hill led it.
Bread, milk, cheese, etc. were sold at approx. half price vs. the usual.
Max. speed 40 km/h, min. age 12 yrs. incl. a guide and excl. lunch.
He left Washington, D.C. for St. Louis, Mo. by train in Sept. or Oct. last.
Sales rose in the Jan. to Mar. quarter. sales in the Apr. to June one fell.
The dept. head and the asst. mgr. came; the govt. did not.
""",
    "ellipsis and stops for effect": """
Best. Film. Ever. said the poster, and for once it was true.
So... what now? he thought. ...and then nothing. ... or almost nothing.
Wait . . . what? She read it again . . . and again.
I was tired, hungry, cold .... but happy.
Worst. day. ever. she typed, and put the phone away.
no caps. no commas. just stops. that is how she writes.
Vote early. vote often. That was the old joke.
""",
    "function words met by chance": """
He had it that it is that that is that, and that is that.
All in all, by and by, on and on, out and out, more and more, again and again, so and so.
The more the merrier, the sooner the better, the the-end-is-nigh crowd said.
Do you like him, or do you like like him? It was a party party, not a work party.
They were rich rich, not just rich; a book book, not an e-book.
We'd been in in-service training, on on-site visits and at at-home days.
The bill passed in in excess of ten states, and he came in in second place.
Whatever it was was gone. What there was was good. Who he was was unclear.
Give her her book. I gave him his his-and-hers towels. Tell you you were right.
He said that that that that he used was wrong. Buffalo buffalo Buffalo buffalo.
The boys will be boys; the rules are rules; a deal is a deal; enough is enough.
We have the a cappella group, an a priori reason, the à la carte menu and an al fresco lunch.
The A to Z, the A team, an A level, a The Cure fan and the Le Mans race.
Our The Who records, his The Office box set, my A-ha tapes
He scored an A in maths, a B in art and a The in nothing.
She is my my-way-or-the-highway sort of aunt.
The team that they are part of and the club that they dream of, and the cup.
What is it for and what is it made of and, above all, who pays?
The bus goes from and to the station, into and out of the tunnel, by and for the people.
In between and, of course, during and after the war, prices rose.
Before, during and after the match; during and, above all, after it.
The gap between and around the stones was filled, the ones in between and the ones on top.
The company has holdings, the office has listings the agents update, and the firm has financing the others lack.
The shop has everything the cook needs. He had nothing a thief would want.
They have lodging the night and boarding the week. She had feeling the others lacked.
It has king the size of a thumb, in chess terms; they have string the length of a street.
The do's and don'ts; the haves and have nots did not have had it easy.
I do. Did you? Does he? He does not. Was it so? They don't. Had he? He did not. Was she? No.
Those he did not, had his brother. Those they don't are theirs.
Those who could not did; those who did not were fined.
What he did not was as telling as what he did.
The ones we spoke to gave us tea, and those we listened to became friends.
The people they belonged to were long dead, and the house they went to was shut.
The man he gave it to took it home. The one she sang to wore a hat.
The side that the vote went to took office at once.
The level the water rose to broke the record.
The plan they had agreed to became law. The school I used to go to did well.
What he is is a fool, and what she has has to do.
All they could think of and all they could talk of was food.
The town they had come from and the town they went to were at war.
It is what dreams are made of and, in the end, broken by.
The house I was born in, and the one I grew up in, is gone.
They gave the his-and-hers towels back, and kept the my-first-book set.
The team made its the best season in years, as ours the worst.
The he-said-she-said went on; the its-not-fair face came out.
She made his a hard life and hers an easy one.
I prefer my the-old-way coffee to your a-la-carte one.
She prefers what is his to what is hers, and what is hers is hers.
He has nothing the others want, and having nothing has its charms.
The hall has seating for 300, and the wing has lighting the neighbours hate.
We had parking the whole week, and they had catering the first day.
They had training the day before, and we have swimming the day after.
Having had having children in common, they got on.
They will have missing the train to thank for it.
A few thousand people, a good many people, a great many others, a hundred people
It was a one man show, a two way street and a three year plan.
A twelve members jury is not a thing; a twelve-member jury is.
He took a two weeks' holiday and a seven days’ rest.
Vitamin A two times a day. Team A three members short. Grade A several times.
He gave a many-sided answer and a several-days-old sandwich.
Ten to one. Two to three. One, two, three, four. One or two or one or two.
Do as I do. It is or it is not. He can or he cannot. Rain or rain: choose.
For better or worse, for richer or poorer, now or never, here or here.
From door to door, day to day, face to face, year after year after year.
Sooner or later, more or more often than not, he comes.
It is not whether you win or win well that counts.
""",
    "words as words": """
The word the is the commonest in English; a, an and the are articles.
Write an before a vowel. Before an h, a or an. Drop the the.
Do not begin with and. Never end with of. The suffix -ed. The prefix un-.
In “to went” the learner has put a past after to; “did went” is the same slip.
Spell it out: seven point five, not 7.5, and “five thousand”, not “5,000”.
“Both’s” and “these's” are not English, the grammar says; “its” is.
The phrase the the occurs twice; so does the phrase that that.
The line lacks its its, so to speak, and its the.
A the in the wrong place, an a too many, a their for a there.
The speaker said their. The transcript has there. Both sound the same.
In the title, the the. is a misprint.
The French say hier [yesterday] and the Germans gestern [yesterday].
The Spanish for Sunday (domingo) and the Portuguese (domingo) are the same.
The German word for today (heute) has two syllables; the Dutch one (vandaag), too.
The bistro Hier (heute closed) is in Basel.
The full stop 。 and the comma ， are wide in Chinese; so are ！ and ？.
In Japanese the name ends in 。and is written モーニング娘。on the sleeve.
She typed &amp;amp; by mistake? No: R&D; and AT&T; the same.
""",
    "numbers and measures": """
He gets up at 5,30 in the Swiss way, and pays 1,50 for his coffee.
The 1,2-dichloroethane, the 2,4-D and the 3,5-isomer are named by their carbons.
Luke 2,1 and Matt. 5,3 in the Lutheran way; chess: 1. e4 e5 2. Nf3 Nc6.
In 2021, 30 percent; in 2022, 40 million; at 9,10 and 11 percent; on May 1, 20 meters
In Table 3,5 percent stands for all. Lanes 1,2 meters wide.
Channel four.com, one.org and seven.fm are domains; see one.one.one.one too.
A seven,eleven or twelve on the come-out roll.
He has a one,two punch. She counted one,two,three,four.
In 2012, 5 percent; in 2013, 12 percent; in 1,200 cases, none.
The odds were 2, 5 and 7,5 is what the Spanish slip said.
Pages 12,13 and 14,15 are missing. Rooms 3,4 and 5,6 are let.
Of groups 1,2, 40% passed; of groups 3,4, 50 percent failed.
At chapter one, 200 people wept. By seven, 300 had left.
One, 100 metres from the gate, was hit. Two, 1,000 metres away, was not.
Section one.2 follows section one.1 in the draft.
Version two.0 of the plan is called Plan Two.
It cost £3,50 in the shop on the quay, as the Dutch write it.
They got one. 200 others got none. Five. 300 more came.
At the age of ten, 120 of them could read.
It took 1 1/2 hrs, 2½ cups, 3 ¼ in., 37,5 °C on the old thermometer.
In 1 John 4,7 and Ps 119,105 the German Bible writes a comma.
""",
    "letters, epigraphs, notices": """
Dear Sir, With reference to yours of the 4th inst., I beg to say that We have none.
12 High St. London W1. Tel. 020 7946 0000. by appointment only.
Yours ever, J. P.S. It rained. P.P.S. They send their love.
To Anna, who knew. To Ben, who did not. And to the, alas, late Carl.
Here lies John Hall. died 1742. aged 61 years. a good man.
For Sale Sold Let By The The Owners
No Smoking beyond this point. No Parking at any time. No Diving or running.
Lost Grey cat, answers to Tom. Found Blue scarf, wool.
Printed in Great Britain. All rights reserved. first published 1931. reprinted 1932.
“Hope is the thing with feathers” —E. Dickinson
© 2019 The Authors. published by the Press. this is an open text.
Est. 1894. open daily. free parking. families welcome.
By Order Of The Council These gates will be locked at dusk.
Telegram: ARRIVE MONDAY STOP SEND CAR STOP LOVE ANN
NOTICE: It is forbidden to feed the ducks. They bite.
""",
    "capitals with a reason": """
The Almighty knows it, and He and His Church and They Who serve know It.
In the beginning was the Word. Worship Him, for She is His and Theirs is It.
In Hobbit lore Men Called them Big People, and Elves Singing in the wood were a sight.
God Willing we shall be there by noon.
The Chosen few, the Fallen and the Beloved lie here, said the stone.
The Winnie-the-Pooh books are full of Very Important Things and Being Brave.
The Department of Housing and the Ministry of Planning told the Commission on Training that nothing was wrong.
The Royal Opening was at three; the Queen Opening parliament wore blue.
The Budget Sitting was long. The Second Reading passed. The Committee Hearing went on.
The School Building programme and the Town Planning act are old.
Chief Operating officer Jane Doe and Managing director John Roe left.
The Walking tour begins at ten. The Rolling stones exhibit ends at two.
Victoria Building society and Nationwide Building society raised rates.
On Easter Sunday There Is Always singing in the square.
Local Planning authority rules and Her Majesty's Revenue are to blame, says the Housing minister.
They asked, Who is She? and, Where is It now?
He thought, This is the end. She thought, We will see.
The question is, When do we start? The answer is, They decide.
He asked himself: We or they? It depends, he thought, on who We are.
Mother Earth gives, and We the People take.
We, the undersigned, and They, the Council, agree. It, the bath, stays.
The pronouns She/Her and They/Them stood on the badge; he wore He or They with pride.
Then came COVID-19. We stayed in. The US We knew was gone.
He shouted YES We can, and the crowd took it up.
In Baden the Wanderverein Sonntag walks on Sundays; its Ausgang is in Freiburg.
The Gymnasium and the Kindergarten, the Bundestag and the Autobahn were full.
In May March seems far away, and in March May seems near.
On Friday Sunday was still far off.
Vitamin C It is not. Plan B It was.
The Gospel As Matthew tells it and As Mark does differ.
""",
    "verbs and adverbs with a capital": """
We Built this city, they sang, and then she Met a girl, and I Believe in miracles.
Orders go from New to Accepted to Shipped; what we Received by noon is Packed by three.
If the request is Denied by the server, it moves to Archived in the Closed list.
He was Accepted in May, Rejected the same week, and Accepted again by June.
Tickets marked Resolved by the team or Closed as duplicate are hidden; those Assigned to nobody stay.
The Twice Shy tour, the Barely there look and the Newly wed game are hers.
She met Kimberly at noon, Emily in town, Beverly by the river and Waverly on the way.
They flew to Italy with Sicily on the left; in July they sailed to Chantilly and then to Philly.
My friends Ahmed in Cairo, Mohammed the tailor, Waheed of Lahore and Wilfred the Hairy came.
The Beloved of all, the Departed in peace and the Blessed by heaven lie here.
The United of old, the Combined of two villages, the Athletic of the town
I saw Wicked on Friday, Bewitched on Sunday and Frozen with the children.
I read Persuasion and Possessed by turns; he likes Enchanted as much as Tangled.
Her favourite, Spirited Away, beat Interrupted by a mile; nobody voted for Unfaithfully yours.
The Owl said that it Wasn't the sort of Day that one Expected to find a Heffalump in.
When he Who Must be obeyed arrives, she Who Knows bows.
who Dares wins, and who Hesitates is lost
the horse that won, Slowly but surely, beat the one called Finally at last
Vote for You Decide by text; the programme We Answer is on at six.
""",
    "function words with a capital": """
His favourite poem, he says, is If by Kipling, and his wife prefers Daffodils.
Shares in On rose after the running-shoe maker raised its forecast.
The album Was by nobody in particular sold well.
The choir ended with Abide with me and began with Through all the changing scenes of life.
The sign read By appointment only, and another Out of order.
She wore a badge that said With love from Leeds.
The file is called To do and the folder In progress. Move the card from To do to In progress and then to Done.
Set the field Is empty to Yes and the filter Has children to No.
The verb To be and the verb To have are irregular.
He is an Also ran and a Has been, and she a Would be.
The To and Fro of it wore her out, as did the Ins and Outs.
The panel is called Before you go and the button After you.
the Bank of America / And nobody else / To be found
We are not alone / With the moon on the sea / And the stars over Galway
Sing a song of sixpence A pocket full of rye Four and twenty blackbirds
Ladies And gentlemen, boys And girls, she wrote in her old-fashioned way, And meant it.
It was, he wrote in 1790, a Time of great Want And of great Hope, when Men Were glad of Bread.
The Lord is my Shepherd And I shall not want
The Senate of the United States shall be composed of two Senators from each State, And they shall meet.
Her husband, the Who guitarist, and his friend, the If drummer, met.
On the Then page, click Next. In the If box, write a condition.
My cats This and That and the dogs Here and There are fine.
Our Lady of Sorrows and Our lady of the lake stand side by side in Our street.
The town of Is in France and the village of To in Norway lie far apart.
I live in By in Sweden, he said, and work in Å in Norway.
""",
}


def _lines() -> list[tuple[str, str]]:
    return [(group, line) for group, text in _GROUPS.items() for line in text.strip().splitlines()]


def _alarms(checker: Checker, text: str) -> list[str]:
    report = checker.check(text, lang="en")
    return [
        f"{finding.rule}: {text[finding.start : finding.end]!r}"
        for finding in report.findings
        if finding.rule.startswith("mt.") and finding.severity in ("error", "warning")
    ]


@pytest.mark.parametrize("place", ["alone", "in an article"])
@pytest.mark.parametrize(("group", "line"), _lines())
def test_honest_text_stays_silent(
    checker: Checker, group: str, line: str, place: Literal["alone", "in an article"]
) -> None:
    paragraph = line.replace(" / ", "\n")
    text = paragraph if place == "alone" else f"{_BEFORE}\n\n{paragraph}\n\n{_AFTER}"
    assert _alarms(checker, text) == [], group
