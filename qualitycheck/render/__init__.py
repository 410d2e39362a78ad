"""Reports -> text. A renderer takes an iterator and yields pieces as they are ready, so that no format but the
reader of it has to hold more than one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from qualitycheck.model import Rule
from qualitycheck.render.concise import concise
from qualitycheck.render.full import full
from qualitycheck.render.look import Documents, Look
from qualitycheck.render.records import json, jsonl

__all__ = ["RENDERERS", "Documents", "Look", "Renderer"]

Renderer = Callable[[Documents, Mapping[str, Rule], Look], Iterator[str]]

RENDERERS: dict[str, Renderer] = {"full": full, "concise": concise, "json": json, "jsonl": jsonl}
