"""`python -m bench.floors`: the reader's figures on labelled pages may only rise; the floors are in floors.toml."""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from pathlib import Path

from bench import labels, links
from bench.measure import CORPUS, Case, Score, corpus_cases, own_cases, score
from crawler.extract import extract

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 1e-9


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when every figure holds its floor, 1 when one fell, 2 when an update would lower one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write today's figures as the new floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --update: also floors that fell; say why in the commit")
    options = parser.parse_args(arguments)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    sets = {"pages": own_cases()}
    if CORPUS.is_dir():
        sets["corpus"] = corpus_cases()
    scores = {name: score((case, extract(case.page())) for case in cases) for name, cases in sets.items()}
    fallen = [line for name, made in scores.items() for line in compare(name, made, floors.get(name, {}), sets[name])]
    for name, lists in (("links", links.own_lists()), ("links_corpus", links.corpus_lists())):
        if lists:
            scores[name] = links.score(lists)
            fallen += compare(name, scores[name], floors.get(name, {}), [])
    for name, made in (("relevance", labels.relevance()), ("places", labels.main_places())):
        scores[name] = made
        fallen += compare(name, made, floors.get(name, {}), [])
    for name, made in scores.items():
        print(f"{name}: " + "  ".join(f"{figure} {value:.3f}" for figure, value in made.figures.items()))
    if options.update:
        if fallen and not options.allow_lower:
            print("\n".join(fallen), "not updated: floors only rise; --allow-lower lowers them", sep="\n")
            return 2
        write({**floors, **{name: made.figures for name, made in scores.items()}})
        print(f"{FLOORS.name} written")
        return 0
    print("\n".join(fallen) or "every figure holds its floor")
    return 1 if fallen else 0


def compare(name: str, made: Score, floors: dict[str, float], cases: list[Case]) -> list[str]:
    """One message for each figure below its floor, with the command that shows the first page that misses it."""
    paths = {case.name: case.path for case in cases}
    lines = []
    for figure, floor in floors.items():
        value = made.figures.get(figure, 0.0)
        if value < floor - SLACK:
            missed = made.missed.get("recall" if figure == "f1" else figure, [])
            show = f"; look: jianxun extract --explain {paths[missed[0]]}" if missed and missed[0] in paths else ""
            lines.append(f"{name}.{figure} fell to {value:.4f}, floor {floor}; pages: {', '.join(missed[:8]) or '-'}{show}")
    return lines


def write(floors: dict[str, dict[str, float]]) -> None:
    """The floors, rounded down to four places, so that a rerun of the same code holds them."""
    text = "# Floors of the reader's figures, written by `python -m bench.floors --update`. They only rise.\n"
    for name, figures in sorted(floors.items()):
        text += f"\n[{name}]\n" + "".join(
            f"{figure} = {math.floor(value * 10_000 + 1e-6) / 10_000}\n" for figure, value in sorted(figures.items())
        )
    FLOORS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
