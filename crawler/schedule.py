"""The same nightly run under APScheduler, cron or systemd: once for each date of the configured time zone."""

from __future__ import annotations

import logging
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from archive.database import DATABASE, connect_read_only
from crawler.config import Config

log = logging.getLogger(__name__)


def keep_schedule(config: Config, directory: Path, flags: Sequence[str] = ()) -> None:
    """Runs `nightly` every day at the configured time until interrupted; first the latest one, if it was missed.

    Each run is a process of its own, so that a run that dies takes nothing with it. What has run is known from the archive,
    not from a job store: two schedulers, a restart or a clock set back do not run a date twice.
    """
    from apscheduler.schedulers.blocking import BlockingScheduler
    from apscheduler.triggers.cron import CronTrigger

    zone = ZoneInfo(config.timezone)
    hour, minute = map(int, config.time.split(":"))
    scheduler = BlockingScheduler(timezone=zone)
    scheduler.add_job(
        lambda: run_for(latest_day(config, datetime.now(zone)), config, directory, flags),
        CronTrigger(hour=hour, minute=minute, timezone=zone),
        next_run_time=datetime.now(zone),  # what was missed while we were down is due now
        misfire_grace_time=None,  # the default of one second would skip a run on a busy machine
        coalesce=True,
        max_instances=1,
    )
    log.info("nightly runs at %s %s; the archive is %s", config.time, config.timezone, directory)
    try:
        scheduler.start()
    except (KeyboardInterrupt, SystemExit):
        log.info("stopped")


def latest_day(config: Config, moment: datetime) -> date:
    """The date of the latest run that was due at a moment: yesterday's before the hour, else today's."""
    hour, minute = map(int, config.time.split(":"))
    due = moment.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (moment if moment >= due else moment - timedelta(days=1)).date()


def has_run(directory: Path, day: date) -> bool:
    """Whether a run for that date has ended, with whatever exit status; a killed one has not."""
    if not (directory / DATABASE).exists():
        return False
    conn = connect_read_only(directory)
    try:
        found = conn.execute("SELECT 1 FROM runs WHERE day = ? AND exit_status IS NOT NULL", (day.isoformat(),)).fetchone()
    finally:
        conn.close()
    return found is not None


def run_for(day: date, config: Config, directory: Path, flags: Sequence[str] = ()) -> int | None:
    """Runs `nightly` for a date in a process of its own; its exit status, or None when the date has had its run."""
    if has_run(directory, day):
        log.info("the run for %s has already ended", day)
        return None
    status = subprocess.run(_command(config, directory, "--day", day.isoformat(), *flags), check=False).returncode
    log.info("the run for %s ended with exit status %d", day, status)
    return status


def crontab_line(config: Config, directory: Path) -> str:
    """A line for crontab(5) that runs at the configured time and keeps what the run says."""
    hour, minute = map(int, config.time.split(":"))
    log_file = shlex.quote(str(directory.absolute() / "nightly.log"))
    line = f"cd {shlex.quote(str(Path.cwd()))} && {shlex.join(_command(config, directory))} >> {log_file} 2>&1"
    # cron ends a command at a bare %
    return f"CRON_TZ={config.timezone}\n{minute} {hour} * * * {line.replace('%', chr(92) + '%')}"


def systemd_units(config: Config, directory: Path) -> str:
    """A service and a timer; `Persistent` catches up one missed run."""
    return f"""# /etc/systemd/system/jianxun.service
[Unit]
Description=jianxun nightly crawl
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={str(Path.cwd()).replace("%", "%%")}
ExecStart={" ".join(_unit_word(word).replace("$", "$$") for word in _command(config, directory))}
SuccessExitStatus=1
NoNewPrivileges=true
PrivateTmp=true
ProtectSystem=strict
ReadWritePaths={_unit_word(str(directory.absolute()))}

# /etc/systemd/system/jianxun.timer
[Unit]
Description=jianxun every night

[Timer]
OnCalendar=*-*-* {config.time}:00 {config.timezone}
Persistent=true

[Install]
WantedBy=timers.target
"""


def _unit_word(text: str) -> str:
    """One word as systemd reads it in a list: % stands for itself when doubled, and a place may have blanks in its name."""
    text = text.replace("%", "%%")
    if re.fullmatch(r"[^\s\"'\\]+", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _command(config: Config, directory: Path, *more: str) -> list[str]:
    configured = ["--config", str(config.path.absolute())] if config.path else []
    return [sys.executable, "-m", "crawler", "nightly", *configured, "--data", str(directory.absolute()), *more]
