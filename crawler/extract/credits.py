"""Who published, wrote and edited an article, and where a repost took it from: from the lines around the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from crawler.extract import words
from crawler.extract.datetext import FULL
from crawler.extract.document import Body, Document
from crawler.extract.flow import Line
from crawler.extract.lines import Kind

C = r"\s{0,3}[:：︰/／|丨]\s{0,3}"
LABELS = {
    "source": r"(?<!注明)(?:信息|文章|新闻|稿件|资料|内容|文章的?)?(?<!本文)(?:来\s{0,3}源|來\s{0,3}源)(?:于|自)?|来自(?=\s{0,2}[:：]|\s)|稿\s?源|(?<!注明)出\s?处",
    "author": r"(?<![该本])作\s{0,3}者|撰\s?文|撰\s?稿(?:人)?|文字|执\s?笔|采写|供稿(?:人)?|记\s{0,3}者|通讯员|文(?=\s{0,3}[:：/／|])",
    "editor": r"责\s{0,2}任?\s{0,2}编\s{0,2}辑?|責\s{0,2}任?\s{0,2}編\s{0,2}輯?|栏目编辑|网络编辑|本文编辑|值班编辑|编\s{0,2}辑|編\s{0,2}輯|责校",
    "original_source": r"本文来源|(?:本文|文章)?(?:转载?自|轉載?自|原[载載]于?|摘自|转自|首发于|来自公众号)",
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
EDGE = " \t\u3000:：,，。;；、|丨/／-—_()（）[]【】<>《》“”\"'·•"
MEDIA = re.compile(
    r"^(.{1,14}?(?:日报|晚报|早报|晨报|时报|商报|快报|都市报|青年报|法治报|法制报|周报|周刊|月刊|画报|报社|报|新闻网|新闻社|通讯社|电视台|广播电台|广电|新华社|中新社|融媒体?(?:中心)?|客户端|新闻|网|社|台|杂志))\s{0,2}([\u4e00-\u9fff·]{2,4}(?:[\s、,，]{1,2}[\u4e00-\u9fff·]{2,4}){0,4})$"
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "张劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸範賈韋鄒閻龍陶黎賀顧龔邵萬錢嚴戴湯常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜阿羊母乌裘亓修郄邰赫杭况那宿鲜逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植"
)
REPORTED = re.compile(
    r"(?:^|[\s\u3000])(?:本[报報网網刊台]|[\u4e00-\u9fff]{0,8})(?:记者|記者)[\s\u3000:：]{0,3}([\u4e00-\u9fff]{2,4}(?:[\s\u3000、,，]{1,2}[\u4e00-\u9fff]{2,4}){0,3}?)[\s\u3000]{0,3}(?:$|[《（(]|[／/][\u4e00-\u9fff]{2,6}(?:報導|报道|報道))"
)
BYLINE = re.compile(
    r"^(?:[\u4e00-\u9fffA-Za-z]{0,10}?)(?:记者|評論員|评论员|通讯员|特约撰稿|撰文|采写|文字)[\s:：/／]{1,3}(?:[\u4e00-\u9fff]{2,8}(?:记者|通讯员)\s?)?((?:[\u4e00-\u9fff]{2,4})(?:[\s、,，/]{1,3}[\u4e00-\u9fff]{2,4}){0,5})$|^文[/／|]\s?((?:[\u4e00-\u9fff]{2,4})(?:[\s、,，]{1,2}[\u4e00-\u9fff]{2,4}){0,4})$"
)
SIGNED_BY = re.compile(
    r"[(（][\u4e00-\u9fff]{0,10}记者[\s:：]{0,2}([\u4e00-\u9fff]{2,4}(?:[\s、,，]{1,2}[\u4e00-\u9fff]{2,4}){0,3}?)(?:[\s、,，]{1,2}通讯员[\s:：]{0,2}([\u4e00-\u9fff]{2,4}))?[)）]$"
)
SIGNED = re.compile(
    r"[(（](?:记者|文/|作者[:：]?|通讯员|撰稿[:：]?)?\s?([\u4e00-\u9fff]{2,4}(?:[\s、,，][\u4e00-\u9fff]{2,4}){0,3})[)）]$"
)
POSTED_BY = re.compile(r"^(?:由|作者)[\s\u3000]{0,3}([\u4e00-\u9fff·]{2,4})[\s\u3000]{0,3}(?:发布于|發佈於|发表于|發表於)")
WORKPLACE = re.compile(r"(?:院|所|局|处|科|部|室|委|厅|办|中心|公司|集团|协会|学会|大学|学院)$")
PROVINCES = "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
ACCOUNT = re.compile(rf"发布于\s?(?:{'|'.join(PROVINCES.split())})?\s?([^::\s].{{1,19}}?)官方账号")
MEDIUM = re.compile(r"(?:报|網|网|社|台|新闻|新聞|财经|杂志|在线|娱乐|体育|音乐|科技|频道|中文站|中心|快讯|观察|发布|周刊)$")
ALONE = re.compile(r"[\u4e00-\u9fff]{2,10}(?:[日晚早晨时商快青]报|周刊|杂志|网|新闻|电视台|通讯社|客户端)")  # on a line of its own beside the date
COLUMN = re.compile(r"(?:国内|国际|社会|财经|行业|图片|时政|综合|本地|地方|体育|娱乐|最新|热点|相关|公司|企业|学院|校园|本院|本所|工作|媒体|今日|滚动|视频|科技|部门|更多|关注)")
CLOCKED = re.compile(r"(?:\d{1,2}月\d{1,2}日|(?<!\d)\d{2}-\d{2})\s{0,3}\d{1,2}:\d{2}(?!\d)|(?<!\d)\d{1,2}\s?(?:分钟|小时|天)前")
NAME_OF_MEDIUM = re.compile(r"^([\u4e00-\u9fff]{2,4})\s?[/／]\s?([\u4e00-\u9fff]{2,10}(?:报|网|社|台|新闻|周刊|杂志))$")
GAP = "\u3000"
NAME_BESIDE = re.compile(r"^([\u4e00-\u9fff]{2,4})[\s\u3000]{1,3}([\u4e00-\u9fff]{2,10}(?:报|网|社|台|新闻|周刊|杂志))[\s\u3000]{0,3}记者(?:[\s\u3000]|$)")
LEADS_ON = re.compile(r"[\s\u3000]{1,8}[\u4e00-\u9fff]{1,6}$")
WANTED = ("author", "source", "editor", "original_source", "original_title")
SPACED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
METAS = ("contentsource", "source", "article:source", "og:article:source", "copyfrom")
CRUMB = re.compile(r"(?:当前|您的?|現在|现在|所在|你)的?(?:所在)?位置|當前位置|位置")
CRUMB_PARTS = re.compile(r"\s{0,4}(?:>{1,2}|》|»|›|→|/|--|\\)\s{0,4}")
NOBODY = re.compile(r"^(?:未知|佚名|不详|admin|管理员|作者|编辑|无|时间|日期)$", re.IGNORECASE)
PORTAL_NAME = re.compile(r"^(?:原创|网络|互联网|本站|本站原创|未知|佚名|admin|管理员|转载|整理|作者|编辑)$", re.IGNORECASE)
NOT_A_NAME = re.compile(r"^(?:信息|时间|日期|发布|添加|更新|浏览|点击|阅读|字体|分享|打印|评论|关闭|栏目)")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Credits:
    """What is printed, without its label; several names are joined by 、."""

    source: str | None = None
    author: str | None = None
    editor: str | None = None
    original_source: str | None = None
    original_title: str | None = None
    original_url: str | None = None
    column: str | None = None


def read_credits(doc: Document, body: Body) -> Credits:
    """The credits of an article; None for what the page does not say."""
    found: dict[str, str] = {}
    head = [_spaced(line) for line in body.head if len(line.text) <= LONGEST][-40:]
    tail = [_spaced(line) for line in body.tail if len(line.text) <= LONGEST and doc.kinds[line.index] is not Kind.NOTICE][:14]
    first, *_ = [*body.lines, None]
    edge = [line.text for line in body.lines[-2:] if len(line.text) <= 60]
    for text in head:
        _take(found, text, WANTED)
    if not found and body.heading is not None:  # some print the line of credits above the title
        above = [line for line in doc.lines[max(0, body.heading.index - 4) : body.heading.index] if doc.kinds[line.index] in (Kind.META, Kind.CREDIT)]
        for line in above:
            _take(found, _spaced(line), WANTED)
    if first is not None and len(first.text) <= 60:
        _take(found, _unspaced(first.text), WANTED)
    _take_bylines(found, head)
    bare = _marked_account(doc) or _bare_source(head) or _marked_source(body) or _site_named(doc, head)
    if "source" not in found and bare:
        found["source"] = bare
    if "author" not in found and (marked := _marked_author(body)):
        found["author"] = marked
    for text in (*edge, *tail):
        known = dict(found)
        closing: dict[str, str] = {}
        _take(closing, text, WANTED if text not in edge else WANTED[1:], colon=True)
        if "editor" in closing and text not in edge:
            found["editor"] = closing["editor"] if not known.get("tail_editor") else known["editor"]
            found["tail_editor"] = "yes"
        for name, value in closing.items():
            found.setdefault(name, value)
    _split_media(found)
    source = found.get("source") or _bare_source(tail[:3]) or _meta_source(doc)
    author = found.get("author") or _byline(body, silent=not any(map(words.META.search, head))) or _stated_author(doc)
    return Credits(
        source=source,
        author=author if author != source else None,
        editor=found.get("editor"),
        original_source=found.get("original_source"),
        original_title=found.get("original_title"),
        original_url=_original_url(doc, body),
        column=_column(doc, body),
    )


def _spaced(line: Line) -> str:
    """The line with a wide space between its pieces of markup: what stands in elements of its own are different facts."""
    pieces = [" ".join(str(piece).split()) for piece in line.element.itertext()] if len(line.element) else []
    pieces = [piece for piece in pieces if piece]
    whole = "".join("".join(pieces).split())
    return _unspaced(GAP.join(pieces) if whole == "".join(line.text.split()) else line.text)


def _unspaced(text: str) -> str:
    """Names of two characters are set as wide as those of three: 谷　雨."""
    return SPACED.sub(lambda match: match[1] + match[2] if match[1] in SURNAMES else match[0], text)


def _take_bylines(found: dict[str, str], head: list[str]) -> None:
    """Bylines above the text: 某报记者 王某, 王某/某报."""
    for text in head:
        match = BYLINE.match(text) if len(text) <= 40 else None
        if match and "author" not in found:
            found["author"] = _names(match[1] or match[2])
        posted = POSTED_BY.match(text) or (REPORTED.search(text) if len(text) <= 60 else None)
        if posted:
            found.setdefault("author", _names(posted[1].replace(GAP, " ")))
        pair = NAME_OF_MEDIUM.match(text.replace(GAP, "")) or NAME_BESIDE.match(text)
        if pair and pair[1][0] in SURNAMES:
            found.setdefault("author", pair[1])
            found.setdefault("source", pair[2])


def _take(found: dict[str, str], text: str, wanted: tuple[str, ...], *, colon: bool = False) -> None:
    """The labelled values of a line, as far as they are not known yet; with `colon`, an author's label needs one."""
    labels = [match for match in LABEL.finditer(text) if _is_label(text, match)]
    for number, match in enumerate(labels):
        name = str(match.lastgroup)
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        value = text[match.end() : end]
        if end < len(text) and not value.endswith((" ", GAP)):
            value = LEADS_ON.sub("", value)  # 某某记者|王某 某某编辑|李某
        if name not in wanted or (colon and name == "author" and not COLON.match(text[match.end() : match.end() + 3])):
            continue
        value = _clean_title(value) if name == "original_title" else _clean(value, name)
        if name == "author" and WORKPLACE.search(found.get(name, "")) and value[:1] in SURNAMES and len(value) <= 3:
            del found[name]  # 供稿:科技处 撰稿人:王某
        if value and name == "author" and number and match[0] == "通讯员" and labels[number - 1].lastgroup == name and name in found:
            found[name] += f"、{value}"  # 记者 王某 通讯员 李某
        if value and name not in found and (name == "original_title" or len(value) <= 40):
            found[name] = value
            if name == "source":
                _name_behind(found, text[match.end() : end], value)


def _name_behind(found: dict[str, str], text: str, source: str) -> None:
    """来源:某网, and in an element of its own the author's name."""
    rest = text.partition(source)[2].strip(EDGE)
    if (
        re.fullmatch(r"[\u4e00-\u9fff]{2,3}", rest)
        and rest[0] in SURNAMES
        and not NOT_A_NAME.match(rest)
        and not rest.endswith(("报", "网", "社", "市", "省"))
    ):
        found.setdefault("author", rest)


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
    value = re.split(rf"\s{{2,}}|{GAP}", value.strip(EDGE + GAP))[0] if name == "source" else value.replace(GAP, " ")
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
        value = value if len(value) > 12 and not re.search(r"[\s、,，&]", value) else _names(value)
    if (NOBODY if name == "source" else PORTAL_NAME).match(value):
        return ""
    return value


def _names(value: str) -> str:
    """The names in a value; beside a person's, an institution's is where the person works."""
    value = re.sub(r"(?:本报|见习|实习|特约)?(?:记者|通讯员|实习生)[:：]?", " ", value)
    parts = [part for part in re.split(r"[\s、,，;；&/]+", value) if part and not re.fullmatch(r"[A-Z]{0,3}\d{2,}", part)]
    people = [part for part in parts if not WORKPLACE.search(part)]
    return "、".join(people if any(2 <= len(part) <= 3 and part[0] in SURNAMES for part in people) else parts)


def _clean_title(value: str) -> str:
    value = COLON.sub("", value, count=1) if COLON.match(value) else value
    return value.strip().strip(")）").strip("《》").strip()


def _split_media(found: dict[str, str]) -> None:
    """来源:作者:新民晚报曹博文: the medium is the source, the name the author."""
    author = found.get("author", "")
    match = MEDIA.match(author.replace("、", " "))
    if match and match[2][0] in SURNAMES:
        found["author"] = _names(match[2])
        found.setdefault("source", match[1])
    elif author and "source" not in found and re.search(r"(?:日报|晚报|时报|商报|新华社|新闻网|电视台)$", author):
        found["source"] = found.pop("author")


def _bare_source(lines: list[str]) -> str | None:
    """A name that stands right behind the date: 2019-09-26 10:56:28 证券时报网; or an account: 发布于北京某报官方账号."""
    for text in reversed(lines):
        date = FULL.search(text) or CLOCKED.search(text)
        if not date or len(text) > 80:
            continue
        account = ACCOUNT.search(text.replace(GAP, ""))
        if account:
            return account[1].strip()
        after = re.sub(r"^\W{0,4}(?:星期|周).\W{0,3}", "", text[date.end() :])
        behind = re.split(rf"\s|{GAP}", after.strip(EDGE + GAP))[0].strip(EDGE)
        ahead = text[: date.start()].strip(EDGE + GAP)
        for name in (behind, ahead):
            if (
                re.fullmatch(r"[\u4e00-\u9fffA-Za-z《》-]{2,14}", name)
                and MEDIUM.search(name)
                and not END.match(name)
                and not NOT_A_NAME.match(name)
                and not LABEL.match(name)
                and not words.TOOL.fullmatch(name)
            ):
                return name
    dated = [bool(FULL.search(text) or CLOCKED.search(text)) for text in lines]
    for place, text in enumerate(lines):
        name = text.strip(EDGE + GAP)
        if ALONE.fullmatch(name) and not COLUMN.match(name) and any(dated[max(0, place - 1) : place + 2]):
            return name
    return None


def _marked_account(doc: Document) -> str | None:
    """The account of a page of the WeChat template."""
    named = next((element for element in doc.tree.iter("*") if element.get("id") == "js_name"), None)
    name = "".join(str(piece) for piece in named.itertext()).strip() if named is not None else ""
    return name if 2 <= len(name) <= 30 else None


def _marked_source(body: Body) -> str | None:
    """A name alone in an element that the template calls source."""
    for line in body.head[-12:]:
        for element in (line.element, *line.element.iterdescendants()):
            marks = re.split(r"[^a-z]+", CAMEL.sub(" ", f"{element.get('class') or ''} {element.get('id') or ''}"[:200]).lower())
            if not {"source", "laiyuan"}.intersection(marks):
                continue
            name = "".join(str(piece) for piece in element.itertext()).strip(EDGE + GAP)
            if re.fullmatch(r"[\u4e00-\u9fffA-Za-z]{2,14}", name) and not PORTAL_NAME.match(name) and not LABEL.match(name):
                return name
    return None


def _site_named(doc: Document, head: list[str]) -> str | None:
    """The site's name as the page's title ends with it, printed alone between the heading and the text."""
    site = re.split(r"[_|｜–—-]", doc.html_title)[-1].strip() if re.search(r"[_|｜–—-]", doc.html_title) else ""
    if not 3 <= len(site) <= 12:
        return None
    return next((site for text in head if site in re.split(rf"{GAP}|\s", text) and len(text) <= 60), None)


def _marked_author(body: Body) -> str | None:
    """A person's name alone in an element the template calls author, or that leads to the author's page."""
    for line in body.head[-12:]:
        for element in line.element.iter():
            marks = f"{element.get('class') or ''} {element.get('rel') or ''}".lower().split()
            if not {"author", "byline"}.intersection(marks) and "/author/" not in (element.get("href") or "")[:300]:
                continue
            name = "".join(str(piece) for piece in element.itertext()).strip()
            if (
                re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", name)
                and not PORTAL_NAME.match(name)
                and not name.endswith(("报", "网", "社"))
            ):
                return name
    return None


def _meta_source(doc: Document) -> str | None:
    for name in METAS:
        for text in doc.metas.get(name, ())[:1]:
            value = re.sub(rf"^(?:来源|稿源){C}", "", text).split()
            if value and len(value[0]) <= 30 and re.search(r"[\u4e00-\u9fff]", value[0]) and not PORTAL_NAME.match(value[0]):
                return value[0]
    return None


def _stated_author(doc: Document) -> str | None:
    """A person whom JSON-LD or og names. `<meta name=author>` is left out: many portals write their editor there."""
    said: list[object] = []
    for data in doc.jsonld:
        authors = data.get("author")
        for one in authors if isinstance(authors, list) else [authors]:
            said += [one.get("name") if isinstance(one, dict) else one]
    said += [text for name in ("og:article:author", "article:author") for text in doc.metas.get(name, ())[:1]]
    for value in said:
        if isinstance(value, str) and re.fullmatch(r"[\u4e00-\u9fff]{2,3}", value.strip()) and value.strip()[0] in SURNAMES:
            return None if WORKPLACE.search(value.strip()) or MEDIUM.search(value.strip()) else value.strip()
    return None


def _byline(body: Body, *, silent: bool) -> str | None:
    """A line that is only a byline above the text. Below it names belong to the text, and tell where nothing else does (`silent`)."""
    lines = [_unspaced(line.text.strip()) for line in (*body.lines[:2], *(body.lines[-2:] if silent else ()))]
    for text in lines:
        match = BYLINE.match(text) if len(text) <= 50 else None
        if match:
            return _names(match[1] or match[2])
    if not silent:
        return None
    closing = [line.text.rstrip()[-40:] for line in (*body.lines[-1:], *body.tail[:2])]
    for text in closing:
        reporters = SIGNED_BY.search(text)
        if reporters:
            return _names("、".join(name for name in reporters.groups() if name))
    if body.lines:
        signed = SIGNED.search(body.lines[-1].text.rstrip()[-40:])
        if signed and all(name[0] in SURNAMES for name in re.split(r"[\s、,，]", signed[1])):
            return _names(signed[1])
    return None


def _original_url(doc: Document, body: Body) -> str | None:
    """Where 原文链接, 阅读原文 and their like lead."""
    for line in (*body.tail[:10], *body.head[-10:], *body.lines[-3:]):
        if not re.search(r"原文|转自|转载自|来源", line.text[:60]):
            continue
        for anchor in line.element.iter("a"):
            try:
                href = urljoin(doc.url, (anchor.get("href") or "").strip()[:1000])
                parts = urlsplit(href)
            except ValueError:  # [ in the place of a host
                continue
            if parts.scheme in ("http", "https") and parts.netloc not in ("", urlsplit(doc.url).netloc) and len(parts.path) > 6:
                return href
    return None


def _column(doc: Document, body: Body) -> str | None:
    """The last column of 当前位置, before 正文 and the title."""
    top = body.heading.index if body.heading is not None else 60
    for line in doc.lines[: min(top + 3, 200)]:
        text = line.text
        if len(text) > 160 or not (CRUMB.search(text[:12]) or text.startswith("首页")):
            continue
        parts = [part.strip(EDGE) for part in CRUMB_PARTS.split(CRUMB.sub("", text, count=1))]
        parts = [part for part in parts if part and part not in ("正文", "首页", "主页", "文章正文", "内容") and len(part) <= 16]
        if parts:
            return parts[-1]
    return None
