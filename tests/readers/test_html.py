from __future__ import annotations

import pytest

from qualitycheck.model import OBJECT
from qualitycheck.readers import read


def shown(text: str) -> list[tuple[str, str]]:
    source = read(text, format="html")
    return [(block.kind, source.prose[block.start : block.end]) for block in source.blocks]


PAGE = """<!doctype html><html lang="en-GB"><head><meta charset=utf-8><title>Pool &amp; river | Times</title>
<style>p > a</style></head><body><header>Times</header><nav><ul><li>Home</nav>
{}
<footer>Imprint</footer><script>let a = "<p>no</p>"</script></body></html>"""


def test_article_of_a_page() -> None:
    text = PAGE.format(
        "<main><p>Ad</p><article><h1>Pool <i>closes</i></h1><p>One\n  two <b>three</b>.<br>Four &lt; five."
        "<h2>Part</h2><ul><li>a<li>b <p>c</ul><blockquote><p>d</blockquote><table><tr><th>e<td>f</table>"
        "<div>g <code>x</code></div><pre>h</pre><aside>i</aside></article><p>Related</main>"
    )
    assert shown(text) == [
        ("title", "Pool closes"),
        ("paragraph", "One two three."),
        ("line", "Four < five."),
        ("heading", "Part"),
        ("item", "a"),
        ("item", "b"),
        ("item", "c"),
        ("quote", "d"),
        ("cell", "e"),
        ("cell", "f"),
        ("paragraph", f"g {OBJECT}"),
    ]
    assert read(text, format="html").lang == "en-GB"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>a</p><main><p>b</main>", [("title", "Pool & river | Times"), ("paragraph", "b")]),
        ("<h1>A</h1><main><p>b</main>", [("title", "A"), ("paragraph", "b")]),
        ("<h1>A</h1><article><h1>B</h1>c</article>", [("title", "B"), ("paragraph", "c")]),
        (
            "<article><h1>A</h1><h1>B</h1>c</article>",
            [("title", "Pool & river | Times"), ("heading", "A"), ("heading", "B"), ("paragraph", "c")],
        ),
        ("<form><main><p>b</main></form>", [("title", "Pool & river | Times"), ("paragraph", "b")]),
        ("<aside>a<main>b<article>c", [("title", "Pool & river | Times"), ("paragraph", "c")]),
    ],
)
def test_title_and_region(body: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(PAGE.format(body)) == blocks


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a <b>b</b><i> c</i> d", "a b c d"),
        ("a <b> b</b>", "a b"),
        ("a<!-- b -->c", "ac"),
        ("a<script>b</script>c", "ac"),
        ("a&nbsp;b &#8217; &bogus; &copy 1", "a\u00a0b ’ &bogus; © 1"),
        ("a < b > c & d", "a < b > c & d"),
        ("<p>a</p>b", "a\nb"),
        ("<code>a<p>b", "b"),
        ("a <code>b", f"a {OBJECT}"),
        ("<h2>a<p>b", "a\nb"),
        ("a <img alt=b> c<img>", f"a {OBJECT} c"),
        ("<img alt=b>", ""),
        ("<P CLASS='a>b'>c</P >", "c"),
        ("a</>b</x y>c", "abc"),
        ("a<", "a<"),
        ("a<b", "a"),
        ("<li>a</ul></li></blockquote>b", "a\nb"),
    ],
)
def test_prose(text: str, prose: str) -> None:
    assert read(text, format="html").prose == prose


def test_title_maps_to_its_place() -> None:
    text = PAGE.format("<p>a")
    source = read(text, format="html")
    at = source.prose.index("river")
    assert text[slice(*source.offsets.span(0, at + 5))] == "Pool &amp; river"
