"""Persons: their names, and the bylines that need no label to be known as such."""

from __future__ import annotations

import re

from crawler.extract.document import Body, Document

EDGE = " \t\u3000:：,，。;；、|丨/／-—_()（）[]【】<>《》“”\"'·•"
GAP = "\u3000"
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "张劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸範賈韋鄒閻龍陶黎賀顧龔邵萬錢嚴戴湯常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜阿羊母乌裘亓修郄邰赫杭况那宿鲜逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植"
)
WORKPLACE = re.compile(r"(?:院|所|局|处|科|部|室|委|厅|办|中心|公司|集团|协会|学会|大学|学院)$")
PORTAL_NAME = re.compile(r"^(?:原创|网络|互联网|本站|本站原创|未知|佚名|admin|管理员|转载|整理|作者|编辑)$", re.IGNORECASE)
MEDIUM = re.compile(r"(?:报|網|网|社|台|新闻|新聞|财经|杂志|在线|娱乐|体育|音乐|科技|频道|中文站|中心|快讯|观察|发布|周刊)$")
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
NAME_OF_MEDIUM = re.compile(r"^([\u4e00-\u9fff]{2,4})\s?[/／]\s?([\u4e00-\u9fff]{2,10}(?:报|网|社|台|新闻|周刊|杂志))$")
NAME_BESIDE = re.compile(
    r"^([\u4e00-\u9fff]{2,4})[\s\u3000]{1,3}([\u4e00-\u9fff]{2,10}(?:报|网|社|台|新闻|周刊|杂志))[\s\u3000]{0,3}记者(?:[\s\u3000]|$)"
)
SPACED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")


def unspaced(text: str) -> str:
    """Names of two characters are set as wide as those of three: 谷　雨."""
    return SPACED.sub(lambda match: match[1] + match[2] if match[1] in SURNAMES else match[0], text)


def names(value: str) -> str:
    """The names in a value; beside a person's, an institution's is where the person works."""
    value = re.sub(r"(?:本报|见习|实习|特约)?(?:记者|通讯员|实习生)[:：]?", " ", value)
    parts = [part for part in re.split(r"[\s、,，;；&/]+", value) if part and not re.fullmatch(r"[A-Z]{0,3}\d{2,}", part)]
    people = [part for part in parts if not WORKPLACE.search(part)]
    return "、".join(people if any(2 <= len(part) <= 3 and part[0] in SURNAMES for part in people) else parts)


def take_bylines(found: dict[str, str], head: list[str]) -> None:
    """Bylines above the text: 某报记者 王某, 王某/某报."""
    for text in head:
        match = BYLINE.match(text) if len(text) <= 40 else None
        if match and "author" not in found:
            found["author"] = names(match[1] or match[2])
        posted = POSTED_BY.match(text) or (REPORTED.search(text) if len(text) <= 60 else None)
        if posted:
            found.setdefault("author", names(posted[1].replace(GAP, " ")))
        pair = NAME_OF_MEDIUM.match(text.replace(GAP, "")) or NAME_BESIDE.match(text)
        if pair and pair[1][0] in SURNAMES:
            found.setdefault("author", pair[1])
            found.setdefault("source", pair[2])


def byline(body: Body, *, silent: bool) -> str | None:
    """A line that is only a byline above the text. Below it names belong to the text, and tell where nothing else does (`silent`)."""
    lines = [unspaced(line.text.strip()) for line in (*body.lines[:2], *(body.lines[-2:] if silent else ()))]
    for text in lines:
        match = BYLINE.match(text) if len(text) <= 50 else None
        if match:
            return names(match[1] or match[2])
    if not silent:
        return None
    closing = [line.text.rstrip()[-40:] for line in (*body.lines[-1:], *body.tail[:2])]
    for text in closing:
        reporters = SIGNED_BY.search(text)
        if reporters:
            return names("、".join(name for name in reporters.groups() if name))
    if body.lines:
        signed = SIGNED.search(body.lines[-1].text.rstrip()[-40:])
        if signed and all(name[0] in SURNAMES for name in re.split(r"[\s、,，]", signed[1])):
            return names(signed[1])
    return None


def marked_author(body: Body) -> str | None:
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


def stated_author(doc: Document) -> str | None:
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
