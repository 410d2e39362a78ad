"""Every reader: the prose and its map to the source, on texts made of known parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycheck.model import OBJECT, Source
from qualitycheck.readers import READERS, read

FORMATS = tuple(READERS)
MARK = "Zqx9wörd"  # in no generated text


def sound(source: Source) -> None:
    """The invariants of a Source."""
    prose, offsets = source.prose, source.offsets
    assert "\n".join(prose[b.start : b.end] for b in source.blocks) == prose
    assert prose.count("\n") == max(0, len(source.blocks) - 1)
    assert sum(b.kind == "title" for b in source.blocks) <= 1
    for before, after in zip(source.blocks, source.blocks[1:], strict=False):
        assert before.end + 1 == after.start
    for block in source.blocks:
        text = prose[block.start : block.end]
        assert text == text.strip()
        assert text.strip(OBJECT + " ")
    assert offsets.prose_end == len(prose)
    ends = [*offsets.prose_starts, offsets.prose_end][1:]
    pieces = list(zip(offsets.prose_starts, ends, offsets.source_starts, offsets.source_ends, strict=True))
    assert offsets.prose_starts[:1] in ((), (0,))
    reached = 0
    for start, end, source_start, source_end in pieces:
        assert start < end
        assert reached <= source_start <= source_end <= len(source.text)
        reached = source_end
        if end - start != source_end - source_start:
            continue
        for char, origin in zip(prose[start:end], source.text[source_start:source_end], strict=True):
            assert char in (origin, "\n", OBJECT) or (char == " " and (origin.isspace() or source.format != "plain"))


def cut(source: Source, word: str) -> str:
    """What the source holds where the prose holds ``word``."""
    at = source.prose.index(word)
    return source.text[slice(*source.offsets.span(at, at + len(word)))]


WORDS = st.sampled_from(
    [
        "the",
        "clock",
        "Café",
        "naïve",
        "𝄞",
        "👩‍🚀",
        "e\u0301",
        "3.5",
        "“quoted”",
        "don’t",
        "end.",
        "a\u00a0b",
        "日本",
        "Oslo",
    ]
)
PHRASE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
BREAK = st.sampled_from(["\n", "\r\n"])


@st.composite
def marked(draw: st.DrawFn, shapes: list[str], joint: str) -> str:
    """Some of ``shapes`` around phrases; in one place of one phrase stands MARK."""
    shown = draw(st.lists(st.tuples(st.sampled_from(shapes), PHRASE), min_size=1, max_size=8))
    chosen = draw(st.integers(0, len(shown) - 1))
    parts = []
    for i, (shape, phrase) in enumerate(shown):
        words = phrase.split(" ")
        if i == chosen:
            words.insert(draw(st.integers(0, len(words))), MARK)
        parts.append(shape.replace("X", " ".join(words)))
    return joint.join(parts).replace("\n", draw(BREAK))


PLAIN = [
    "X",
    "X\n",
    "  X  ",
    "- X",
    "> X",
    "1. X",
    "\tX",
    "X\u2028X",
    "See https://a.example/b?c=d. X",
    "X www.a.example",
]
MARKDOWN = [
    "X",
    "# X",
    "X\n---",
    "- X\n- [ ] x",
    "> X\n> X",
    "> - X\n>   x",
    "1. X",
    "*X* **x** ~~x~~",
    '[X](http://a.example/b "t")',
    "&eacute;&amp; X &nGt;",
    "\\*x\\* X",
    "`code` X `code`",
    "![alt](u.png) X",
    "X  \nx\\\nx",
    "| é | X |\n|---|---|\n| x | ``x`` |",
    "<div>\n&lt; X <b>x</b>\n</div>",
    "> <p>\n> é X\n> </p>",
    "x<!-- é --> <em>X</em><br>x",
    '{{< ref "é" >}} X {% include é %}',
    "{% highlight py %}\né\n{% endhighlight %}\n\nX",
    "<http://a.example/é> X https://b.example/_c_.",
    "Text[^1] é\n\n[^1]: X",
    "$x_é$ X $5 and $10",
]
HTML = [
    "<p>X</p>",
    "<p>  é\n\t X <b>x</b>  é</p>",
    "<h2 class='x>y'>X</h2>",
    "<ul><li>é<li>X</ul>",
    "<table><tr><td>é<th>X</table>",
    "<blockquote><p>X</blockquote>",
    "<p>&eacute;&notit;&#x1F600; X &nbsp;&amp;amp;",
    "<p>é<code>c</code> X<br>é",
    '<!-- é --><script>if (a < b) "é"</script><p>X',
    "<p>é</>é</ é>é<?é?>X",
    "<pre>é</pre><div>X</div>",
    '<p title="é > é" hidden=é>X</p>',
    "<nav>é</nav>X<aside>é</aside>",
    "<div><svg><title>é</title></svg>X</div>",
    "<p>a < b & c X",
]


@given(marked(PLAIN, "\n\n"))
def test_marker_in_plain_text(text: str) -> None:
    source = read(text)
    sound(source)
    assert cut(source, MARK) == MARK


@given(marked(MARKDOWN, "\n\n"))
def test_marker_in_markdown(text: str) -> None:
    source = read(text, format="markdown")
    sound(source)
    assert cut(source, MARK) == MARK


@given(marked(HTML, "\n"))
def test_marker_in_html(text: str) -> None:
    source = read(f"<html><head><title>é &amp; é</title></head><body>{text}</body></html>", format="html")
    sound(source)
    assert cut(source, MARK) == MARK


MARKDOWN_HIDDEN = [
    "```\nX\n```",
    "~~~X\n~~~",
    "    X",
    "`X`",
    "``a ` X``",
    "[a](http://b.example/X)",
    "[a][r]\n\n[r]: http://b.example/X 'X'",
    "![X](a.png)",
    "<http://b.example/X>",
    "https://b.example/X?a_b_c",
    "<a href='X'>a</a>",
    "<!-- X -->",
    "<script>\nX\n</script>",
    "<div title='X'>\n<!-- X --><code>X</code><pre>X</pre>\n</div>",
    "a <code>X</code> b <kbd>*X*</kbd>",
    "a <svg><text>X</text></svg> b",
    "{{< figure alt='X' >}}",
    "{% include X %}",
    "{% highlight X %}\nX\n{% endhighlight %}",
    "$X$",
    "$$\nX\n$$",
    "a[^X]\n\n[^X]: b",
    "# T {#X}",
    "---\nlayout: X\n---\nb",
]
HTML_HIDDEN = [
    "<script>X</script>",
    "<style>X</style>",
    "<p class=X>a</p>",
    "<!-- X -->",
    "<code>X</code>",
    "<pre>X</pre>",
    "<svg><text>X</text></svg>",
    "<noscript>X</noscript><template><p>X</template>",
    "<nav>X</nav><footer>X</footer><aside>X</aside><form>X</form>",
    "<textarea>X</textarea><select><option>X</select><button>X</button>",
    "<iframe>X</iframe>",
    "<img alt=X>",
    "<a href=http://b.example/X>a</a>",
    "<p>http://b.example/X</p>",
    "<?X?><!X>",
]
HIDDEN = [
    *(
        ("markdown", shape, before)
        for shape in MARKDOWN_HIDDEN
        for before in ("", "Före.\n\n")
        if "layout" not in shape
    ),
    ("markdown", MARKDOWN_HIDDEN[-1], ""),
    *(("html", shape, before) for shape in HTML_HIDDEN for before in ("", "<p>Före.</p>")),
    ("plain", "See https://b.example/X now", ""),
    ("plain", "See www.b.example/X now", "Före.\n\n"),
]


@pytest.mark.parametrize(("format_", "shape", "before"), HIDDEN)
def test_what_is_no_prose_is_not_read(format_: str, shape: str, before: str) -> None:
    word = "hemlig"
    after = "<p>Efter.</p>" if format_ == "html" else "\n\nEfter."
    source = read(before + shape.replace("X", word) + after, format=format_)
    sound(source)
    assert word not in source.prose
    assert cut(source, "Efter.") == "Efter."


@pytest.mark.parametrize("format_", FORMATS)
@given(text=st.text(st.one_of(st.sampled_from("<>/!-`*_#[]()&;:{}%|~$\n\r\t \\\"'=aé\u2028\0"), st.characters())))
def test_any_text(format_: str, text: str) -> None:
    sound(read(text, format=format_))


@pytest.mark.parametrize("format_", FORMATS)
@given(text=st.lists(st.sampled_from([*MARKDOWN, *HTML, *PLAIN, "<article>", "</div>", "<h1>", "<form>", "---\n"])))
def test_any_mix_of_markup(format_: str, text: list[str]) -> None:
    sound(read("".join(text), format=format_))


@pytest.mark.parametrize("format_", FORMATS)
@given(text=st.text("ab \n#>*-.<p/\t&;", max_size=80))
def test_line_breaks_change_nothing(format_: str, text: str) -> None:
    unix, dos = read(text, format=format_), read(text.replace("\n", "\r\n"), format=format_)
    assert unix.prose == dos.prose
    assert unix.blocks == dos.blocks


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\0", "\0a\0", "\ud800 lone \udfff", "\ud83d\ude00 pair"])
def test_odd_text(format_: str, text: str) -> None:
    source = read(text, format=format_)
    sound(source)
    source.text.encode()
    assert len(source.text) == len(text)


BIG = {
    "one line of 20 MB": "word " * 4_000_000,
    "lines of one word": "word\n" * 100_000,
    "nested quotations": "> " * 500 + "end",
    "deep quotations": "> " * 20_000 + "end",
    "open fence": "```\nx\n" * 10_001,
    "open tags": "<div><p><code>" * 20_000 + "end",
    "open comments": "<!-- a\n" * 20_000,
    "open article": "<article><blockquote>" * 20_000 + "</li>" * 20_000,
    "angles": "<" * 200_000,
    "brackets": "[" * 20_000 + "a](" * 20_000,
    "stars": "*a_ " * 20_000,
    "bare URLs": "http://a.example/ " * 20_000,
    "open URLs": "http://www." * 50_000,
    "shortcodes": "{% raw %}{{< " * 20_000,
    "entities": "&amp;&" * 50_000,
    "front matter": "---\na: b\n" + "c: d\n" * 20_000,
    "blank": " " * 200_000 + "\n" * 200_000,
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("text", BIG.values(), ids=BIG.keys())
def test_big_and_broken(format_: str, text: str) -> None:
    source = read(text, format=format_)
    assert source.offsets.prose_end == len(source.prose)
    assert [source.blocks[-1].end] == [len(source.prose)] if source.blocks else not source.prose
