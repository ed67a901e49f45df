"""Mending of mirrors: pinyin notes out, lost bytes marked, the script told. The text keeps the script it was published in."""

from __future__ import annotations

import re
from functools import cache

from archive.pinyin import strip_notes

LOST = "\ufffd"
# A question mark right before a Han character of the private or rare kind is what is left of two lost bytes.
BROKEN = re.compile(r"(?<=[\u4e00-\u9fff])[?？](?=[\u7300-\u7fff]{1,2}[\ufffd?])")
BROKEN_END = re.compile(r"[\ue000-\uf8ff]+")


def mend(text: str) -> tuple[str, int]:
    """The text without pinyin notes and with lost bytes as U+FFFD; the number of notes that were taken out."""
    plain, notes = strip_notes(text)
    return BROKEN_END.sub(LOST, BROKEN.sub(LOST, plain)), notes


@cache
def _only() -> tuple[frozenset[str], frozenset[str]]:
    """Common characters that only traditional, and only simplified, texts have."""
    pairs = (
        "們们個个這这為为國国來来時时會会學学後后對对發发說说過过還还沒没種种質质檢检測测計计認认證证標标準准監监業业務务機机構构產产術术進进現现開开關关動动長长報报員员"
        "應应將将實实體体與与並并從从電电網网點点間间問问題题書书見见觀观親亲覺觉規规視视廣广門门聞闻頭头風风飛飞馬马魚鱼鳥鸟東东車车軍军農农運运達达邊边遠远選选"
        "驗验優优勢势區区協协義义專专團团圖图場场樓楼樣样歲岁歷历氣气決决漢汉濟济無无熱热獎奖環环確确禮礼類类統统經经結结給给級级紀纪線线組组織织總总續续聯联職职"
        "藝艺華华葉叶處处號号衛卫裝装補补製制複复談谈課课論论設设訪访評评試试詳详語语誤误請请諸诸調调識识議议護护變变讓让貝贝財财責责貨货貿贸費费資资賽赛購购"
    )
    traditional, simplified = frozenset(pairs[0::2]), frozenset(pairs[1::2])
    return traditional - simplified, simplified - traditional


def script_of(text: str) -> str:
    """`Hant` or `Hans`, by the characters that only one script has; Hans where nothing tells."""
    traditional, simplified = _only()
    letters = text[:20_000]
    hant = sum(letters.count(letter) for letter in set(letters) & traditional)
    hans = sum(letters.count(letter) for letter in set(letters) & simplified)
    return "Hant" if hant > hans else "Hans"
