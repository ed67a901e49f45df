"""What says that an article is gone, and what only speaks of withdrawals."""

from __future__ import annotations

import time

import pytest

from archive.withdrawal import says_gone, withdrawn, withdraws

TITLE = "合川举办检验检测机构开放日"
BODY = (
    "6月9日，合川区市场监管局举办检验检测机构开放日，二十七家机构向公众开放，参观人数超过三千人。\n"
    "工作人员现场演示水表、电能表的检定过程，并解答市民关心的食品检验问题。\n"
    "活动持续到下午五点，主办方向学校赠送了量具教具，并邀请学生暑期到实验室参观。"
)


@pytest.mark.parametrize(
    "text",
    [
        "该文章已撤稿。",
        "本文已撤回。",
        "该文已被作者删除",
        "此内容因违规无法查看",
        "文章已下线",
        "您访问的文章已下架",
        "稿件已删除",
        "此文章已被发布者删除",
        "该信息已失效",
        "内容审核中，暂时无法查看",
        "抱歉，该新闻已过期",
        "该内容已被原作者撤回，给您带来不便敬请谅解。",
        "您要查看的信息不存在或者还没有通过审批！",
        "因版权原因，本文不再展示。",
        "根据相关法律法规和政策，该内容已被删除",
        "該文章已被發布者刪除",
        "温馨提示：您浏览的内容已由网站下架，请返回首页。",
        "由于内容失实，本稿件已作撤稿处理，特此声明，并向广大读者致歉。",
        "此图文经用户投诉已被平台屏蔽，如有疑问请联系客服。",
        "【撤稿】本文已撤稿",
        "本文因数据有误，现予以撤回。",
        "本文已于2025年6月3日撤稿。",
        "应作者要求，本稿撤回。",
        "抱歉，您访问的文章已被撤回或删除！",
        "该文章已撤稿（Retracted），不再提供阅读，请勿引用。",
        "此内容被投诉且经审核涉嫌侵权，无法查看。",
        "编辑部声明：因内容有误，我们已撤回此文。",
    ],
)
def test_a_page_that_only_says_that_its_article_is_gone(text: str) -> None:
    assert says_gone(text)
    assert withdrawn(TITLE, BODY, text)


@pytest.mark.parametrize(
    "text",
    [
        "文章删除",
        "内容审核",
        "本文由编辑部审核",
        "该批次产品已下架。",
        "国家标准委撤回三项推荐性国家标准。",
        "该论文已撤稿。",
        "该文章已撤稿。期刊编辑部表示，作者伪造了全部检测数据，所在单位已成立调查组。",
        "目前，该文章已被删除，警方已对发布者立案调查。",
        "信息发布后，市场监管局责令平台将其下架。",
        "市局通报网页不存在类投诉处理情况",
        "本文介绍三种检定方法。",
        "该信息已被三千人阅读",
        "平台已下架违规商品链接二百余条，关闭店铺十一家。",
        "该新闻发布会已结束。",
        "",
    ],
)
def test_a_text_that_says_anything_else_is_no_such_page(text: str) -> None:
    assert not says_gone(text)


@pytest.mark.parametrize(
    "text",
    [
        f"撤稿声明：本站2025年5月20日刊发的《{TITLE}》一文因内容失实，现予撤稿，特此声明，并向读者致歉。",
        f"关于《{TITLE}》的撤稿说明\n《{TITLE}》一文所引数据有误，编辑部决定予以撤稿。由此带来的不便，敬请谅解。",
    ],
)
def test_a_statement_may_name_the_article_it_withdraws(text: str) -> None:
    assert withdraws(TITLE, text)
    assert withdrawn(TITLE, BODY, text)
    assert not withdraws("某网撤下一篇报道并致歉", text), "an article about somebody else's statement"


@pytest.mark.parametrize(
    "text",
    [
        "经核实，本报6月9日刊发的报道与事实严重不符，参观人数系误报，现将该稿撤下，向读者和合川区市场监管局诚恳致歉。",
        "编者按：因采访对象提出异议，本文已于6月12日撤回，编辑部正在核实，结果将另行公布。",
        "該文因數據來源有誤，已由編輯部撤稿，感謝讀者指正，核實之後將另行發布。",
    ],
)
def test_a_short_text_in_the_place_of_an_article_may_withdraw_it(text: str) -> None:
    assert withdrawn(TITLE, BODY, text)


ABOUT = {
    "papers": (
        "某期刊一次撤稿一百零七篇论文",
        "某国际期刊日前宣布撤稿一百零七篇论文，理由是同行评议造假。编辑部表示，这些论文的检测数据无法重复。\n涉事高校已成立调查组，对论文作者逐一约谈，并承诺公布结果。\n业内人士认为，实验室应当完善原始记录管理，检测数据应当可以追溯。",
        "某国际期刊宣布撤稿一百零七篇论文，理由是同行评议造假。涉事高校称，其中三篇论文已由作者申请撤回，其余仍在调查。",
    ),
    "products": (
        "三批次插座不合格被责令下架",
        "市市场监管局公布抽检结果，三批次插座拉力试验不合格，涉及两家企业。\n执法人员已责令经营者停止销售并立即下架，对库存产品予以封存。\n消费者可以凭小票退货，投诉电话十二三一五。",
        "市市场监管局公布抽检结果，三批次插座拉力试验不合格，涉事产品现已全部下架，企业主动召回。",
    ),
    "standards": (
        "关于撤回两项检定规程的公告",
        "根据计量技术法规管理办法，经专家审查，现撤回水表和燃气表两项地方检定规程，自即日起停止执行。\n各单位应当按照国家检定规程开展工作，已出具的证书继续有效。\n特此公告。",
        "根据计量技术法规管理办法，决定撤回水表、燃气表两项地方检定规程，自七月一日起停止执行，特此公告。",
    ),
    "a rumour": (
        "网传水质超标系谣言",
        "近日，网络流传一篇关于我市饮用水检测超标的文章，引发关注。\n经市水质监测中心复检，全部指标符合国家标准，文章内容不属实。\n公安机关已依法对发布者作出处罚，平台对文章作了处理。",
        "网传我市饮用水检测超标的文章系谣言，市水质监测中心复检全部合格，平台已将相关文章删除，发布者受到处罚。",
    ),
}


@pytest.mark.parametrize("name", ABOUT)
def test_an_article_about_withdrawals_that_is_edited_or_cut_is_not_withdrawn(name: str) -> None:
    title, old, new = ABOUT[name]
    for text in (old, new, old.split("\n")[0], old + "\n更正：上文日期有误。"):
        assert not withdrawn(title, old, text)
        assert not withdraws(title, text)
        assert not says_gone(text)


def test_an_edit_that_keeps_the_text_is_an_edit_whatever_it_adds() -> None:
    assert not withdrawn(TITLE, BODY, "编者按：本文初稿的数据有误，已被撤回更正。\n" + BODY)


@pytest.mark.parametrize(
    "text", ["已" * 200, "因" * 200, "该文章" * 60, "被已" * 100 + "了", "您好" * 90, "本站" * 30 + "刊发" * 60]
)
def test_hostile_texts_are_read_in_time(text: str) -> None:
    started = time.process_time()
    says_gone(text)
    withdrawn(TITLE, BODY, text)
    assert time.process_time() - started < 0.2
