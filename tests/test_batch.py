import json

import pytest
from click.testing import CliRunner

from bench.measure import own_cases
from crawler import batch
from crawler.commands.extract import extract as command

CASES = [case for case in own_cases() if case.name in ("gov-trs", "people-2016", "no-soft-404")]
KEYS = ["id", "title", "body", "published", "source", "author", "editor", "original_source", "original_title", "rejected"]


def run(*arguments, **options):
    return CliRunner().invoke(command, [str(item) for item in arguments], **options)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("batch")
    (folder / "near.html").write_bytes(CASES[0].path.read_bytes())
    entries = [{"id": case.name, "path": str(case.path), "url": case.url} for case in CASES]
    lines = [json.dumps(entry) for entry in entries]
    lines += [
        '{"id": 1, "path": "near.html"}',
        "",
        "no json",
        '{"id": 2, "path": "missing.html"}',
        '{"id": 3}',
        '{"id": 4, "path": "."}',
    ]
    lines += ['{"id": 5, "path": "near.html", "url": null}']
    manifest = folder / "manifest.jsonl"
    manifest.write_text("\n".join(lines), encoding="utf-8-sig")
    done = run("--batch", manifest)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_a_batch_answers_every_line_in_order_with_every_key(answers):
    assert [answer["id"] for answer in answers] == [*(case.name for case in CASES), 1, None, 2, 3, 4, 5]
    assert all(list(answer) == KEYS for answer in answers)


def test_a_batch_says_why_there_is_no_article(answers):
    said = {str(answer["id"]): answer["rejected"] for answer in answers}
    assert said["gov-trs"] is None
    assert said["no-soft-404"] == "soft_404"
    assert (said["None"], said["3"]) == (batch.BAD_LINE, batch.BAD_LINE)
    assert (said["2"], said["4"]) == (batch.UNREADABLE, batch.UNREADABLE)


def test_a_page_over_its_time_ends_and_the_next_one_is_read(tmp_path, monkeypatch):
    # no page is known that takes the five seconds: a heavy one meets a shorter bound
    (tmp_path / "heavy.html").write_text("<html><body>" + ("<p>" + "、" * 380 + "</p>") * 10_000, encoding="utf-8")
    near = CASES[0].path
    monkeypatch.setattr(batch, "SECONDS", 1.0)
    entries = [batch.Entry(number, path) for number, path in enumerate([near, tmp_path / "heavy.html", near])]
    before, heavy, after = batch.extract_all(entries, processes=1)
    assert heavy["rejected"] == "extract_timeout"
    assert before["body"] == after["body"] is not None


def test_a_batch_finds_paths_beside_the_manifest(answers):
    assert answers[3]["body"] == answers[0]["body"]


def test_a_person_sees_the_article_and_what_was_cut():
    case = next(case for case in CASES if case.name == "people-2016")
    shown = run("--explain", "--url", case.url, case.path)
    assert shown.exit_code == 0
    assert "江州再添国家级质检中心" in shown.output
    assert "cut: editor" in shown.output
    assert "read as gb18030" in shown.output


def test_a_program_gets_one_object():
    told = json.loads(run("--json", "--explain", CASES[0].path).output)
    assert list(told)[: len(KEYS)] == KEYS
    assert told["rejected"] is None
    assert any(cut["reason"] == "head of another list" for cut in told["cut"])


def test_no_article_is_exit_status_1_with_the_reason():
    shown = run(next(case.path for case in CASES if case.rejected))
    assert shown.exit_code == 1
    assert shown.output.startswith("no article: soft_404 (")


def test_a_page_comes_from_standard_input_too():
    shown = run("--json", "-", input=CASES[0].path.read_bytes())
    assert json.loads(shown.output)["title"] == "江州市开展世界计量日主题宣传活动"


def test_wrong_usage_says_what_is_right(tmp_path):
    assert run().exit_code == 2
    assert "--batch" in run().output
    assert run(tmp_path / "none.html").exit_code == 2
    assert run("--batch", tmp_path / "none.jsonl").exit_code == 2
