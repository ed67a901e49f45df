"""Relevance: the labelled set holds its floor, the hard cases are told apart, profiles are checked, the commands answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from archive.database import open_database
from bench import labels
from crawler.cli import main
from crawler.config import ConfigError
from crawler.topic import expand, headline, judge, read_profile
from tests.test_nightly import jianxun

PROFILE = read_profile()
SET = labels.rows(labels.RELEVANCE)
TOPICS = "检测 计量 认证 认可 标准 监督抽查 特种设备 资质 竞赛 开放日 处罚 政策 产业集群 招标".split()  # noqa: SIM905
SMALL = """
threshold = 1.0
against = ["体检"]
ignore = ["检测到"]
[[topic]]
name = "检测"
core = ["检验检测"]
strong = ["(产品|食品)检测"]
medium = ["检测"]
"""


def test_the_labelled_set_is_large_half_negative_and_split_by_topic() -> None:
    assert len(SET) >= 600
    assert 0.45 <= sum(row["relevant"] for row in SET) / len(SET) <= 0.55
    groups = {part: {row["group"] for row in SET if row["part"] == part} for part in ("tuning", "test")}
    assert not groups["tuning"] & groups["test"]
    assert len({row["title"] for row in SET}) == len(SET)


def test_relevance_on_the_test_part_holds_its_floor() -> None:
    made = labels.relevance("test")
    assert made.figures["precision"] >= 0.97, made.missed["precision"]
    assert made.figures["recall"] >= 0.95, made.missed["recall"]


@pytest.mark.parametrize(
    "text",
    [
        "全员核酸检测今日启动\n市民凭身份证到就近点位采样，24小时内出结果。",
        "入职体检要注意什么\n医生提醒抽血前空腹八小时。",
        "期末考试成绩公布\n数学检测卷难度适中，班主任逐题讲评。",
        "网络安全检测工具曝出漏洞\n黑客可借此绕过防火墙。",
        "短跑名将兴奋剂检测呈阳性\n运动员将被禁赛两年。",
        "台网检测到海域发生5.6级地震\n震源深度10公里。",
        "年度旗舰手机评测\n续航和影像表现最好的是哪一款。",
        "标准间一晚涨到八百\n酒店称客房供不应求。",
        "平台清理违规认证账号\n主播须重新实名认证。",
        "小说：质检员的春天\n女主在纺织厂当质检员，第三章与男主相遇。",
    ],
)
def test_words_of_the_trade_in_another_one_are_off_topic(text: str) -> None:
    title, _, body = text.partition("\n")
    assert not judge(title, body, PROFILE).relevant


@pytest.mark.parametrize(
    "title",
    [
        "全省加强检查力度",
        "教授时隔十年回国",
        "设计量超出预期",
        "案件移送检察机关",
        "交通标志更新",
        "每天平均步行一公里",
        "集团标志焕新",
        "停车场车位紧张",
    ],
)
def test_a_word_of_the_trade_made_of_two_others_is_none(title: str) -> None:
    said = judge(title, "", PROFILE)
    assert said.score < 0.5, said


def test_words_that_end_where_one_of_the_trade_begins_do_not_hide_it() -> None:
    assert judge("加强检验检测机构监管", "", PROFILE).words[0].startswith("检验检测")
    assert "特检" in judge("市场监管部门移送特检院", "", PROFILE).words


@pytest.mark.parametrize(
    ("text", "opposed"),
    [
        ("国产检测仪器走进县级实验室", "产检"),
        ("气体检测仪送检校准", "体检"),
        ("海关减免检测费用", "免检"),
        ("上海试点碳计量", "海试"),
        ("认证新规全面试行", "面试"),
        ("计量中心理化室揭牌", "心理"),
        ("检查体系与质量检验", "查体"),
        ("化学分析实验室获认可", "学分"),
        ("样品应立即送检", "即送"),
        ("实验室验收评审", "收评"),
        ("平台风险监测与抽检", "台风"),
    ],
)
def test_an_opposed_word_made_of_two_others_is_none(text: str, opposed: str) -> None:
    assert opposed in PROFILE.words
    assert opposed not in judge(text, "", PROFILE).words
    assert headline(text, PROFILE) is None


@pytest.mark.parametrize("text", ["逐一检测所有乘客行李", "质检所有工序", "检验所谓隔空取物", "计量所得数据"])
def test_an_institution_made_of_two_other_words_is_none(text: str) -> None:
    assert not [word for word in judge(text, "", PROFILE).words if word.endswith("所")]


def test_one_word_of_the_trade_in_a_text_of_another_is_weighed_against_it() -> None:
    bus = "因道路施工，23路公交取消质检院、市一中两站，乘客可在人民医院站换乘。"
    assert not judge("公交23路临时改线", bus, PROFILE).relevant
    assert judge("公交23路临时改线", f"{bus}质检院检验检测样品。", PROFILE).relevant
    assert judge("市政府印发意见", "意见提出，支持检验检测认证机构国际化发展。", PROFILE).relevant  # nothing opposes it


def test_with_room_to_say_more_the_words_other_trades_use_too_are_not_enough() -> None:
    title, body = "司机资质复核", "管理员逐一核对，九名司机当天没有带齐文件。"
    assert judge(title, body, PROFILE).relevant  # a headline with hardly a body
    said = judge(title, body * 3, PROFILE)
    assert not said.relevant
    assert said.unsaid > 0
    assert "no core or strong word" in topic_test(f"{title}\n{body * 3}").stdout
    assert judge(title, f"{body * 3}检验检测机构", PROFILE).unsaid == 0
    assert judge(title, f"{body * 3}市场监管局", PROFILE).unsaid == 0  # who speaks for the trade


def test_an_activity_is_named_by_a_weak_word_of_the_headline() -> None:
    assert "招标" in judge("消防检测服务比选结果", "", PROFILE).topics
    assert "处罚" in judge("检测公司负责人获刑", "", PROFILE).topics


def test_what_nobody_of_the_trade_says_outweighs_the_name_of_a_testing_group() -> None:
    assert judge("净水器通过SGS检测", "", PROFILE).relevant
    assert not judge("净水器通过SGS检测", "活动价1999元，买一送一，全场包邮。", PROFILE).relevant


@pytest.mark.parametrize(
    "text",
    [
        "钢铁企业用上碳计量\n碳计量中心为高炉装上在线测量装置。",
        "政府工作报告全文摘登\n今年要抓好十件大事：修路、建校、稳就业，发展研发设计、检验检测、知识产权等服务业。",
        "一家检测集团递交招股书\n公司主营环境与食品检测，拟在北交所上市。",
        "2025年全國檢驗檢測機構開放日活動啟動\n重慶設分會場。",
    ],
)
def test_the_trade_is_found_where_it_is_not_obvious(text: str) -> None:
    title, _, body = text.partition("\n")
    said = judge(title, body, PROFILE)
    assert said.relevant
    assert said.topics


def test_the_shipped_profile_has_every_topic_and_each_can_be_the_main_one() -> None:
    assert list(PROFILE.topics) == TOPICS
    main = {judge(row["title"], row["body"], PROFILE).topics[:1] for row in SET if row["relevant"]}
    assert {topic for some in main for topic in some} == set(TOPICS)


def test_a_headline_is_certain_only_where_the_article_is_off_topic() -> None:
    refused = [row for row in SET if headline(row["title"], PROFILE) is False]
    assert refused
    assert [row["title"] for row in refused if row["relevant"]] == []
    assert headline("", PROFILE) is None
    assert headline("患者就医 医生建议检验检测", PROFILE) is None


def test_a_longer_word_does_not_hide_the_core_word_in_it(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(SMALL + 'weak = ["食品检验检测站"]\n', encoding="utf-8")
    assert judge("食品检验检测站", "", read_profile(path)).relevant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[topic]]\nname = '甲'\ncore = ['乙']", "two characters"),
        ("[[topic]]\nname = '甲'\ncroe = ['检测']", "did you mean 'core'?"),
        ("threshold = 0\n[[topic]]\nname = '甲'", "threshold"),
        ("[[topic]]\nname = '甲'\ncore = ['(检测']", "brackets"),
        ("against = '检测'\n[[topic]]\nname = '甲'", "list of words"),
        ("[[topic]]\nname = '甲'\nactivity = 1", "true and false"),
        ("[[topic]]\nname = '甲'\nauthority = '乙局'", "list of words"),
        ("threshold = 1", "topic: missing"),
        ("[[topic", "p.toml"),
    ],
)
def test_a_mistake_in_a_profile_names_file_key_and_what_is_allowed(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"p\.toml") as caught:
        read_profile(path)
    assert words in str(caught.value)


def test_a_pattern_stands_for_its_words() -> None:
    assert expand("(食品|药品)(检验|)所") == ["食品检验所", "食品所", "药品检验所", "药品所"]


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_has_a_score_and_only_relevant_ones_have_topics(title: str, body: str) -> None:
    said = judge(title, body, PROFILE)
    assert said.score >= 0
    assert said.relevant == (said.score >= PROFILE.threshold)
    assert bool(said.topics) <= said.relevant


def topic_test(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["topic", "test", *arguments])


def test_topic_test_explains_a_text_and_answers_a_batch_line_by_line(tmp_path: Path) -> None:
    done = topic_test("省计量院开展检定")
    assert done.exit_code == 0
    assert "relevant: score" in done.stdout
    assert "计量" in done.stdout
    path = tmp_path / "texts.jsonl"
    lines = [{"id": 7, "title": "检验检测机构开放日", "body": "计量院开放"}, {"id": "b", "title": "歌手开演唱会", "body": ""}]
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n[1]\n", encoding="utf-8")
    done = topic_test("--batch", str(path))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 2
    assert [(one["id"], one["relevant"]) for one in answers] == [(7, True), ("b", False), (None, False)]
    assert set(answers[0]) == {"id", "relevant", "score", "topics"}
    assert "line 3" in answers[2]["error"]


def test_a_batch_may_begin_with_a_byte_order_mark_and_says_which_lines_hold_no_text(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    lines = [
        {"id": 1, "title": "检验检测机构开放日", "body": None},
        {"id": 2, "title": 5, "body": []},
        {"id": 3, "title": "检验检测", "body": ["一", "二"]},
        {"id": 4},
        {"id": 5, "title": ""},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8-sig")
    done = topic_test("--batch", str(path))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 2
    assert [(one["id"], one["relevant"], "error" in one) for one in answers] == [
        (1, True, False), (2, False, True), (3, False, True), (4, False, True), (5, False, False),
    ]  # fmt: skip
    assert "title: found int; allowed is text" in answers[1]["error"]
    assert "body: found list" in answers[2]["error"]
    path.write_text("检验检测机构开放日\n计量院开放", encoding="utf-8-sig")
    assert topic_test(str(path)).stdout == topic_test("检验检测机构开放日\n计量院开放").stdout


def test_rescore_applies_a_changed_profile_and_deletes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    lines = [
        {"url": "http://a.invalid/1.html", "title": "检验检测机构开放日举行", "body": "检验检测机构向市民开放。" * 20, "published": "2025-05-20", "source": "甲报"},
        {"url": "http://a.invalid/2.html", "title": "体检中心搬迁", "body": "医院体检中心搬到新址，市民可预约。" * 20, "published": "2025-05-21", "source": "乙报"},
    ]  # fmt: skip
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert jianxun("import", str(tmp_path / "in.jsonl"), data=data).returncode == 0
    profile = tmp_path / "p.toml"
    profile.write_text('[[topic]]\nname = "医疗"\ncore = ["体检"]\n', encoding="utf-8")
    done = jianxun("topic", "rescore", "--profile", str(profile), data=data)
    assert done.returncode == 0, done.stderr
    assert "2 articles" in done.stdout
    conn = open_database(data)
    found = {row["url"][-6]: (row["topic"], row["score"] >= 1) for row in conn.execute("SELECT url, topic, score FROM articles")}
    conn.close()
    assert found == {"1": ("", False), "2": ("医疗", True)}
