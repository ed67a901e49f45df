"""What single lines of a Chinese news page are: text, a credit, the head of a list, a footer. The words are in `words`."""

from __future__ import annotations

from enum import Enum

from crawler.extract import words
from crawler.extract.flow import Line


class Kind(Enum):
    """The part a line plays on a page; the value is what `--explain` says of it."""

    TEXT = "text"  # sentences
    SHORT = "short text"  # a few unlinked words: a sub-heading, a caption, an item, a signature
    LINKS = "links"
    META = "date and source"
    EDITOR = "editor"
    CREDIT = "source or original title"
    LABEL = "label"  # 时间:, 关键词:, which may also be an article's own
    NOTICE = "disclaimer"
    PROMOTION = "promotion"
    TOOL = "button or counter"
    COMMENT = "readers' comments"
    STOP = "head of another list"
    FOOTER = "footer of the page"
    CONTACT = "address of the publisher"  # in a footer, or an article's own


TEXTUAL = frozenset({Kind.TEXT, Kind.SHORT})
READ = 400  # characters of a line that the patterns look at
COSTS = {
    Kind.META: 4.0,
    Kind.EDITOR: 6.0,
    Kind.CREDIT: 3.0,
    Kind.LABEL: 3.0,
    Kind.NOTICE: 10.0,
    Kind.PROMOTION: 5.0,
    Kind.TOOL: 3.0,
    Kind.COMMENT: 15.0,
    Kind.STOP: 12.0,
    Kind.FOOTER: 40.0,
    Kind.CONTACT: 2.0,
}


def kind_of(line: Line, text: str = "") -> Kind:
    """What a line is by itself, its neighbours not asked; `text` is its beginning as the patterns are to see it."""
    text = text or line.text[:READ]
    length = len(line.text)
    sentence = length >= 12 and bool(words.SENTENCE.search(text))
    lead = text.lstrip(words.MARKS)
    if length <= 120:
        found = _short(text, lead, sentence)
        if found:
            return found
    if length <= 300 and words.FOOTER.search(text) and not (length > 80 and text.count("。") > 1):
        return Kind.FOOTER
    if length <= 40 and words.META.search(text) and is_meta(text):
        return Kind.META
    if words.ATTACHMENT.match(text) and length <= 120:
        return Kind.SHORT
    if line.linked and length <= 60 and words.PROMOTION.match(text):
        return Kind.PROMOTION
    undated = length if not line.linked else len(words.META.sub("", text)) + max(0, length - READ)
    if line.linked * 2 > undated or (
        length <= 110
        and not sentence
        and line.tag != "tr"
        and text.count(" | ") < 2
        and (words.ITEM.fullmatch(text) or words.DATED_ITEM.fullmatch(text))
    ):
        return Kind.LINKS
    if length <= 260 and (words.EDITOR.match(lead) or words.CREDIT.match(lead)):
        return Kind.EDITOR if words.EDITOR.match(lead) else Kind.CREDIT
    if words.NOTICE_FIRST.match(lead) or (length <= 300 and words.NOTICE.search(text) and words.WEB.search(text)):
        return Kind.NOTICE
    if length <= 120 and (line.linked or length <= 60 or "【" in text) and words.PROMOTION.search(text):
        return Kind.PROMOTION
    if length <= 90 and words.META.search(text) and is_meta(text):
        return Kind.META
    if length <= 60 and not sentence and _counts(text):
        return Kind.META
    if length <= 80 and words.LABEL.match(lead):
        return Kind.LABEL
    if length <= 120 and not sentence and words.CONTACT.search(text):
        return Kind.CONTACT
    spoken = (sentence and length >= 15) or (length >= 30 and ("，" in text or text.endswith(("：", ":"))))
    return Kind.TEXT if length >= 60 or spoken else Kind.SHORT


def _short(text: str, lead: str, sentence: bool) -> Kind | None:
    core = lead.rstrip(words.MARKS)
    if words.ADDRESS.fullmatch(text):
        return Kind.META
    if not core or (len(text) <= 40 and (words.TOOL.fullmatch(core) or words.NAME_ONLY.fullmatch(core))) or _buttons(core):
        return Kind.TOOL
    if words.COUNTERS.fullmatch(text):
        return Kind.TOOL
    if len(text) <= 40 and words.COMMENT.fullmatch(core):
        return Kind.COMMENT
    if len(text) <= 30 and words.LIST_HEAD.fullmatch(core):
        return Kind.STOP
    if words.NEIGHBOUR.match(lead):
        return Kind.STOP
    if words.BREADCRUMB.match(text):
        return Kind.META
    if words.EDITOR.match(lead) or (len(text) <= 60 and words.EDITOR_WITHIN.search(text)):
        return Kind.EDITOR
    if not sentence and words.CREDIT_WHOLE.fullmatch(core):
        return Kind.CREDIT
    return None


def _buttons(text: str) -> bool:
    """Whether most of a short line is the names of buttons: 缩小字体放大字体收藏微博微信分享."""
    if len(text) > 100:
        return False
    named = words.BUTTON.findall(text)
    return len(named) >= 3 and sum(map(len, named)) * 10 >= 6 * len(words.HAN.findall(text))


def _counts(text: str) -> bool:
    """A line of counters and columns: 1年前 分类：法规 阅读(1283) 评论(2)."""
    labels = words.COUNTER.findall(text)
    return len(labels) >= 3 and len(words.HAN.findall(words.COUNTER.sub("", text))) <= 8


def is_meta(text: str) -> bool:
    """A line that is a date, a time and labels, with hardly a word besides."""
    rest = words.META.sub(" ", text)
    if len(rest.strip(" |·-—:：()（）[]【】日")) <= 2:
        return True
    labels = words.META_WORDS.findall(rest)
    if not labels and words.TIMED.search(text):  # 2018年12月28日 19:55 新京报
        return len(words.HAN.findall(rest)) <= 12 and not words.SENTENCE.search(rest)
    return bool(labels) and len(words.HAN.findall(rest)) <= 14 + 10 * len(labels) and not words.SENTENCE.search(rest)


def worth(line: Line, kind: Kind) -> float:
    """How much a line speaks for the block that holds it, in characters; what is never news speaks against it."""
    length = len(line.text)
    if kind is Kind.TEXT:
        return min(length - line.linked, 600.0)
    if kind is Kind.SHORT:
        return min(length - line.linked, 12) * 0.25
    if kind is Kind.LINKS:
        # a linked row or paragraph may be the article's own: a table of standards, a list of annexes
        return -min(4.0 + 0.6 * line.linked, 12.0 if line.tag in ("tr", "td", "p") else 60.0)
    if kind is Kind.META and words.SIGNED.fullmatch(line.text):
        return 1.0  # below a signature it is the text's own
    return -COSTS[kind]
