from __future__ import annotations

import pytest

from qualitycheck.model import OBJECT
from qualitycheck.readers import read


def shown(text: str) -> list[tuple[str, str]]:
    source = read(text, format="markdown")
    return [(block.kind, source.prose[block.start : block.end]) for block in source.blocks]


def test_blocks() -> None:
    text = """# A *title*

Two lines\nof one. ~~Three~~ &amp; \\*four\\*.

## Part

Part two
===

- one
- [x] two

  more

1. > said

| a | b |
|---|---|
| c | d |

> He said
>
> - so

***

Verse\\\nline  \nend[^n]

[^n]: A *note*.
"""
    assert shown(text) == [
        ("title", "A title"),
        ("paragraph", "Two lines of one. Three & *four*."),
        ("heading", "Part"),
        ("heading", "Part two"),
        ("item", "one"),
        ("item", "two"),
        ("item", "more"),
        ("quote", "said"),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "c"),
        ("cell", "d"),
        ("quote", "He said"),
        ("item", "so"),
        ("paragraph", "Verse"),
        ("line", "line"),
        ("line", "end"),
        ("paragraph", "A note."),
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Run `a  b` now.", f"Run {OBJECT} now."),
        ("See <http://a.example> or https://b.example/c_d_e.", f"See {OBJECT} or {OBJECT}."),
        ("Write to <me@a.example>.", f"Write to {OBJECT}."),
        ("[The text](http://a.example 'T') of a [link].\n\n[link]: /x", "The text of a link."),
        ("An ![alt *text*](a.png) inside", f"An {OBJECT} inside"),
        ("![alt](a.png)", ""),
        ("![alt](a.png)The text", "The text"),
        ("The sum $x^2$ is", f"The sum {OBJECT} is"),
        ("From $5 to $10, or $5–$10.", "From $5 to $10, or $5–$10."),
        ("> From $5 to\n> 6$7", "From $5 to 6$7"),
        ("A <em>b</em> <!-- c --> d<wbr>e", "A b de"),
        ("A <code>*b*</code> <kbd>c</kbd>", f"A {OBJECT} {OBJECT}"),
        ("A  b", "A  b"),
        ("<!-- a -->\n\n<div>\n\nb\n\n</div>", "b"),
        ("<div>a &lt;\nb</div> <!-- c -->", "a < b"),
        ('See {{< ref "a" >}} and {{ name }}.', f"See {OBJECT} and {{{{ name }}}}."),
        ("{{% note %}}\nA\n{{% /note %}}", "A"),
        ("{% figure a %}A", "A"),
        ("[A]({{ '/b' | url }}) c", "A c"),
        ("A\n{: .b}", "A"),
        ("```\na\n", ""),
        ("A\n\n    b", "A"),
    ],
)
def test_prose(text: str, prose: str) -> None:
    assert read(text, format="markdown").prose == prose


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("---\ntitle: Plain: a title # comment\n---\n", "Plain: a title"),
        ("---\r\nlayout: x\r\ntitle: 'It''s'\r\n---\r\n", "It's"),
        ('---\ntitle: "A \\"b\\" #c" # d\n---\n', 'A "b" #c'),
        ("---\ntitle: >-\n  Folded\n  title\ntags: [a]\n---\n", "Folded title"),
        ("---\ntags:\n  - a\ntitle: T\n...\n", "T"),
        ('+++\ntitle = "TOML"\n[x]\ntitle = "no"\n+++\n', "TOML"),
        ("---\n\"title\": 'q'\n---", "q"),
    ],
)
def test_title_of_the_front_matter(front: str, title: str) -> None:
    text = front + "\n# First\n\nText."
    source = read(text, format="markdown")
    assert shown(text) == [("title", title), ("heading", "First"), ("paragraph", "Text.")]
    assert source.front["title"] == title
    span = source.offsets.span(0, len(title))
    assert front[span.start : span.end].replace("\\", "").replace("''", "'").replace("\n ", "") == title


def test_front_matter_scalars_and_language() -> None:
    text = "---\n# c\nlang: en-GB\ndraft: true\nlist: [a]\nnested:\n  a: b\nempty:\ndate: 2020-01-02\n---\nText.\n"
    source = read(text, format="markdown")
    assert source.lang == "en-GB"
    assert dict(source.front) == {"lang": "en-GB", "draft": "true", "nested": "a: b", "date": "2020-01-02"}
    assert source.prose == "Text."


@pytest.mark.parametrize(
    "text", ["---\n\nNot a *key*\n\n---\n", "---\ntitle: open\n\nText", "a\n\n---\ntitle: b\n---\n"]
)
def test_no_front_matter(text: str) -> None:
    assert not read(text, format="markdown").front


def test_only_the_first_level_one_heading_is_the_title() -> None:
    assert shown("## A\n\n# B\n\n# C") == [("heading", "A"), ("title", "B"), ("heading", "C")]
