"""Once for each date, whatever happens to the scheduler."""

from __future__ import annotations

import os
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from archive import runs
from archive.store import Store
from crawler.cli import main
from crawler.config import Config
from crawler.schedule import crontab_line, has_run, latest_day, run_for, systemd_units
from tests.portal_site import PortalSite
from tests.test_nightly import Portal, rows

SHANGHAI = ZoneInfo("Asia/Shanghai")
ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 2, 1, 59, tzinfo=SHANGHAI), date(2026, 3, 1)),
        (datetime(2026, 3, 2, 2, 0, tzinfo=SHANGHAI), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 23, 59, tzinfo=SHANGHAI), date(2026, 3, 2)),
        (datetime(2026, 1, 1, 0, 30, tzinfo=SHANGHAI), date(2025, 12, 31)),
    ],
)
def test_the_latest_run_that_was_due(moment: datetime, day: date) -> None:
    assert latest_day(Config(), moment) == day


@pytest.mark.parametrize("command", ["crontab", "systemd"])
def test_a_place_that_cannot_be_written_is_told_before_a_line_is_printed(command: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(main, [command, "--data", str(tmp_path / "file" / "data")])
    assert result.exit_code == 5, (result.output, result.exception)
    assert f"{tmp_path / 'file' / 'data'}: cannot be written (Not a directory); --data DIR names another place" in result.output
    assert "nightly" not in result.output


def test_daylight_saving_neither_skips_nor_doubles_a_date() -> None:
    zone = ZoneInfo("America/New_York")
    config = Config(timezone="America/New_York", time="02:30")
    days = [latest_day(config, datetime(2026, 3, 8, hour, 45, tzinfo=zone)) for hour in (0, 1, 3, 4)]
    assert days == [date(2026, 3, 7), date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 8)]
    again = [latest_day(config, datetime(2026, 11, 1, 1, 45, fold=fold, tzinfo=zone)) for fold in (0, 1)]
    assert again == [date(2026, 10, 31)] * 2


def test_a_date_whose_run_ended_is_not_run_again_and_a_killed_one_is(tmp_path: Path) -> None:
    day = date(2026, 3, 1)
    assert not has_run(tmp_path, day)
    store = Store.open(tmp_path)
    run_id = runs.begin(store, "nightly", "test", day.isoformat())
    assert not has_run(tmp_path, day), "begun, then killed"
    runs.end(store, run_id, 1)
    store.close()
    assert has_run(tmp_path, day)
    assert run_for(day, Config(), tmp_path) is None


@pytest.mark.parametrize("signals", [1, 2])
def test_a_run_that_a_signal_stopped_says_so_and_its_date_is_run_again(tmp_path: Path, signals: int) -> None:
    with PortalSite(articles=60).serving() as site:
        portal = Portal(site, tmp_path)
        portal.configure(delay=0.3)
        line = [sys.executable, "-m", "crawler", "nightly", *portal.flags(), "--day", "2026-03-01", "--data", str(portal.data)]
        process = subprocess.Popen(
            line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        deadline = time.monotonic() + 60
        while len(site.asked) < 6 and time.monotonic() < deadline:
            time.sleep(0.1)
        for _ in range(signals):
            os.killpg(process.pid, signal.SIGTERM)  # as systemd does: its worker processes get one, too
            time.sleep(0.3)
        try:
            output = process.communicate(timeout=60)[0]
        finally:
            process.kill()  # does nothing to one that has ended
    assert process.returncode == 1, output
    assert "interrupted" in output
    assert rows(portal.data, "SELECT note, exit_status FROM runs") == [("interrupted", None)]
    assert rows(portal.data, "SELECT ended FROM run_sources") == [("interrupted",)]
    assert rows(portal.data, "SELECT url, detail FROM fetches WHERE outcome = 'extract_crash'") == []
    assert not has_run(portal.data, date(2026, 3, 1))


def test_the_crontab_line_says_the_time_the_zone_and_the_command(tmp_path: Path) -> None:
    zone, line = crontab_line(Config(time="03:07"), tmp_path).splitlines()
    assert zone == "CRON_TZ=Asia/Shanghai"
    assert line.startswith("7 3 * * * cd ")
    assert "%" not in line, "cron reads it as a new line"
    words = shlex.split(line.split("&&")[1])
    assert words[1:4] == ["-m", "crawler", "nightly"]
    assert str(tmp_path) in words


def test_the_systemd_timer_catches_up(tmp_path: Path) -> None:
    units = systemd_units(Config(), tmp_path)
    assert "OnCalendar=*-*-* 02:00:00 Asia/Shanghai" in units
    assert "Persistent=true" in units


def test_a_systemd_unit_names_places_with_odd_names_as_systemd_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / '100% of "it" $HOME'
    odd.mkdir()
    monkeypatch.chdir(odd)
    units = dict(line.split("=", 1) for line in systemd_units(Config(), odd / "the data").splitlines() if "=" in line)
    written = str(odd).replace('"', '\\"').replace("%", "%%")
    assert units["ReadWritePaths"] == f'"{written}/the data"'
    assert units["WorkingDirectory"] == str(odd).replace("%", "%%"), "to the end of the line, as it is"
    assert units["ExecStart"].endswith(f' -m crawler nightly --data "{written}/the data"'.replace("$", "$$"))


def test_a_scheduler_catches_up_the_missed_run_once_and_a_restart_does_not_repeat_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for _ in range(2):
        command = [sys.executable, "-m", "crawler", "schedule", "--data", str(data), "--", "--replay", str(ROOT / "seeds")]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            deadline = time.monotonic() + 60
            while not ended_runs(data) and time.monotonic() < deadline:
                time.sleep(0.5)
            time.sleep(2)
        finally:
            process.send_signal(signal.SIGINT)
            output = process.communicate(timeout=20)[0]
        assert ended_runs(data) == 1, output


def ended_runs(data: Path) -> int:
    if not (data / "news.db").exists():
        return 0
    conn = sqlite3.connect(f"file:{data / 'news.db'}?mode=ro", uri=True, timeout=5)
    try:
        return int(conn.execute("SELECT count(*) FROM runs WHERE exit_status IS NOT NULL").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are being made
        return 0
    finally:
        conn.close()
