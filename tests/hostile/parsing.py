"""Pages that are hard to read: huge, deep, mislabelled, full of characters that are none."""

from __future__ import annotations

from tests.hostile.case import GOOD, Case, html, written
from tests.hostile.server import http

MB = 1 << 20
READ_OR_BOUNDED = ("stored", "extract_timeout", "extract_crash", "extract_empty", "not_article", "spam", "bad_encoding")


def shapes() -> list[Case]:
    """Documents whose shape costs time or memory."""

    def page(name: str, body: str) -> bytes:
        return http(200, html(name, body=body))

    attributes = " ".join(f"a{n}='{n}'" for n in range(100_000))
    big = f"<p>{'检验检测机构' * (9 * MB // 18)}</p>"
    return [
        Case("100000-attributes", page("100000-attributes", f"<div {attributes}>x</div>"), READ_OR_BOUNDED),
        Case("one-attribute-of-2-mb", page("one-attribute-of-2-mb", f"<div title='{'x' * 2 * MB}'>x</div>"), READ_OR_BOUNDED),
        Case("class-of-2-mb", page("class-of-2-mb", f"<div class='{'c ' * MB}'>x</div>"), READ_OR_BOUNDED),
        Case("300000-links", page("300000-links", "<a href='/x'>计量</a>" * 300_000), READ_OR_BOUNDED),
        Case("100000-nested", page("100000-nested", "<div>" * 100_000 + "x"), READ_OR_BOUNDED),
        Case("100000-nested-inline", page("100000-nested-inline", "<b>" * 100_000 + "x"), READ_OR_BOUNDED),
        Case("nested-before", http(200, html("nested-before", before="<div>" * 20_000)), READ_OR_BOUNDED),
        Case("nested-tables", page("nested-tables", "<table><tr><td>" * 5000), READ_OR_BOUNDED),
        Case("9-mb-in-one-line", page("9-mb-in-one-line", big), READ_OR_BOUNDED),
        Case("9-mb-of-tags", page("9-mb-of-tags", "<b></b>" * (9 * MB // 7)), READ_OR_BOUNDED),
        Case("9-mb-of-lt", page("9-mb-of-lt", "<" * 9 * MB), READ_OR_BOUNDED),
        Case("9-mb-of-amp", page("9-mb-of-amp", "&" * 9 * MB), READ_OR_BOUNDED),
        Case("9-mb-comment", page("9-mb-comment", "<!--" + "-" * 9 * MB), READ_OR_BOUNDED),
        Case("9-mb-script", page("9-mb-script", f"<script>{'var x;' * (9 * MB // 6)}</script>"), READ_OR_BOUNDED),
        Case("9-mb-white-space", page("9-mb-white-space", " \n" * (4 * MB)), READ_OR_BOUNDED),
        Case("a-million-lines", page("a-million-lines", "<br>检" * 500_000), READ_OR_BOUNDED),
        Case("100000-paragraphs", page("100000-paragraphs", "<p>检测</p>" * 100_000), READ_OR_BOUNDED),
        Case("title-of-1-mb", http(200, html("title-of-1-mb", title="检" * MB)), (*READ_OR_BOUNDED, "off_topic")),
        Case("50000-metas", http(200, html("50000-metas", head="<meta name=keywords content=计量>" * 50_000)), READ_OR_BOUNDED),
        Case("dates-without-end", page("dates-without-end", "<i>2026-03-01 08:30</i>" * 50_000), READ_OR_BOUNDED),
        Case("digits-without-end", page("digits-without-end", "<p>" + "1" * 3 * MB + "</p>"), READ_OR_BOUNDED),
        Case("quotes-without-end", page("quotes-without-end", "<a href='" * 50_000), READ_OR_BOUNDED),
        Case("json-ld-deep", http(200, html("json-ld-deep",
             head=f"<script type=application/ld+json>{'[' * 100_000}</script>")), READ_OR_BOUNDED),
        Case("pinyin-without-end", page("pinyin-without-end", "<p>" + "網(" * 500_000 + "</p>"), READ_OR_BOUNDED),
        Case("base-rubbish", http(200, html("base-rubbish", head="<base href='http://[::1'>")), GOOD),
        Case("unclosed", http(200, html("unclosed")[:-60]), GOOD),
        Case("doctype-entities", http(200, html("doctype-entities").replace("<!DOCTYPE html>",
             "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", 1)), READ_OR_BOUNDED),
    ]  # fmt: skip


def characters() -> list[Case]:
    """Characters that are none, and marks that one does not see."""
    names = {
        "nul": "\0", "vertical-tab": "&#11;", "one": "&#1;", "ffff": "&#xFFFF;", "surrogate": "&#xD800;", "too-high": "&#x110000;",
        "huge-reference": f"&#{'9' * 5000};", "bidi": "\u202e", "zero-width": "\u200b\u200d\ufeff", "c1": "\x85\x90",
        "private-use": "\ue000", "replacement": "\ufffd", "noncharacter": "\U0001ffff", "combining": "\u0301" * 300,
        "unknown-entity": "&nosuch;", "no-semicolon": "&lt&gt&amp",
    }  # fmt: skip
    cases = []
    for name, text in names.items():
        one = written(name)
        page = html(name).replace(one.title, one.title[:4] + text + one.title[4:])
        page = page.replace(one.paragraphs[0], text + one.paragraphs[0][:30] + text + one.paragraphs[0][30:])
        cases.append(Case(name, http(200, page.encode("utf-8", "surrogatepass")), GOOD))
    one = written("lone-surrogate")
    lone = html("lone-surrogate").replace(one.paragraphs[0], "\ud800" + one.paragraphs[0]).encode("utf-8", "surrogatepass")
    return [*cases, Case("lone-surrogate", http(200, lone), (*GOOD, "bad_encoding"))]


def charsets() -> list[Case]:
    """Every way to say the wrong thing about a charset."""
    cases = []
    for real in ("utf-8", "gb18030", "big5"):
        for header in ("utf-8", "gbk", "iso-8859-1", ""):
            for meta in ("utf-8", "gb2312"):
                name = f"{real}-as-{header or 'nothing'}-and-{meta}"
                page = html(name, charset=meta)
                if real == "big5":
                    import opencc

                    page = opencc.OpenCC("s2t").convert(page)
                kind = "text/html" + (f"; charset={header}" if header else "")
                cases.append(Case(name, http(200, page.encode(real, "xmlcharrefreplace"), kind), GOOD))
    for label in (
        "undefined",
        "idna",
        "hex",
        "rot13",
        "punycode",
        "zip",
        "utf-7",
        "x" * 3000,
        "utf-16",
        "base64",
        "unicode_escape",
        "mbcs",
    ):
        name = f"charset-{label[:20]}"
        cases.append(Case(name, http(200, html(name), f"text/html; charset={label}"), GOOD))
    for real in ("utf-16", "utf-32", "utf-8-sig", "utf-16-le"):
        name = f"in-{real}"
        cases.append(
            Case(name, http(200, html(name).encode(real), "text/html"), (*GOOD, "bad_encoding", "not_article", "extract_empty"))
        )
    twice = html("mojibake").encode().decode("latin-1").encode()
    thrice = html("replaced").encode("gb18030").decode("utf-8", "replace").encode()
    return [
        *cases,
        Case("mojibake", http(200, twice), ("bad_encoding",)),
        Case("replaced", http(200, thrice), ("bad_encoding",)),
        Case(
            "noise",
            http(200, bytes((n * 7919) % 256 for n in range(60_000))),
            ("bad_encoding", "not_article", "extract_empty", "extract_crash"),
        ),
    ]
