"""A safe view of what a portal served: decoded, and sanitised until it can neither run nor ask for anything."""

from __future__ import annotations

import codecs
import re
from html import escape

import nh3

LONGEST = 3_000_000  # characters that are shown
CHARSETS = {"utf-8", "gb18030", "big5", "big5-hkscs"}
DECLARED = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
TAGS = {
    "p", "br", "hr", "div", "span", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "code",
    "em", "strong", "b", "i", "u", "s", "sub", "sup", "small", "center", "font", "figure", "figcaption", "ruby", "rt", "rp", "time",
}  # fmt: skip
CONTENT_DROPPED = {"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "select"}
ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
FRAME = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>所收到的网页</title>
<style>:root{color-scheme:light}body{font:15px/1.7 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#222;
background:#fff;margin:16px;overflow-wrap:anywhere}table{border-collapse:collapse}td,th{border:1px solid #ddd;padding:2px 6px;vertical-align:top}
h1{font-size:1.3em}h2,h3,h4{font-size:1.1em}ul,ol{padding-left:1.4em}</style></head><body>
"""


def safe_page(content: bytes, content_type: str) -> str:
    """A whole HTML page with the words and structure of what was served; no link, image, form, style or script of it is left."""
    text = decoded(content, content_type)[:LONGEST]
    if "html" in content_type.lower() or re.search(r"<(?:html|body|div|p|table)\b", text[:5000], re.IGNORECASE):
        body = nh3.clean(
            text, tags=TAGS, clean_content_tags=CONTENT_DROPPED, attributes=ATTRIBUTES, url_schemes=set(), link_rel=None
        )
    else:
        body = f"<pre>{escape(text)}</pre>"
    return f"{FRAME}{body}</body></html>"


def message(text: str) -> str:
    """A page that says only this, in place of what could not be read."""
    return f"{FRAME}<p>{escape(text)}</p></body></html>"


def decoded(content: bytes, content_type: str) -> str:
    """Bytes as text: strict UTF-8, then the declared charset, then GB18030, then Big5; what no charset has becomes U+FFFD."""
    said = DECLARED.search(content_type) or DECLARED.search(content[:2048].decode("latin-1"))
    for name in ("utf-8", _charset(said[1]) if said else "", "gb18030", "big5"):
        try:
            return content.decode(name) if name else content.decode("ascii")
        except UnicodeDecodeError:
            continue
    return content.decode("gb18030", "replace")


def _charset(said: str) -> str:
    """One of the charsets that Chinese pages come in, or ''; gb2312 lacks characters that pages so labelled have."""
    name = said.lower()
    if name in ("gb2312", "gbk", "gb_2312-80"):
        return "gb18030"
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return known if known in CHARSETS else ""
