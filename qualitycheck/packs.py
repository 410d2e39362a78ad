"""YAML -> Rule: discovery, validation, and the compiled form that a cold start reads instead of YAML."""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualitycheck.cache import folder as cache_folder
from qualitycheck.cache import keep
from qualitycheck.errors import ConfigError, Fault, RuleError
from qualitycheck.expressions import Table, forms, table_of
from qualitycheck.expressions import faults as faults_of
from qualitycheck.keys import EXAMPLE, RULE, SCHEMA_TITLE, Key
from qualitycheck.lexicon import CLASSES
from qualitycheck.model import Example, Fix, Rule, Span
from qualitycheck.scanners import KINDS
from qualitycheck.scanners.words import literal

if TYPE_CHECKING:
    import regex
    import yaml

#: Columns of a phrase table. ``wrong`` must be there; ``needs`` and ``unless`` hold texts separated by ``|``.
#: Rows of one ``group`` are forms of one phrase. A table of wrong words has a ``mechanism`` and a ``tier`` in each row.
TABLE_COLUMNS = ("wrong", "right", "via", "mechanism", "tier", "needs", "unless", "note", "group")

WRONG_WORDS_COLUMNS = TABLE_COLUMNS[:-1]
MECHANISMS = ("polysemy", "calque", "false-friend", "thesaurus", "name", "unit", "literal-idiom")
TIERS = ("certain", "likely", "cue")

_PACKAGE = Path(__file__).parent
_COMPILED = "compiled.json"
_FORMAT = 1  # of the compiled form
_KEPT = 5  # compiled forms in the cache: a few checkouts, or the last few edits
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARK = re.compile(r"<<|>>")
_PLACE = re.compile(r"\{(.*?)\}")
_WITHIN = re.compile(r"(\d+) words|sentence|paragraph|document")


# ---- discovery -------------------------------------------------------------------------------------------------


def rules_folder() -> Path:
    """The folder of the built-in packs: inside the package when installed, at the top of the repository in it."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def builtin_rules() -> tuple[Rule, ...]:
    """All built-in rules, ordered by id, whatever their status.

    An installed package reads the form compiled when its wheel was built. A checkout reads its YAML files and keeps
    what it made of them in the user's cache, under a key made of their content.
    """
    folder = rules_folder()
    compiled = folder / _COMPILED
    if compiled.is_file():
        return _read_compiled(compiled.read_bytes())
    return _cached(folder)


def builtin_file(rule_id: str) -> Path:
    """The YAML file of a built-in rule, wherever the package is installed."""
    return rules_folder().joinpath(*rule_id.split(".")).with_suffix(".yaml")


def load(path: str | os.PathLike[str]) -> tuple[Rule, ...]:
    """The rules of a folder of packs, of one pack, or of one file, ordered by id.

    An id is the path below the folder of packs. That is the nearest folder, from the named one (or that of the named
    file) upwards, that holds the ``schema.json`` of rules. Where there is none, it is the named folder if it has
    rules in folders of its own, else the folder above it. A rule straight in the folder of packs is in no pack, which
    is a fault. Files and folders whose names begin with a dot are left out.

    Raises RuleError with every fault of every file, ConfigError where there is no rule file at all.
    """
    named = Path(path)
    if named.is_file():
        root = named.parent.resolve()
        files = [root / named.name]
    else:
        root = named.resolve()
        files = _rule_files(root)
    if not files:
        what = "holds no .yaml file" if root.is_dir() else "is no file or folder"
        raise ConfigError(f"{named}: {what}; name a rule file, a pack folder or a folder of packs")
    base = _folder_of_packs(root, files)
    faults: list[Fault] = []
    rules = [_Reader(file, faults).rule(file.relative_to(base).with_suffix("").parts) for file in files]
    if faults:
        raise RuleError(sorted(faults))
    return tuple(sorted((rule for rule in rules if rule is not None), key=lambda rule: rule.id))


def _rule_files(root: Path) -> list[Path]:
    """The ``.yaml`` files below ``root``, and those that somebody may take for one."""
    return sorted(
        file
        for file in root.rglob("*")
        if file.suffix.lower() in (".yaml", ".yml")
        and not any(part.startswith(".") for part in file.relative_to(root).parts)
        and not file.is_dir()
    )


def _folder_of_packs(root: Path, files: Iterable[Path]) -> Path:
    for folder in (root, *root.parents):
        with suppress(OSError, UnicodeDecodeError):
            # Its title, because other projects have a schema.json of their own further up.
            if f'"title": "{SCHEMA_TITLE}"' in (folder / "schema.json").read_text(encoding="utf-8"):
                return folder
    return root if any(file.parent != root for file in files) else root.parent


# ---- the compiled form -------------------------------------------------------------------------------------------


def compile_rules(folder: Path) -> bytes:
    """The rules of ``folder`` as one JSON document, which is what a wheel carries beside the YAML."""
    compiled = {"format": _FORMAT, "rules": [_plain(rule) for rule in load(folder)]}
    return json.dumps(compiled, ensure_ascii=False).encode()


def _plain(rule: Rule) -> dict[str, Any]:
    plain = {name: getattr(rule, name) for name in Rule.__slots__}
    for name in ("bad", "good", "misfires"):
        plain[name] = [[getattr(example, slot) for slot in Example.__slots__] for example in plain[name]]
    return plain | {"fix": None if rule.fix is None else [rule.fix.replacement, rule.fix.safe]}


def _read_compiled(data: bytes) -> tuple[Rule, ...]:
    """The rules in a document of ``compile_rules``. Raises ValueError where it is none."""
    try:
        compiled = json.loads(data)
        rules = tuple(_compiled_rule(plain) for plain in compiled["rules"])
        if compiled["format"] == _FORMAT and rules:
            return rules
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no compiled rules: {error!r}") from error
    raise ValueError("no compiled rules, or those of another version")


def _compiled_rule(plain: dict[str, Any]) -> Rule:
    for name in ("bad", "good", "misfires"):
        plain[name] = tuple(
            Example(text, tuple(Span(*span) for span in spans), *rest) for text, spans, *rest in plain[name]
        )
    for name in ("unless", "references", "tags"):
        plain[name] = tuple(plain[name])
    plain["fix"] = None if plain["fix"] is None else Fix(*plain["fix"])
    if plain["kind"] == "wrong-words":
        plain["match"]["tables"] = Table(*plain["match"]["tables"])
    return Rule(**plain)


def _cached(folder: Path) -> tuple[Rule, ...]:
    cached = cache_folder()
    if cached is None:
        return load(folder)
    target = cached / f"rules-{_content_key(folder)}.json"
    try:
        return _read_compiled(target.read_bytes())
    except (OSError, ValueError):
        compiled = compile_rules(folder)
    with suppress(OSError):  # a read-only home costs the next start the time to read YAML, nothing else
        keep(compiled, target, _KEPT)
    return _read_compiled(compiled)


def _content_key(folder: Path) -> str:
    """A name for what the rule files of ``folder`` and the code that reads them say.

    Two checksums and the size: a hash of the cryptographic kind would load OpenSSL at every start, against a collision
    that nobody has a reason to make.
    """
    code = ("packs.py", "keys.py", "model.py", "scanners/__init__.py", "expressions.py", "inflection.py")
    parts = [(_PACKAGE / name).read_bytes() for name in code]
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith((".yaml", ".yml", ".tsv")):
                file = Path(root, name)
                parts += os.fsencode(file), file.read_bytes()
    whole = b"\0".join(parts)
    return f"{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}{len(whole):x}"


# ---- one file ------------------------------------------------------------------------------------------------------

_Path = tuple[str | int, ...]


class _Reader:
    """Reads one rule file and adds what is wrong with it to ``faults``."""

    def __init__(self, file: Path, faults: list[Fault]) -> None:
        self.file = file
        self.name = _shown(file)
        self.faults = faults
        self.lines: dict[_Path, int] = {(): 1}
        self.bad = False
        self.parts: Sequence[str] = ()

    def fault(self, path: _Path, what: str, instead: str = "") -> None:
        self.bad = True
        at = path
        while at not in self.lines:
            at = at[:-1]
        key, what = (text.encode(errors="backslashreplace").decode() for text in (_dotted(path), what))
        self.faults.append(Fault(self.name, self.lines[at], key, what, instead))

    def rule(self, parts: Sequence[str]) -> Rule | None:
        """The rule whose id has these parts, or None where the file has a fault."""
        self.parts = parts
        if self.file.suffix != ".yaml":
            self.fault((), "is no .yaml file", f"name it {self.file.stem}.yaml")
        if len(parts) < 2:
            instead = "move it into a folder, which is its pack; if it is in one, name the folder above that"
            self.fault((), "is in no pack", instead)
        for part in parts:
            if not _NAME.fullmatch(part):
                self.fault((), f"{part!r} is no part of a rule id", "name files and folders in lower-case-with-hyphens")
        data = self._parse()
        if not isinstance(data, dict):
            if not self.bad:
                what = "the file is empty" if data is None else "the file is no mapping"
                self.fault((), what, "write `title:`, `message:`, `why:` ... (rules/README.md)")
            return None
        values = self._mapping(data, RULE, ())
        match = self._match(values.get("match"))
        examples = self._examples(values.get("examples"))
        for i, pattern in enumerate(values.get("unless") or ()):
            self._pattern(pattern, ("unless", i))
        self._check(values, match)
        if self.bad:
            return None
        tags = tuple(values["tags"] or ())
        family = next((tag.removeprefix("family:") for tag in tags if tag.startswith("family:")), parts[-1])
        fix = values["fix"]
        return Rule(
            id=".".join(parts),
            title=values["title"],
            message=values["message"],
            why=values["why"],
            severity=values["severity"],
            status=values["status"],
            lang=values["lang"],
            scope=values["scope"],
            kind=match.pop("kind"),
            match=match,
            path=self.name,
            family=family,
            bad=examples["bad"],
            good=examples["good"],
            misfires=examples["misfires"],
            when={key: value for key, value in (values["when"] or {}).items() if value is not None},
            unless=tuple(values["unless"] or ()),
            fix=None if fix is None else Fix(fix["replace"], fix["safe"]),
            measured=values["measured"],
            references=tuple(values["references"] or ()),
            tags=tags,
        )

    def _check(self, values: Mapping[str, Any], match: Mapping[str, Any]) -> None:
        if values.get("status") == "stable" and values.get("severity") == "cue" and values.get("fix"):
            self.fault(("fix",), "a cue is never shown, so its fix is never offered", "delete the key")
        if not match:
            return
        places = list(KINDS[match["kind"]].places)
        if isinstance(pattern := match.get("pattern"), str):
            try:
                places += [name for name in _compile(pattern).groupindex if re.fullmatch("[a-z]+", name)]
            except ValueError:
                return  # a fault already, and its groups cannot be known
        self._places(values.get("message"), dict.fromkeys(["hit", *places]), ("message",))
        if isinstance(fix := values.get("fix"), dict):
            self._places(fix.get("replace"), dict.fromkeys(places), ("fix", "replace"))

    def _places(self, text: Any, known: Iterable[str], path: _Path) -> None:
        for place in _PLACE.findall(text) if isinstance(text, str) else ():
            if place not in known:
                there = ", ".join(f"`{{{name}}}`" for name in known)
                self.fault(path, f"nothing fills {{{place}}}", f"the places are {there}" if there else "there are none")

    # -- YAML -> plain values, with the line of every key

    def _parse(self) -> Any:
        import yaml

        try:
            text = self.file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.fault((), f"cannot be read: {error}", "save the file as UTF-8")
            return None
        try:
            node = yaml.compose(text, Loader=_loader())
            return None if node is None else self._value(node, (), yaml)
        except _RefusedError as error:
            self.lines[()], what, instead = error.args
            self.fault((), what, instead)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.lines[()] = mark.line + 1 if mark else 1
            self.fault((), f"not YAML: {error.problem or error.context}", "quote texts that hold `: `, `#` or `{`")
        except (yaml.YAMLError, RecursionError) as error:
            self.fault((), f"not YAML: {str(error).splitlines()[0]}", "save the file as UTF-8 text")
        return None

    def _value(self, node: yaml.Node, path: _Path, yaml: Any) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            result: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value)
                at = (*path, key)
                if key in result:
                    self.lines[at] = key_node.start_mark.line + 1
                    self.fault(at, "stands here twice", "keep one of the two")
                    continue
                self.lines[at] = key_node.start_mark.line + 1
                result[key] = self._value(value_node, at, yaml)
            return result
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, i), yaml) for i, child in enumerate(node.value)]
        try:
            value = yaml.constructor.SafeConstructor().construct_object(node)
            str(value).encode()  # half a character, or a number of thousands of digits, can be read but not written
        except (ValueError, OverflowError):
            self.fault(path, f"{_shown_value(node.value)} cannot be read", "put it in quotes, or write another value")
            return node.value
        return value

    # -- values against the tables of keys

    def _mapping(self, data: Mapping[str, Any], keys: Mapping[str, Key], path: _Path) -> dict[str, Any]:
        for name in data:
            if name not in keys:
                otherwise = f"the keys are {', '.join(sorted(keys))}"
                self.fault((*path, name), "no such key", _did_you_mean(name, keys, otherwise))
        values: dict[str, Any] = {}
        for name, key in keys.items():
            at = (*path, name)
            if name not in data:
                values[name] = list(key.default) if isinstance(key.default, tuple) else key.default
                if key.must:
                    self.fault(path or (), f"`{name}` is missing", f"add `{name}:`, {key.says}")
            else:
                values[name] = self._typed(data[name], key, at)
        return values

    def _typed(self, value: Any, key: Key, path: _Path) -> Any:
        wants = _WANTS[key.type]
        if key.type == "phrases" and isinstance(value, str):
            return self._table(value, path)
        if key.type == "phrases" and isinstance(value, list):
            value = self._texts(value, path)
            return [{"wrong": text} for text in value]
        if key.type == "tables" and isinstance(value, (list, str)):
            names = self._texts(value if isinstance(value, list) else [value], path)
            return [row for name in names for row in self._table(name, path, of_wrong_words=True)]
        if key.type in ("texts", "patterns", "choices") and isinstance(value, (list, str)):
            value = self._texts(value if isinstance(value, list) else [value], path)
            if key.choices:
                for i, choice in enumerate(value):
                    self._choice(choice, key, (*path, i))
            return value
        if not _fits(value, key.type):
            self.fault(path, f"{_shown_value(value)} is no {wants}", _instead(value, key))
            return None
        if key.type == "choice":
            self._choice(value, key, path)
        if key.type == "pattern":
            self._pattern(value, path)
        if key.type == "mapping" and key.keys:
            value = self._mapping(value, key.keys, path)
            within = value.get("within")
            if isinstance(within, str) and not _WITHIN.fullmatch(within):
                self.fault((*path, "within"), f"{within!r} is no distance", f"write {key.keys['within'].says}")
        return value

    def _texts(self, value: Sequence[Any], path: _Path) -> list[str]:
        for i, text in enumerate(value):
            if not isinstance(text, str) or not text.strip():
                self.fault((*path, i), f"{_shown_value(text)} is no text", "put it in quotes; leave no entry empty")
        if not value:
            self.fault(path, "is empty", "write at least one entry, or leave the key out")
        return [text for text in value if isinstance(text, str)]

    def _choice(self, value: str, key: Key, path: _Path) -> None:
        if value not in key.choices:
            self.fault(path, f"{_shown_value(value)} is not known", _did_you_mean(value, key.choices))

    def _pattern(self, value: str, path: _Path) -> None:
        try:
            _compile(value)
        except ValueError as error:
            self.fault(path, f"no regular expression: {error}", "test it with the PyPI package `regex`")

    def _table(self, name: str, path: _Path, *, of_wrong_words: bool = False) -> list[dict[str, Any]]:
        file = self.file.parent / name
        if file.suffix != ".tsv" or not file.is_file():
            self.fault(path, f"{name!r} is no .tsv file beside the rule", "write a list, or the name of such a file")
            return []
        rows, faults = (read_wrong_words if of_wrong_words else read_table)(file)
        self.bad = self.bad or bool(faults)
        self.faults.extend(faults)
        return rows

    def _match(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            return {}
        kind = data.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            self.fault(("match", "kind"), f"{_shown_value(kind)} is no kind of rule", _did_you_mean(str(kind), KINDS))
            return {}
        keys = {name: value for name, value in data.items() if name != "kind"}
        match = {"kind": kind} | self._mapping(keys, KINDS[kind].keys, ("match",))
        if isinstance(match.get("anchors"), list):
            case = bool(match.get("case"))
            match["anchors"] = [literal(anchor, case=case) for text in match["anchors"] for anchor in expand(text)]
        if kind == "infix" and not all("right" in row for row in match["any"] or ()):
            self.fault(("match", "any"), "an entry has no `right`", "name a .tsv file with `wrong` and `right`")
        if kind == "wrong-words" and isinstance(match["tables"], list) and not self.bad:
            wanted = [row for row in match["tables"] if _is_wanted(row, match["rows"])]
            match["tables"] = table_of(wanted, ".".join(self.parts))
        if match.get("classes"):
            self._classes(match["classes"], match["pattern"])
        return match

    def _classes(self, classes: Mapping[str, Any], pattern: str | None) -> None:
        groups: Mapping[str, int] | None = None
        with suppress(ValueError):  # which is a fault of the pattern
            groups = None if pattern is None else _compile(pattern).groupindex
        for group, name in classes.items():
            if groups is not None and group not in groups:
                has = f"its named groups are {', '.join(groups)}" if groups else "it has no named group"
                self.fault(("match", "classes", group), "the pattern has no such group", has)
            if not isinstance(name, str) or name not in CLASSES:
                instead = _did_you_mean(str(name), CLASSES)
                self.fault(("match", "classes", group), f"{_shown_value(name)} is no word class", instead)

    def _examples(self, data: Any) -> dict[str, tuple[Example, ...]]:
        found: dict[str, tuple[Example, ...]] = {"bad": (), "good": (), "misfires": ()}
        if not isinstance(data, dict):
            return found
        for name in data:
            if name not in found:
                self.fault(("examples", name), "no such key", "write bad, good or misfires")
        for name, least in (("bad", 2), ("good", 3), ("misfires", 0)):
            entries = data.get(name) or []
            if not isinstance(entries, list) or len(entries) < least:
                self.fault(("examples", name), "too few", f"write a list of at least {least}")
                continue
            examples = (self._example(entry, ("examples", name, i), name) for i, entry in enumerate(entries))
            found[name] = tuple(example for example in examples if example is not None)
        return found

    def _example(self, entry: Any, path: _Path, name: str) -> Example | None:
        if isinstance(entry, str):
            entry = {"text": entry}
        if not isinstance(entry, dict):
            self.fault(path, f"{_shown_value(entry)} is no example", "write a text in quotes")
            return None
        values = self._mapping(entry, EXAMPLE, path)
        if not isinstance(values["text"], str):
            return None
        text, spans = unmark(values["text"])
        if spans is None:
            self.fault(path, "`<<` and `>>` do not pair", "write `<<` before and `>>` after each span")
            return None
        if (name == "good") == bool(spans):
            self.fault(path, "marked" if spans else "not marked", _MARKS_SAY[name])
        evidence = values["from"]
        if isinstance(evidence, str) and (wrong := _evidence(evidence, text)):
            self.fault((*path, "from"), *wrong)
        return Example(text, spans, self.lines[path], evidence, values["format"] or "plain")


_BIGGEST = 10**9  # no count or time needs more, and infinity is none

_MARKS_SAY = {
    "good": "a good example is silent: take the marks out",
    "bad": "put `<<` and `>>` around what must be found",
    "misfires": "put `<<` and `>>` around the known false alarm",
}

_WANTS = {
    "text": "text",
    "texts": "list of texts",
    "phrases": "list of texts or .tsv file",
    "tables": "list of .tsv files",
    "patterns": "list of regular expressions",
    "pattern": "regular expression",
    "integer": f"whole number from 0 to {_BIGGEST:,}",
    "number": f"number from {-_BIGGEST:,} to {_BIGGEST:,}",
    "positive": f"number above 0 and up to {_BIGGEST:,}",
    "numbers": "mapping of names to numbers",
    "flag": "`true` or `false`",
    "choice": "text",
    "choices": "list of texts",
    "mapping": "mapping",
}


def _fits(value: Any, wanted: str) -> bool:
    if wanted in ("text", "pattern", "choice"):
        return isinstance(value, str)
    if wanted == "flag":
        return isinstance(value, bool)
    if wanted == "numbers":
        return isinstance(value, dict) and bool(value) and all(_fits(one, "number") for one in value.values())
    if wanted in ("integer", "number", "positive"):
        if not isinstance(value, int if wanted == "integer" else (int, float)) or isinstance(value, bool):
            return False
        least = -_BIGGEST if wanted == "number" else 0
        return bool(least <= value <= _BIGGEST and (value > 0 or wanted != "positive"))
    return wanted == "mapping" and isinstance(value, dict)


def _instead(value: Any, key: Key) -> str:
    if key.type in ("text", "pattern", "choice") and value is not None:
        return "put it in quotes: YAML reads words like no, on, 1:20 and dates as something else"
    return f"write {key.says}"


def _did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    from difflib import get_close_matches  # 2 ms that a start without a fault need not pay

    choices = list(known)
    close = get_close_matches(name, choices, 1)
    return f"did you mean `{close[0]}`?" if close else otherwise or f"write one of {', '.join(choices)}"


def _compile(pattern: str) -> regex.Pattern[str]:
    """``pattern`` as the scanners compile it. Raises ValueError where that is not possible."""
    import regex

    try:
        return regex.compile(pattern, regex.MULTILINE)
    except (regex.error, RecursionError) as error:
        raise ValueError(str(error)) from error


class _RefusedError(Exception):
    """A part of YAML that rule files do without: its line, what it is, and what to write instead."""


@cache
def _loader() -> type[yaml.SafeLoader]:
    import yaml

    class Loader(yaml.SafeLoader):
        """Reads what is written and no more: with aliases, a few lines may stand for more than a memory holds."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            event = self.peek_event()  # type: ignore[no-untyped-call]
            line = event.start_mark.line + 1
            if event.anchor is not None:
                instead = "write the value out; put a text that begins with `*` or `&` in quotes"
                raise _RefusedError(line, "YAML aliases are not read", instead)
            if getattr(event, "tag", None) is not None:
                instead = "write the value without it; put a text that begins with `!` in quotes"
                raise _RefusedError(line, "YAML tags are not read", instead)
            return super().compose_node(parent, index)

    return Loader


def _dotted(path: _Path) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _shown_value(value: Any) -> str:
    return "nothing" if value is None else f"`{str(value)[:60]}`"


def _shown(file: Path) -> str:
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)


def _evidence(evidence: str, text: str) -> tuple[str, str] | None:
    """What is wrong with ``from: seeds/FILE:LINE``, or None. Packs elsewhere have no seeds, so nothing to check."""
    seeds = rules_folder().parent / "seeds"
    name, _, line = evidence.rpartition(":")
    if not name.startswith("seeds/") or not line.isdigit():
        return f"{evidence!r} is no evidence", "write seeds/FILE:LINE"
    if not seeds.is_dir():
        return None
    file = seeds.parent / name
    if not file.is_file():
        return f"there is no {name}", f"the seeds are {', '.join(sorted(f.name for f in seeds.iterdir()))}"
    lines = file.read_text(encoding="utf-8").split("\n")
    for number, content in enumerate(lines, 1):
        if text in content:
            return None if number == int(line) else (f"line {line} does not say that", f"write {name}:{number}")
    return f"line {line} does not say that", "quote the line exactly, or drop `from`"


def expand(anchor: str) -> list[str]:
    """The literals that ``anchor`` stands for: ``{a-z}``, ``{A-Z}`` or ``{0-9}`` in it is each of these characters."""
    place = re.search(r"\{([aA0])-([zZ9])\}", anchor)
    if place is None:
        return [anchor]
    first, last = map(ord, place.groups())
    return [anchor[: place.start()] + chr(code) + anchor[place.end() :] for code in range(first, last + 1)]


def unmark(marked: str) -> tuple[str, tuple[Span, ...] | None]:
    """A text without its ``<<`` and ``>>``, and the spans they stood around (None where they do not pair)."""
    plain, spans, opened, at, length = [], [], None, 0, 0
    for mark in _MARK.finditer(marked):
        plain.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if (mark.group() == "<<") != (opened is None):
            return marked, None
        if opened is None:
            opened = length
        else:
            spans.append(Span(opened, length))
            opened = None
    plain.append(marked[at:])
    return (marked, None) if opened is not None else ("".join(plain), tuple(spans))


def read_wrong_words(file: Path) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The rows of a table of wrong words (``qualitycheck.expressions``), and what is wrong in it.

    Each form stands in one row of the file only.
    """
    numbered, faults = _numbered_rows(file)
    name = _shown(file)
    seen: dict[tuple[str, ...], int] = {}
    for line, row in numbered:
        wrong = [
            *_not_among(row, "mechanism", MECHANISMS),
            *_not_among(row, "tier", TIERS),
            *faults_of(row),
        ]
        if not wrong:
            for form in forms(row):
                if (first := seen.setdefault(form.wrong, line)) != line:
                    what = f"stands for {' '.join(form.wrong)!r}, as line {first} does"
                    wrong.append(("wrong", what, "take it out of one of them"))
                    break
        faults += [Fault(name, line, *fault) for fault in wrong]
    return [row for _, row in numbered], faults


def _not_among(row: Mapping[str, Any], column: str, known: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    if row.get(column) not in known:
        yield column, f"{_shown_value(row.get(column))} is not known", f"write one of {', '.join(known)}"


def _is_wanted(row: Mapping[str, Any], rows: str | None) -> bool:
    if rows == "in-context":
        return row["tier"] == "likely" and "needs" in row
    return bool((row["tier"] == "certain") == (rows == "certain"))


def read_table(file: Path) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The rows of a phrase table (``TABLE_COLUMNS``, tab separated, one header line) and what is wrong in it."""
    numbered, faults = _numbered_rows(file)
    return [row for _, row in numbered], faults


def _numbered_rows(file: Path) -> tuple[list[tuple[int, dict[str, Any]]], list[Fault]]:
    rows: list[tuple[int, dict[str, Any]]] = []
    faults: list[Fault] = []
    name = _shown(file)
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return [], [Fault(name, 1, "", f"cannot be read: {error}", "save the file as UTF-8")]
    header = lines[0].split("\t") if lines else []
    unknown = [column for column in header if column not in TABLE_COLUMNS]
    if "wrong" not in header or unknown:
        what = f"no such column: {', '.join(unknown)}" if unknown else "the column `wrong` is missing"
        return [], [Fault(name, 1, "", what, f"the columns are {', '.join(TABLE_COLUMNS)}, tab separated")]
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) > len(header):
            faults.append(Fault(name, number, "", f"{len(cells)} cells", f"write at most {len(header)}"))
            continue
        row: dict[str, Any] = {key: cell.strip() for key, cell in zip(header, cells, strict=False) if cell.strip()}
        wrong = row.get("wrong", "")
        if not wrong:
            faults.append(Fault(name, number, "wrong", "is empty", "write the expression to find"))
        elif wrong in seen:
            faults.append(Fault(name, number, "wrong", f"{wrong!r} stands in line {seen[wrong]} too", "keep one"))
        seen.setdefault(wrong, number)
        for column in ("needs", "unless"):
            if column in row:
                row[column] = [text.strip() for text in row[column].split("|") if text.strip()]
        rows.append((number, row))
    return rows, faults
