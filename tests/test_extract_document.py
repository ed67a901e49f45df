from datetime import UTC, datetime

from crawler.extract.document import clean, parse

SEEN = datetime(2025, 6, 1, tzinfo=UTC)


def read(html, url="http://www.jz.example/a/1.html"):
    doc = parse(html, url, fetched_at=SEEN)
    assert doc is not None
    return doc


def texts(html):
    return [line.text for line in read(html).lines]


def test_illegal_references_and_control_characters_vanish_and_the_text_stays():
    assert texts("<p>检&#11;测&#1;报&#xFFFF;告\x00\x0b\u200b</p>") == ["检测报告"]
    assert clean("&#99999999999;&#x110000;a&#65;") == "a&#65;"
    assert texts("<p>&#150;&#147;计量&#148;</p>") == ["–“计量”"]


def test_blocks_and_breaks_make_lines_and_inline_elements_do_not():
    assert texts("<div>一<span>二</span><b>三</b><br>四<p>五</p>六</div>") == ["一二三", "四", "五", "六"]


def test_a_new_line_in_the_source_is_no_space_between_han_characters():
    assert texts("<p>检验\n   检测 report\n of 2025</p>") == ["检验检测 report of 2025"]


def test_a_row_of_short_cells_is_one_line_and_a_layout_row_is_not():
    assert texts("<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td><p>电线</p></td></tr></table>") == [
        "序号 | 名称",
        "1 | 电线",
    ]
    long = "句子很长。" * 30
    assert texts(f"<table><tr><td>栏目</td><td><p>{long}</p></td></tr></table>") == ["栏目", long]


def test_scripts_fields_and_hidden_elements_are_not_seen():
    html = "<p>看得见</p><script>x</script><style>y</style><textarea>z</textarea><div style='DISPLAY: none'>w</div>尾"
    assert texts(html) == ["看得见", "尾"]


def test_preformatted_text_keeps_its_lines():
    assert texts("<pre>第一行\n第二行\n</pre>") == ["第一行", "第二行"]


def test_linked_characters_are_counted():
    lines = read("<p>见<a href='/x'>附件</a></p><p><a name='top'>标题</a></p>").lines
    assert [line.linked for line in lines] == [2, 0]


def test_blocks_know_their_lines():
    doc = read("<div id='a'><p>一</p><p>二</p></div><div id='b'><p>三</p></div>")
    ranges = {block.element.get("id"): (block.first, block.end) for block in doc.blocks if block.element.get("id")}
    assert ranges == {"a": (0, 2), "b": (2, 3)}


def test_metas_are_found_by_any_case_and_attribute():
    doc = read(
        '<meta NAME="PubDate" content=" 2025-05-21 "><meta property="og:title" content="题"><meta itemprop="a" content=""><p>x'
    )
    assert doc.metas == {"pubdate": ["2025-05-21"], "og:title": ["题"]}
    assert doc.meta("missing", "og:title") == "题"


def test_json_ld_is_unrolled_and_broken_blocks_are_left_out():
    doc = read(
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle"},{"@type":"WebSite"}]}</script>'
        '<script type="application/ld+json">{broken</script><script type="application/ld+json">[{"@type":"Person"}]</script><p>x'
    )
    assert [item.get("@type") for item in doc.jsonld if "@type" in item] == ["NewsArticle", "WebSite", "Person"]


def test_links_are_resolved_and_scripts_are_no_links():
    doc = read(
        '<base href="/b/"><a href="2.html">下一页</a><a href="javascript:go()">x</a><a href="#top">y</a><a href="http://[bad">z</a>'
    )
    assert [address for address, _ in doc.links()] == ["http://www.jz.example/b/2.html"]


def test_what_holds_no_element_is_no_document():
    assert parse("", fetched_at=SEEN) is None
    assert parse("   \x00 ", fetched_at=SEEN) is None


def test_an_xml_declaration_and_a_wrong_meta_do_not_hurt():
    assert texts(
        '<?xml version="1.0" encoding="GB2312"?><html><head><meta charset="gbk"></head><body><p>計量</p></body></html>'
    ) == ["計量"]
