"""Accuracy and speed of ``qualitycheck.language``.

    python benchmarks/language.py [--compare]

English blocks come from ``../shared/data``, where it exists; every one called foreign is an error. Foreign text is the
paragraphs below, written for this benchmark, cut into windows of 20 words and more. ``--compare`` runs the two
identifiers that were candidates (``pip install py3langid`` first) on the same text by themselves.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qualitycheck import language
from qualitycheck.readers import read

if TYPE_CHECKING:
    from qualitycheck.model import Block

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
WINDOW = 20  # words: the shortest block that is judged by its words

PARAGRAPHS: dict[str, tuple[str, ...]] = {
    "de": (
        "Am Montag hat der Stadtrat beschlossen, die alte Brücke über den Fluss zu sperren, weil die Pfeiler nach dem "
        "Hochwasser Risse zeigen. Bis zum Herbst sollen Fachleute prüfen, ob sich eine Reparatur noch lohnt. Wer mit "
        "dem Auto zur Arbeit fährt, muss einen Umweg von zehn Kilometern machen.",
        "Für den Teig werden Mehl, Butter und Zucker in einer großen Schüssel vermischt, dann kommen die Eier dazu. "
        "Man lässt ihn eine Stunde im Kühlschrank ruhen und rollt ihn danach dünn aus. Im Ofen wird der Kuchen bei "
        "mittlerer Hitze gebacken, bis er goldbraun ist und gut riecht.",
        "Die Software wurde in der neuen Version deutlich schneller, und viele Fehler sind behoben. Wer sie "
        "installieren will, braucht nur einen Browser und etwas Geduld, denn der Download ist recht groß. In einem "
        "Interview sagte die Managerin, das Team habe Tag und Nacht an dem Update gearbeitet.",
    ),
    "nl": (
        "De gemeente wil in het voorjaar beginnen met de bouw van een nieuw zwembad naast het station. Omwonenden zijn "
        "bang dat er te weinig plaats is voor hun auto en dat de straat te druk wordt. De wethouder zegt dat er eerst "
        "met iedereen wordt gesproken voordat er een besluit valt.",
        "In de keuken van mijn oma rook het altijd naar koffie en appeltaart, en op tafel stond een pot met bloemen "
        "uit de tuin. Toen ik klein was, mocht ik op zondag het deeg kneden en de appels snijden. Nu heb ik haar oude "
        "boek met recepten, maar zo lekker als bij haar wordt het nooit.",
        "Na de rust was de ploeg uit Groningen veel sterker en had het duel eigenlijk al eerder beslist moeten zijn. "
        "De trainer was na afloop tevreden over de inzet, maar niet over de kansen die zijn spits liet liggen. "
        "Volgende week wacht de koploper, en dan is er een betere keeper nodig.",
    ),
    "fr": (
        "Le conseil municipal a voté hier soir la fermeture du vieux pont, dont les piliers sont fissurés depuis les "
        "dernières inondations. Les habitants devront faire un détour de dix kilomètres pour aller au travail. Le "
        "maire a promis que les travaux commenceraient avant la fin de l'été.",
        "Dans une grande casserole, faites revenir les oignons et l'ail avec un peu d'huile d'olive, puis ajoutez les "
        "tomates coupées en morceaux. Laissez cuire à feu doux pendant une heure en remuant de temps en temps. Servez "
        "bien chaud avec du pain frais et une salade verte.",
        "Elle n'avait jamais quitté son village avant de monter dans ce train qui l'emmenait vers la capitale. Par la "
        "fenêtre, les champs défilaient sous la pluie et elle pensait à sa mère restée seule à la maison. Personne ne "
        "l'attendait à la gare, mais elle n'avait pas peur.",
    ),
    "es": (
        "El ayuntamiento aprobó ayer el cierre del puente viejo porque las últimas lluvias dañaron sus pilares. Los "
        "vecinos tendrán que dar un rodeo de diez kilómetros para llegar al trabajo. La alcaldesa aseguró que las "
        "obras empezarán antes de que termine el verano.",
        "Se pelan las patatas y se cortan en láminas finas, se fríen a fuego lento con la cebolla y se mezclan con los "
        "huevos batidos. La tortilla se cuaja por los dos lados con mucho cuidado para que no se rompa. Está mejor al "
        "día siguiente, fría y con un poco de pan.",
        "El equipo visitante marcó en el primer minuto y después se dedicó a defender con nueve jugadores. En la "
        "segunda parte el portero salvó tres ocasiones claras y el público terminó silbando. El entrenador dijo que no "
        "piensa dimitir aunque pierdan otra vez el domingo.",
    ),
    "pt": (
        "A câmara municipal decidiu fechar a ponte antiga depois de os técnicos terem encontrado fendas nos pilares. "
        "Quem vai de carro para o trabalho terá de fazer um desvio de dez quilómetros. O presidente garantiu que as "
        "obras começam ainda antes do fim do verão.",
        "Minha avó fazia um bolo de milho que a gente comia ainda quente, com café e muita conversa na varanda. Ela "
        "nunca escreveu a receita porque dizia que a mão sabe o que faz. Hoje eu tento repetir aquele sabor, mas "
        "sempre falta alguma coisa que não sei explicar.",
        "O jogo estava empatado quando o árbitro marcou um pênalti que ninguém entendeu. O atacante bateu forte no "
        "canto e saiu correndo para abraçar a torcida. No fim, os dois treinadores reclamaram muito e prometeram falar "
        "com a federação nesta semana.",
    ),
    "it": (
        "Il comune ha deciso di chiudere il vecchio ponte perché dopo le piogge di marzo i piloni non sono più sicuri. "
        "Chi va al lavoro in macchina dovrà fare un giro di dieci chilometri. Il sindaco ha detto che i lavori "
        "cominceranno prima della fine dell'estate.",
        "Per preparare il sugo si fa soffriggere la cipolla nell'olio, poi si aggiungono i pomodori pelati e un po' di "
        "basilico. Deve cuocere piano per almeno un'ora, mescolando ogni tanto con un cucchiaio di legno. La pasta va "
        "scolata al dente e condita subito con il formaggio.",
        "Quando siamo arrivati in cima alla montagna il sole stava già tramontando e faceva molto freddo. Nel rifugio "
        "c'era posto per tutti, e il gestore ci ha offerto una zuppa calda. La mattina dopo la neve copriva ogni cosa "
        "e non si vedeva più il sentiero.",
    ),
    "pl": (
        "Rada miasta zdecydowała wczoraj o zamknięciu starego mostu, ponieważ po powodzi na filarach pojawiły się "
        "pęknięcia. Kierowcy będą musieli nadrabiać dziesięć kilometrów w drodze do pracy. Burmistrz obiecał, że "
        "remont zacznie się jeszcze przed końcem lata.",
        "Kiedy byłem mały, jeździliśmy do babci na wieś i przez całe wakacje pomagaliśmy jej w ogrodzie. Najbardziej "
        "lubiłem zbierać maliny, choć więcej ich zjadałem, niż przynosiłem do domu. Wieczorem siadaliśmy na ławce i "
        "słuchaliśmy opowieści o dawnych czasach.",
    ),
    "sv": (
        "Kommunen har beslutat att stänga den gamla bron efter att experter hittade sprickor i pelarna. Den som kör "
        "bil till jobbet måste ta en omväg på en mil. Ordföranden lovar att arbetet ska börja innan sommaren är slut, "
        "men många som bor i området är oroliga.",
        "Vi åkte upp till stugan redan på fredagen för att hinna elda innan barnen kom. Det var kallt i alla rum och "
        "isen låg fortfarande på sjön, fast det var i mitten av april. På kvällen drack vi te och spelade kort medan "
        "vinden tog i utanför.",
    ),
    "da": (
        "Kommunen har besluttet at lukke den gamle bro, fordi der er fundet revner i pillerne efter vinterens "
        "oversvømmelser. Folk, der kører i bil til arbejde, må tage en omvej på ti kilometer. Borgmesteren lover, at "
        "arbejdet går i gang, inden sommeren er forbi.",
    ),
    "no": (
        "Kommunen har vedtatt å stenge den gamle brua fordi det er funnet sprekker i pilarene etter flommen i vår. De "
        "som kjører bil til jobben, må ta en omvei på en mil. Ordføreren lover at arbeidet skal begynne før sommeren "
        "er over, men ikke alle tror på det.",
    ),
    "af": (
        "Die stadsraad het besluit om die ou brug te sluit omdat daar na die vloed krake in die "
        "pilare gevind is. Mense "
        "wat met die motor werk toe ry, moet nou tien kilometer verder ry. Die burgemeester sê die werk sal begin voor "
        "die einde van die somer.",
        "My ouma was in haar tuin en het water vir die blomme gegee toe ons by die hek ingery het. Sy is nou oor die "
        "negentig, maar sy lees nog elke oggend die koerant en drink drie koppies koffie. Ons bly altyd langer as wat "
        "ons beplan het.",
    ),
    "id": (
        "Pemerintah kota memutuskan untuk menutup jembatan lama karena ditemukan retakan setelah banjir bulan lalu. "
        "Warga yang bekerja di seberang sungai harus memutar sejauh sepuluh kilometer. Wali kota berjanji perbaikan "
        "akan dimulai sebelum akhir tahun ini.",
        "Setiap pagi ibu memasak nasi goreng dengan bawang merah, cabai, dan sedikit kecap untuk kami semua. Bau "
        "masakannya sampai ke rumah tetangga, dan kadang mereka datang membawa buah dari kebun. Sekarang saya tinggal "
        "jauh, tetapi rasa itu tidak pernah hilang dari ingatan.",
    ),
    "tr": (
        "Belediye meclisi, selden sonra ayaklarında çatlaklar bulunan eski köprünün kapatılmasına karar verdi. İşe "
        "arabayla gidenler artık on kilometre daha fazla yol yapmak zorunda kalacak. Başkan, onarımın yaz bitmeden "
        "başlayacağına söz verdi ama kimse buna inanmıyor.",
    ),
    "fi": (
        "Kaupunki päätti sulkea vanhan sillan, koska tulvan jälkeen sen pilareista löytyi halkeamia. Autolla töihin "
        "kulkevat joutuvat kiertämään kymmenen kilometriä. Pormestari lupasi, että korjaukset alkavat ennen kesän "
        "loppua, mutta moni asukas epäilee sitä ja pelkää ruuhkia.",
    ),
    "cs": (
        "Rada města včera rozhodla o uzavření starého mostu, protože se po povodni na pilířích "
        "objevily trhliny. Řidiči "
        "budou muset cestou do práce zajíždět deset kilometrů. Starosta slíbil, že oprava začne ještě před koncem "
        "léta, ale lidé tomu moc nevěří.",
    ),
    "ro": (
        "Primăria a hotărât să închidă podul vechi, pentru că după inundații au apărut crăpături în piloni. Cei care "
        "merg cu mașina la serviciu vor face un ocol de zece kilometri. Primarul a promis că lucrările vor începe "
        "înainte de sfârșitul verii, dar puțini îl cred.",
    ),
    "ru": (
        "Городской совет решил закрыть старый мост, потому что после наводнения на опорах появились трещины. Тем, кто "
        "ездит на работу на машине, придётся делать крюк в десять километров. Мэр пообещал, что ремонт начнётся ещё до "
        "конца лета, но жители в это не верят.",
    ),
    "uk": (
        "Міська рада вирішила закрити старий міст, бо після повені на його опорах з'явилися "
        "тріщини. Тим, хто їздить на "
        "роботу машиною, доведеться робити гак у десять кілометрів. Мер пообіцяв, що ремонт почнеться ще до кінця "
        "літа, але мало хто йому вірить.",
    ),
    "el": (
        "Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα, επειδή μετά τις πλημμύρες "
        "εμφανίστηκαν ρωγμές. Όσοι "
        "πηγαίνουν με αυτοκίνητο στη δουλειά τους θα κάνουν έναν κύκλο δέκα χιλιομέτρων. Ο δήμαρχος υποσχέθηκε ότι τα "
        "έργα θα αρχίσουν πριν τελειώσει το καλοκαίρι.",
    ),
    "ar": (
        "قرر مجلس المدينة إغلاق الجسر القديم بعد ظهور تشققات في أعمدته بسبب الفيضانات الأخيرة. "
        "وسيضطر من يذهبون إلى العمل "
        "بالسيارة إلى قطع عشرة كيلومترات إضافية كل يوم. ووعد رئيس البلدية بأن تبدأ أعمال الترميم قبل نهاية الصيف.",
    ),
    "he": (
        "מועצת העיר החליטה לסגור את הגשר הישן משום שאחרי השיטפון נמצאו סדקים בעמודים. מי שנוסע "
        "לעבודה במכונית ייאלץ לעשות "
        "עיקוף של עשרה קילומטרים בכל יום. ראש העיר הבטיח שהתיקונים יתחילו עוד לפני סוף הקיץ.",
    ),
    "hi": (
        "नगर परिषद ने पुराने पुल को बंद करने का फैसला किया है क्योंकि बाढ़ के बाद उसके खंभों में "
        "दरारें पाई गईं। जो लोग कार से काम पर जाते "
        "हैं उन्हें दस किलोमीटर का चक्कर लगाना होगा। महापौर ने वादा किया कि मरम्मत गर्मी खत्म होने से पहले शुरू होगी।",
    ),
    "zh": (
        ""
        "市议会昨天决定关闭那座老桥，因为洪水过后桥墩上出现了裂缝。开车上班的人每天要多走十公里。市长保证说，维修工作会在夏天结束之前开始，"
        "但是很多居民并不相信，他们担心附近的小路会更加拥挤。",
    ),
    "ja": (
        ""
        "市議会は、洪水のあとで橋脚にひびが見つかったため、古い橋を閉鎖することを決めた。車で通勤する人は十キロほど遠回りしなければならない。"
        "市長は夏が終わる前に工事を始めると約束したが、住民の多くは信じていない。",
    ),
    "ko": (
        "시의회는 홍수 뒤에 교각에서 균열이 발견되자 오래된 다리를 폐쇄하기로 "
        "결정했다. 자동차로 출근하는 사람들은 날마다 십 킬로미터를 돌아가야 "
        "한다. 시장은 여름이 끝나기 전에 공사를 시작하겠다고 약속했지만 주민들은 믿지 않는다.",
    ),
}  # fmt: skip

# English that looks foreign: names, quotations of other languages, tables, dialect. None may be called foreign.
ENGLISH: tuple[str, ...] = (
    "Bayern München, Borussia Dortmund, Real Madrid, Atlético de Madrid, Paris Saint-Germain, Olympique de Marseille, "
    "Juventus, Internazionale Milano, Benfica, Sporting Lisboa, Ajax, Feyenoord, Galatasaray, "
    "Fenerbahçe all qualified.",
    "Ingredients: 200 g prosciutto crudo, 1 ciabatta, 3 pomodori San Marzano, 1 mozzarella di bufala, extra virgin "
    "olive oil, sea salt, black pepper, basil leaves, balsamic vinegar, two cloves garlic, parmesan shavings.",
    "“Ich bin ein Berliner,” said Kennedy, and the crowd in front of the Rathaus Schöneberg roared; he had practised "
    "the line on a card: Ish bin ine Bear-LEAN-er, with the stress marked by hand.",
    "Winners 2019: Müller, García, Kowalski, Nguyễn, Öztürk, Andersson, Rossi, Ferreira, "
    "Janssen, Dupont, Novák, Popescu, "
    "Virtanen, Hansen, Papadopoulos, Yılmaz, Horvát, Ivanova, Nakamura, Kim, Silva, Santos, Weber, Schmidt.",
    "Revenue 2021 12.4 13.1 14.9 15.0 Cost 2021 8.1 8.4 9.0 9.9 Margin 4.3 4.7 5.9 5.1 Tax 1.1 1.2 1.4 1.3 Net 3.2 3.5",
    "Section 4.2.1: install nginx postgresql redis rabbitmq; systemctl enable nginx; systemctl start postgresql; apt "
    "update; apt install python3-venv build-essential libpq-dev; export PATH; source venv/bin/activate; pip install.",
    "Homo sapiens, Canis lupus familiaris, Felis catus, Quercus robur, Escherichia coli, Drosophila melanogaster, Mus "
    "musculus, Arabidopsis thaliana, Saccharomyces cerevisiae, Danio rerio, Caenorhabditis elegans, Xenopus laevis.",
    "Directed by Jean-Luc Godard. Starring Jean-Paul Belmondo, Jean Seberg, Daniel Boulanger, "
    "Henri-Jacques Huet. Music "
    "by Martial Solal. Cinematography Raoul Coutard. Editing Cécile Decugis. Produced by Georges de Beauregard.",
    "NEW YORK BOSTON CHICAGO LOS ANGELES SAN FRANCISCO SAN DIEGO SANTA FE LAS VEGAS EL PASO SAN ANTONIO SACRAMENTO "
    "FRESNO RENO AMARILLO LAREDO DEL RIO SANTA BARBARA LOS ALAMOS SAN JOSE PALO ALTO.",
    "Lorem ipsum dolor sit amet is what designers put where copy is missing, because nobody starts to read it and "
    "correct it: consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
    "Ye ken fine the wee man wisnae there, and naebody kens whaur he gaed efter the dance at the village hall, but his "
    "mither said he had awa tae Glasgow wi the lass fae the chip shop.",
    "Aso rock villa, Abuja: Governors Babajide Sanwo-Olu, Nasir el-Rufai, Nyesom Wike, Abdullahi Ganduje, Aminu "
    "Tambuwal, Seyi Makinde, Samuel Ortom, Ifeanyi Okowa, Godwin Obaseki, Udom Emmanuel attended.",
    "Menu: bruschetta al pomodoro, insalata caprese, risotto ai funghi, spaghetti alla carbonara, osso buco, tiramisu, "
    "panna cotta, espresso, limoncello. Three courses for thirty dollars, wine not included.",
    "Played in the 1998 season for Steaua București, then Rapid, Dinamo, Universitatea "
    "Craiova, Petrolul Ploiești, Oțelul "
    "Galați, Farul Constanța; caps 34, goals 11, honours Liga I, Cupa României, Supercupa României.",
)  # fmt: skip

MIXED: dict[str, tuple[str, ...]] = {
    "de": (
        "Das Meeting im Headquarters wurde gecancelt, weil der Chief Information Officer noch im Homeoffice sitzt und "
        "sein Laptop ein Update braucht. Das Team trifft sich jetzt online per Video und bespricht das Budget.",
        "Mit dem Release von Python wurde der Parser neu geschrieben; wer die Library per pip installiert, bekommt das "
        "Feature sofort, ohne dass man den Code ändern oder einen Build starten muss.",
    ),
    "nl": (
        "Het management heeft tijdens de meeting een update over de software gegeven, maar de developers vonden de "
        "deadline te krap en de feedback van de klant was niet in het document opgenomen.",
    ),
    "fr": (
        "Le week-end dernier, la start-up a organisé un brainstorming avec ses community managers pour préparer le "
        "lancement du podcast et du live streaming, mais le feedback des followers était plutôt mauvais.",
    ),
    "es": (
        "El marketing online y el software de business intelligence son muy importantes para cualquier startup, según "
        "dijo el manager en el meeting, aunque el feedback del cliente fue bastante malo.",
    ),
}  # fmt: skip


def windows(paragraph: str) -> Iterator[str]:
    """The paragraph, and every third window of 20 words in it."""
    words = paragraph.split()
    yield paragraph
    for start in range(0, len(words) - WINDOW + 1, 3):
        yield " ".join(words[start : start + WINDOW])


def records(name: str) -> Iterator[dict[str, object]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def english_documents() -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """Name of the set, prose, blocks. None of these sets holds a paragraph in another language."""
    for path in sorted(DATA.glob("clean_dev_*.jsonl.gz")):
        for record in records(path.name):
            source = read(str(record["text"]), format=str(record.get("format", "plain")))
            yield path.name, source.prose, source.blocks


def english_lines() -> Iterator[tuple[str, str]]:
    """Name of the set, line. ``boiler`` has one Dutch line and ``injected`` 19 Spanish ones, rightly found."""
    for path in sorted(DATA.glob("*.jsonl.gz")):
        for record in records(path.name):
            if path.name.startswith(("boiler", "clickbait", "titles", "spam", "cola")):
                yield path.name, str(record["text"])
            elif path.name.startswith("injected"):
                yield from ((path.name, str(line)) for line in record["lines"])  # type: ignore[attr-defined]
            elif path.name.startswith("flores"):
                yield path.name, str(record["original"])
            elif path.name.startswith("demetr"):
                yield path.name, str(record["broken"])


def is_foreign(code: str | None) -> bool:
    return code not in (None, "en")


def accuracy() -> None:
    foreign = [(code, text) for code, texts in PARAGRAPHS.items() for each in texts for text in windows(each)]
    answers = [(code, language.language(text)) for code, text in foreign]
    print(f"foreign: {len(foreign)} windows of {WINDOW} words in {len(PARAGRAPHS)} languages")
    print(f"  called foreign {sum(is_foreign(found) for _, found in answers)}")
    print(f"  named right    {sum(code == found for code, found in answers)}")
    print(f"  misnamed       {Counter(pair for pair in answers if pair[0] != pair[1])}")
    mixed = [(code, language.language(text)) for code, texts in MIXED.items() for text in texts]
    print(f"  mixed with English words, named right {sum(code == found for code, found in mixed)} of {len(mixed)}")
    print(
        f"hard English: called foreign {sum(is_foreign(language.language(text)) for text in ENGLISH)} of {len(ENGLISH)}"
    )
    if not DATA.is_dir():
        print(f"{DATA} is not there: no figures for English")
        return
    documents = list(english_documents())
    wrong = sum(language.document_language(prose, blocks) != "en" for _, prose, blocks in documents)
    blocks = sum(len(blocks) for _, _, blocks in documents)
    found = [
        (name, code) for name, prose, blocks in documents for code in language.foreign_blocks(prose, blocks).values()
    ]
    print(f"clean English: called foreign {wrong} of {len(documents)} documents, {len(found)} of {blocks} blocks")
    lines = [(name, text) for name, text in english_lines() if len(text.split()) >= WINDOW]
    calls = Counter((name, code) for name, text in lines if is_foreign(code := language.language(text)))
    print(f"other English lines of {WINDOW} words: {len(lines)}, called foreign {dict(calls)}")


def speed() -> None:
    if not DATA.is_dir():
        return
    documents = list(english_documents())
    size = sum(len(prose.encode()) for _, prose, _ in documents) / 1e6
    for function in (language.document_language, language.foreign_blocks):
        best = min(timed(function, documents) for _ in range(5))
        print(f"{function.__name__}: {size / best:.0f} MB/s on {size:.1f} MB of clean English")
    code = (
        "import time; m = lambda: int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6\n"
        "from qualitycheck import language; a = m(); t = time.perf_counter(); language._model()\n"
        "print(f'identifier: {time.perf_counter() - t:.3f} s to load, {m() - a:.0f} MB')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def timed(
    function: Callable[[str, tuple[Block, ...]], object], documents: list[tuple[str, str, tuple[Block, ...]]]
) -> float:
    start = time.perf_counter()
    for _, prose, blocks in documents:
        function(prose, blocks)
    return time.perf_counter() - start


def compare() -> None:
    """Both identifiers alone, without the guards of ``qualitycheck.language``, on Latin script."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    start = time.perf_counter()
    other = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    print(f"py3langid: {time.perf_counter() - start:.2f} s to load")
    latin = [
        (code, text)
        for code, texts in PARAGRAPHS.items()
        if code not in ("ru", "uk", "el", "ar", "he", "hi", "zh", "ja", "ko")
        for each in texts
        for text in windows(each)
    ]
    doubtful = [text for _, text in english_lines() if len(text.split()) >= WINDOW and in_doubt(text)]
    identifiers: dict[str, Callable[[str], tuple[str, float]]] = {
        "fasttext": lambda text: language._identify(text)[0],
        "py3langid": lambda text: other.classify(text),
    }
    for name, classify in identifiers.items():
        start = time.perf_counter()
        answers = [(code, classify(text)[0]) for code, text in latin]
        seconds = time.perf_counter() - start
        alarms = Counter(classify(text)[0] for text in doubtful)
        print(
            f"{name}: {len(latin)} windows, {sum(found != 'en' for _, found in answers)} foreign, "
            f"{sum(code == found for code, found in answers)} right, {seconds / len(latin) * 1e6:.0f} us each; "
            f"{len(doubtful)} doubtful lines: {dict(alarms.most_common())}"
        )


def in_doubt(text: str) -> bool:
    """Whether neither function words nor the lexicon settle it."""
    words = [word.strip(language._OUTER) for word in text.lower().split()]
    longer = [word for word in words if len(word) > 3 and word.isalpha()]
    return (
        sum(map(language._ENGLISH.__contains__, words)) < language._CLEAR * len(words)
        and bool(longer)
        and sum(1 for word in longer if language.mask(word)) < language._KNOWN * len(longer)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compare", action="store_true", help="also measure py3langid and fastText alone")
    accuracy()
    speed()
    if parser.parse_args().compare:
        compare()


if __name__ == "__main__":
    main()
