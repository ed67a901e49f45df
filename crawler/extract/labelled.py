"""What a line says behind a label: 来源:, 作者:, 责任编辑: and their like, several in a row, with or without a colon."""

from __future__ import annotations

import re
from itertools import takewhile

from crawler.extract.datetext import FULL
from crawler.extract.names import EDGE, GAP, PORTAL_NAME, SURNAMES, WORKPLACE, names

C = r"\s{0,3}[:：︰/／|丨]\s{0,3}"
LABELS = {
    "source": r"(?<!注明)(?:信息|文章|新闻|稿件|内容|本文|文章的?)?(?:来\s{0,3}源|來\s{0,3}源)(?:于|自)?|来自(?=\s{0,2}[:：]|\s)|稿\s?源|(?<!注明)出\s?处",
    "author": r"(?<![该本])作\s{0,3}者|撰\s?文|撰\s?稿(?:人)?|文字|执\s?笔|采写|供稿(?:人)?|记\s{0,3}者|通讯员|文(?=\s{0,3}[:：/／|])",
    "editor": r"责\s{0,2}任?\s{0,2}编\s{0,2}辑?|責\s{0,2}任?\s{0,2}編\s{0,2}輯?|栏目编辑|网络编辑|本文编辑|值班编辑|编\s{0,2}辑|編\s{0,2}輯|责校",
    "original_source": r"(?:本文|文章)?(?:转载?自|轉載?自|原[载載]于?|摘自|转自|首发于|来自公众号)",
    "original_title": r"原\s?标\s?题|原\s?標\s?題|原题",
    "other": (
        r"(?:发布|发稿|发表|更新|录入|成文|添加|上传|信息)?(?:时间|日期|人|单位|部门|机构)|选\s?稿|校\s{0,2}对|审\s{0,2}核|监\s?制|图片|摄\s?影|摄影|图|责任校对|排版|字\s?[号体]|浏览(?:次数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|数|量)?|"
        r"访问(?:次数|量)?|关键[字词]|标签|分类|所属分类|栏目|评论|编号|文号|索引号|IP属地|统筹|策划|值班|主编|终审|初审|复审|一审|二审|三审|版权声明|视频"
    ),
}
LABEL = re.compile("|".join(f"(?P<{name}>{words})" for name, words in LABELS.items()))
COLON = re.compile(C)
END = re.compile(
    r"【|\[|［|\||｜|「|举报|打印|分享|收藏|字号|字体|浏览|点击|阅读\s{0,3}\d|阅读[:：]|评论|关闭|大 中 小|大中小|A-|A\+|\d{1,9}\s?(?:次|人|阅)|我要|纠错|扫一扫|手机看|繁体|简体|返回|,查看|，查看"
)
OTHERS = re.compile(r"(?:资料|图片|数据|素材|图|音乐|封面)$")  # 资料来源, which is not the article's
LEADS_ON = re.compile(r"[\s\u3000]{1,8}[\u4e00-\u9fff]{1,6}$")
WANTED = ("author", "source", "editor", "original_source", "original_title")
NOBODY = re.compile(r"^(?:未知|佚名|不详|admin|管理员|作者|编辑|无|时间|日期)$", re.IGNORECASE)
NOT_A_NAME = re.compile(r"^(?:信息|时间|日期|发布|添加|更新|浏览|点击|阅读|字体|分享|打印|评论|关闭|栏目)")
MEDIA = re.compile(
    r"^(.{1,14}?(?:日报|晚报|早报|晨报|时报|商报|快报|都市报|青年报|法治报|法制报|周报|周刊|月刊|画报|报社|报|新闻网|新闻社|通讯社|电视台|广播电台|广电|新华社|中新社|融媒体?(?:中心)?|客户端|新闻|网|社|台|杂志))\s{0,2}([\u4e00-\u9fff·]{2,4}(?:[\s、,，]{1,2}[\u4e00-\u9fff·]{2,4}){0,4})$"
)


def take(found: dict[str, str], text: str, wanted: tuple[str, ...], *, colon: tuple[str, ...] = ()) -> None:
    """The labelled values of a line, as far as they are not known yet; those in `colon` need one behind their label."""
    labels = [match for match in LABEL.finditer(text) if _is_label(text, match)]
    for number, match in enumerate(labels):
        name = str(match.lastgroup)
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        value = text[match.end() : end]
        if end < len(text) and not value.endswith((" ", GAP)):
            value = LEADS_ON.sub("", value)  # 某某记者|王某 某某编辑|李某
        if colon and match[0].startswith("本文"):
            name = "original_source"  # below the text it says where a repost came from
        if colon and name == "source" and OTHERS.search(text[: match.start()]):
            continue
        if name not in wanted or (name in colon and not COLON.match(text[match.end() : match.end() + 3])):
            continue
        value = _clean_title(value) if name == "original_title" else _clean(value, name)
        if name == "author" and WORKPLACE.search(found.get(name, "")) and value[:1] in SURNAMES and len(value) <= 3:
            del found[name]  # 供稿:科技处 撰稿人:王某
        if (
            value
            and name == "author"
            and number
            and match[0] == "通讯员"
            and labels[number - 1].lastgroup == name
            and name in found
        ):
            found[name] += f"、{value}"  # 记者 王某 通讯员 李某
        if value and name not in found and (name == "original_title" or len(value) <= 40):
            found[name] = value
            if name == "source":
                name_behind(found, text[match.end() : end], value)


def _is_label(text: str, match: re.Match[str]) -> bool:
    """A word is a label when a colon follows, or where it opens a short line or follows a separator."""
    after = text[match.end() : match.end() + 3]
    if COLON.match(after):
        return True
    before = text[: match.start()].rstrip()
    opens = not before or before[-1] in "|｜【[(（·" or bool(FULL.search(before[-24:]))
    if str(match.lastgroup) == "source":
        return opens and (match[0].endswith(("于", "自")) or not after.startswith(("的", "于", "是", "和"))) and len(text) < 120
    if str(match.lastgroup) == "original_source":
        return opens
    return (
        (opens or before != text[: match.start()])
        and str(match.lastgroup) in ("author", "editor")
        and len(text) < 60
        and bool(re.match(r"\s?[\u4e00-\u9fff]{2,4}(?:\s|$)", text[match.end() :]))
    )


def _clean(value: str, name: str) -> str:
    value = COLON.sub("", value, count=1) if COLON.match(value) else value
    value = value.lstrip("[【 ")
    date = FULL.search(value)
    if date:
        value = value[: date.start()] if date.start() > 1 else value[date.end() :]
    stop = END.search(value)
    if stop and stop.start() > 0:
        value = value[: stop.start()]
    elif stop:
        return ""
    value = re.split("[，。；]", value)[0] if name == "source" and len(value) > 8 else value
    value = re.split(rf"\s{{2,}}|{GAP}", value.strip(EDGE + GAP))[0] if name == "source" else _while_names(value)
    if name == "source" and re.search(r"《[^》]*$|^[^《]*》", value) is None and "《" in value:
        return value.strip(EDGE.replace("《", "").replace("》", ""))
    value = value.strip(EDGE)
    if name == "original_source" and (quoted := re.search(r"《([^》]{2,20})", value)):
        return quoted[1]
    if name in ("author", "editor"):
        value = re.sub(r"^图\s?[/／:：]?\s?", "", value)
        value = re.split(r"(?<=\s)(?:校[对對]|审核|監制|监制|摄影|视频|图片|设计)(?=\s)", value)[0]
        value = re.sub(r"_[A-Z]{1,3}\d+$", "", value)
        value = re.sub(r"^[\u4e00-\u9fff]{0,8}?(?:记者|通讯员|评论员)\s?", "", value)
        value = re.sub(r"[，,][^，,]{0,16}(?:授权|发布|转载|单位)[^，,]{0,10}$", "", value)
        if re.match(r"最新|文章|声明|简介|专栏|系|为|观点|认为|表示", value):
            return ""
        if len(value) > 20 and re.search(r"[\u4e00-\u9fff]{9}", value):
            return ""  # offices and titles, not names
        value = value if len(value) > 12 and not re.search(r"[\s、,，&]", value) else names(value)
    if (NOBODY if name == "source" else PORTAL_NAME).match(value):
        return ""
    return value


def _while_names(value: str) -> str:
    """The first piece of markup, and those behind it as long as they are names too: 作者：王某 李某, but no T大."""
    first, *rest = [piece for piece in value.split(GAP) if piece.strip()] or [""]
    kept = [first, *takewhile(lambda piece: re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", piece) and piece[0] in SURNAMES, rest)]
    return " ".join(kept)


def _clean_title(value: str) -> str:
    value = COLON.sub("", value, count=1) if COLON.match(value) else value
    return value.strip().strip(")）").strip("《》").strip()


def name_behind(found: dict[str, str], text: str, source: str) -> None:
    """来源:某网, and in an element of its own the author's name."""
    rest = text.partition(source)[2].strip(EDGE)
    if (
        re.fullmatch(r"[\u4e00-\u9fff]{2,3}", rest)
        and rest[0] in SURNAMES
        and not NOT_A_NAME.match(rest)
        and not rest.endswith(("报", "网", "社", "市", "省"))
    ):
        found.setdefault("author", rest)


def split_media(found: dict[str, str]) -> None:
    """来源:作者:新民晚报曹博文: the medium is the source, the name the author."""
    author = found.get("author", "")
    match = MEDIA.match(author.replace("、", " "))
    if match and match[2][0] in SURNAMES:
        found["author"] = names(match[2])
        found.setdefault("source", match[1])
    elif author and "source" not in found and re.search(r"(?:日报|晚报|时报|商报|新华社|新闻网|电视台)$", author):
        found["source"] = found.pop("author")
