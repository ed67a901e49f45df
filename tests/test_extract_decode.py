import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.decode import COMMON, decode, reads_badly

SIMPLIFIED = "9月11日，江州市举办检验检测机构开放日活动，镕喆计量所的工程师为市民检定血压计三十六台。"
TRADITIONAL = "標準檢驗局公布行動電源檢測結果，抽測二十件商品，標示不符者已限期改正，請消費者安心選購。"


@pytest.mark.parametrize(
    "header", ["", "text/html; charset=utf-8", "text/html; charset=ISO-8859-1", "text/html;charset=GBK", 'charset="big5"']
)
@pytest.mark.parametrize("meta", ["", "utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "idna", "undefined"])
@pytest.mark.parametrize("codec", ["utf-8", "gbk", "gb18030", "big5hkscs", "utf-8-sig"])
def test_a_page_reads_right_under_every_label(codec, meta, header):
    text = f'<meta charset="{meta}">' + (TRADITIONAL if codec == "big5hkscs" else SIMPLIFIED)
    assert decode(text.encode(codec), header).text == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16"])
def test_wide_characters_are_seen_without_a_mark(codec):
    text = "<html><head><title>a</title></head><body>" + SIMPLIFIED
    assert decode(text.encode(codec)).text == text


def test_one_broken_byte_does_not_turn_the_page_into_another_codec():
    whole = (SIMPLIFIED * 20).encode()
    read = decode(whole[:300] + b"\xff" + whole[300:])
    assert read.codec == "utf-8"
    assert 0 < read.broken < 0.01


def test_the_source_file_decides_between_readings_that_are_as_good():
    assert decode("计量".encode("gbk"), "", "gbk").text == "计量"


def test_a_rare_character_of_gb18030_survives_a_label_of_gb2312():
    text = '<meta charset="gb2312">' + SIMPLIFIED + "𠮷㐂"
    assert decode(text.encode("gb18030")).text == text


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.sampled_from(sorted(c for c in COMMON if "\u4e00" <= c < "\u9fa6" and c.encode("gbk", "ignore"))),
        min_size=40,
        max_size=200,
    )
)
def test_any_common_text_reads_the_same_from_utf_8_and_gbk(text):
    assert decode(text.encode()).text == text
    assert decode(text.encode("gbk"), "text/html; charset=utf-8").text == text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000), st.text(max_size=60))
def test_no_bytes_and_no_label_raise(body, header):
    assert isinstance(decode(body, header, header[:10]).text, str)


def test_rubble_is_recognised_and_text_is_not():
    assert not reads_badly(SIMPLIFIED * 3)
    assert not reads_badly("ISO 17025 accreditation: a plain English text without any Chinese at all, and a café.")
    assert reads_badly((SIMPLIFIED * 3).encode().decode("gb18030", "replace"))
    assert reads_badly((SIMPLIFIED * 3).encode().decode("latin-1"))
    assert reads_badly((SIMPLIFIED * 3).encode("gbk").decode("utf-8", "replace"))
