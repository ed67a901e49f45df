"""`python -m bench.leave_out`: each portal's saved pages, read without what only that portal's pages can have taught.

The rules are patterns, written by hand while looking at the saved pages. Their alternatives, single words and names, are what was
learnt. For a portal those are switched off that match on its pages and, all together, change nothing on the pages of the others.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import crawler.extract
from archive.records import Article
from bench.extraction import SHOWN, show
from bench.measure import CORPUS, Case, corpus_cases, score
from crawler.extract import extract
from crawler.extract.decode import decode
from crawler.extract.document import parse

FORMS = ("flow", "document", "decode", "datetext", "repair", "judge")  # how text and dates are written, not what a portal prints
NEVER = "(?!)"
FEW = 3  # an alternative that matches on more other portals than this counts as known without the one left out
TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|<[=!]|[:=!>]|[a-z]*:))?|[|)]", re.DOTALL)
LEARNT = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{3}")


def modules() -> list[ModuleType]:
    """The reader's modules that hold words and names."""
    found = [importlib.import_module(f"crawler.extract.{one.name}") for one in pkgutil.iter_modules(crawler.extract.__path__)]
    return [one for one in found if one.__name__.rpartition(".")[2] not in FORMS]


def branches(pattern: str) -> Iterator[tuple[int, int]]:
    """Where the alternatives of a pattern stand, at every depth."""
    opened = [[0]]
    for token in TOKEN.finditer(pattern):
        if token[0].startswith("("):
            opened.append([token.end()])
        elif token[0] == "|":
            opened[-1].append(token.end())
        elif token[0] == ")":
            yield from _between(opened.pop(), token.start())
    yield from _between(opened[0], len(pattern))


def _between(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    if len(starts) > 1:
        yield from zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True)


def patterns() -> dict[re.Pattern[str], list[tuple[ModuleType, str]]]:
    """Every pattern of the reader, and the names it has in its modules."""
    found: dict[re.Pattern[str], list[tuple[ModuleType, str]]] = {}
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.setdefault(value, []).append((module, name))
    return found


def without(pattern: re.Pattern[str], off: set[str]) -> re.Pattern[str]:
    """The pattern without some of its alternatives."""
    text = pattern.pattern
    spans = sorted(
        {(start, end) for start, end in branches(text) if text[start:end] in off}, key=lambda span: (span[0], -span[1])
    )
    made, at = "", 0
    for start, end in spans:
        if start >= at:
            made, at = made + text[at:start] + NEVER, end
    return re.compile(made + text[at:], pattern.flags) if spans else pattern


@contextmanager
def switched_off(off: set[str], all_patterns: dict[re.Pattern[str], list[tuple[ModuleType, str]]]) -> Iterator[None]:
    """The reader without some alternatives, until the block ends."""
    changed = [
        (pattern, names, made) for pattern, names in all_patterns.items() if (made := without(pattern, off)) is not pattern
    ]
    for _, names, made in changed:
        for module, name in names:
            setattr(module, name, made)
    try:
        yield
    finally:
        for pattern, names, _ in changed:
            for module, name in names:
                setattr(module, name, pattern)


def facts(case: Case) -> tuple[object, ...]:
    """What the reader makes of a page."""
    found = extract(case.page())
    return (
        (found.title, found.body, found.published, found.source, found.author) if isinstance(found, Article) else (found.outcome,)
    )


def portal_of(case: Case) -> str:
    """The portal of a saved page; sites of one domain are one."""
    said = str(json.loads(case.path.with_name("meta.json").read_text(encoding="utf-8")).get("portal") or case.name)
    host = re.match(r"[\w.-]+\.(?:cn|com|org|net)\b", said)
    return re.sub(r"^.*?([\w-]+\.(?:(?:com|org|edu)\.)?\w+)$", r"\1", host[0]) if host else said.partition(" ")[0]


def main() -> int:
    """The figures with everything and with each portal left out; which pages lose, and how many alternatives were off."""
    cases = [case for case in corpus_cases() if not case.rejected]
    if not cases:
        print(f"no saved pages in {CORPUS}")
        return 0
    all_patterns = patterns()
    learnt = {pattern.pattern[a:b] for pattern in all_patterns for a, b in branches(pattern.pattern)}
    learnt = {one for one in learnt if LEARNT.search(one)}
    portals = {case.name: portal_of(case) for case in cases}
    texts = {}
    for case in cases:
        doc = parse(decode(case.page().body).text, case.url, fetched_at=case.page().fetched_at)
        assert doc is not None
        names = {f"{element.get('class') or ''} {element.get('id') or ''}" for element in doc.tree.iter("*")}
        texts[case.name] = "\n".join([*(line.text for line in doc.lines), *doc.metas, *names, case.url])
    matched = {
        one: {name for name, text in texts.items() if re.search(one, text, re.IGNORECASE | re.MULTILINE)} for one in learnt
    }
    before = {case.name: facts(case) for case in cases}
    results, counts = [], []
    for portal in sorted(set(portals.values())):
        own = {name for name in texts if portals[name] == portal}
        here = [one for one, names in matched.items() if names & own]
        off = {one for one in here if not matched[one] - own}
        some = {one: matched[one] - own for one in here if 1 <= len({portals[name] for name in matched[one] - own}) <= FEW}
        for one in sorted(some, key=lambda one: (len(some[one]), one)):
            with switched_off(off | {one}, all_patterns):
                if all(facts(case) == before[case.name] for case in cases if case.name in some[one]):
                    off.add(one)
        counts.append(len(off))
        with switched_off(off, all_patterns):
            for case in cases:
                if case.name in own:
                    results.append((case, extract(case.page())))
                    lost = facts(case) != before[case.name]
                    print(f"{portal:28.28s} {len(off):4d} off  {case.name}" + ("  reads otherwise" if lost else ""), flush=True)
    made = score(results)
    print(f"\n{len(learnt)} alternatives, {sum(counts) / len(counts):.0f} off for a portal; {len(counts)} portals")
    print(f"{'':34s}" + "".join(f"{name:>10s}" for name in SHOWN))
    show("with everything", score((case, extract(case.page())) for case in cases))
    show("each portal left out in turn", made)
    for figure, names in made.missed.items():
        print(f"  {figure}: {', '.join(names)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
