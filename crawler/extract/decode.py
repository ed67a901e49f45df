"""Bytes to text by how they read. A label (header, meta, source file) decides only between readings that are about as good."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# What a label may say, and the codec that reads it best. GB2312 and GBK are subsets of GB18030; anything not named here
# (idna, hex, rot13, undefined) is no charset of a page.
CODECS = {
    **dict.fromkeys(["utf-8", "utf8", "unicode-1-1-utf-8"], "utf-8"),
    **dict.fromkeys(
        [
            "gb18030",
            "gbk",
            "gb2312",
            "gb-2312",
            "gb_2312",
            "gb_2312-80",
            "gb231280",
            "x-gbk",
            "cp936",
            "ms936",
            "euc-cn",
            "chinese",
            "hz",
        ],
        "gb18030",
    ),
    **dict.fromkeys(["big5", "big5-hkscs", "big5hkscs", "cn-big5", "x-x-big5", "cp950", "big-5"], "big5hkscs"),
    **dict.fromkeys(["utf-16", "utf-16le", "unicode"], "utf-16-le"),
    "utf-16be": "utf-16-be",
}
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

META = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_-]{1,20})""", re.IGNORECASE)
HEADER = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([a-z0-9_-]{1,20})""", re.IGNORECASE)
SAMPLE = 400_000  # bytes that are judged; the whole is decoded only once

# The characters that make up about half of any Chinese text, in both scripts.
COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定"
    "天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见"
    "被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何"
    "电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路"
    "记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔级检测验质量监督局认证标准技术服务企业发展"
    "這個們來為國時說會過對發後裡種經麼學現動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產給門員論處義幾認條係氣題爾別變總電數報結務場計資區隊決馬書"
    "聽達強難權設記據張該規萬覺術領確傳師觀讓識帶導爭運筆級檢測驗質監督證標準"
    "，。、：；！？“”《》（）1234567890"
)
ABOVE = re.compile("[\u0800-\U0010ffff]")
GARBLED = re.compile("锟斤拷|烫烫烫|屯屯屯|ï¿½|ã€|â€|Ã©|鐨勪|涓€|銆傘€|浣犲ソ")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the codec that read it, and `broken`: the share of its non-ASCII characters that could not be read."""

    text: str
    codec: str
    broken: float = 0.0


def decode(body: bytes, content_type: str = "", charset: str = "") -> Decoded:
    """The text of a page. `charset` is what the source's file says; every label is a hint that a better reading overrules."""
    for bom, codec in BOMS:
        if body.startswith(bom):
            return _read(body[len(bom) :], codec)
    wide = _wide(body)
    if wide:
        return _read(body, wide)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # a few words of GBK, such as 联通, are valid UTF-8 for letters of the second block; Chinese lies above it
        if text.isascii() or ABOVE.search(text):
            return Decoded(text, "utf-8")
    return _read(body, _best(body, content_type, charset))


def reads_badly(text: str) -> str:
    """What shows that a body is garbled, or '' for text that reads: replacement characters, or a codec's well-known rubble."""
    sample = text[:20_000]
    foreign = sum(character > "\x7f" for character in sample)
    if foreign < 20:
        return ""
    lost = sample.count("\ufffd")
    if lost > 0.02 * foreign:
        return f"{lost} of {foreign} characters could not be decoded"
    rubble = GARBLED.findall(sample)
    if len(rubble) * 3 > 0.03 * foreign:
        return f"reads like text decoded twice: {rubble[0]}"
    latin = sum("\x80" <= character <= "\xff" for character in sample)
    if latin > 0.5 * foreign and latin > 0.3 * len(sample):
        return "reads like Chinese bytes taken for Latin-1"
    return ""


def _read(body: bytes, codec: str) -> Decoded:
    text = body.decode(codec, "replace")
    foreign = len(text) - sum(map(text.count, ("\n", " ", "<", ">", "/", '"', "=", "\t")))  # a cheap upper bound
    lost = text.count("\ufffd")
    return Decoded(text, codec, lost / max(1, foreign))


def _wide(body: bytes) -> str:
    """UTF-16 without a mark shows as NULs at every second byte of the markup."""
    start = body[:2000]
    if start.count(0) * 4 < len(start) or len(start) < 4:
        return ""
    return "utf-16-le" if start[1::2].count(0) >= start[0::2].count(0) else "utf-16-be"


def _best(body: bytes, content_type: str, charset: str) -> str:
    labels = [charset, *HEADER.findall(content_type[:500])]
    labels += [name.decode("ascii") for name in META.findall(body[:20_000])[:3]]
    declared = [CODECS[label.lower()] for label in labels if label.lower() in CODECS]
    sample = body[:SAMPLE]
    best, most = "gb18030", -1.0
    for codec in dict.fromkeys([*declared, "gb18030", "big5hkscs", "utf-8"]):
        worth = _worth(sample.decode(codec, "replace")) + (0.03 if codec in declared else 0.0)
        if worth > most:
            best, most = codec, worth
    return best


def _worth(text: str) -> float:
    """How well a text reads: the share of common characters among those beyond ASCII, less three times the share of lost ones."""
    foreign = [character for character in text if character > "\x7f"][:20_000]
    if not foreign:
        return 0.0
    common = sum(character in COMMON for character in foreign)
    # a wrong codec meets an unreadable byte soon; a right one only where the page itself is damaged
    return (common - 3 * foreign.count("\ufffd")) / len(foreign)
