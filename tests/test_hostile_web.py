"""The hostile web, crawled in a few runs: every case is as wanted, nothing inside was reached, nothing grew."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive.integrity import verify
from tests.conftest import BROWSERS
from tests.hostile import history, parsing, reach, rendered, sites, transfer, verdicts
from tests.hostile.case import Case, good, list_page, written
from tests.hostile.runs import HASTY, Crawled, Group, crawl, judge, judge_site
from tests.hostile.server import inside

ABOVE_ORDINARY = 300  # MB
# of the main process and of a worker that read ordinary pages; a page of 10 MB is held a few times on its way
ORDINARY = {"main": 120, "worker": 120}


def groups(port: int) -> list[Group]:
    return [
        Group("bombs", transfer.bombs()),
        Group("cuts", transfer.cuts()),
        Group("broken", transfer.broken()),
        Group("statuses", transfer.statuses()),
        *(Group(name, [case]) for name, case in transfer.postponing().items()),
        Group("redirects", reach.redirects(port)),
        Group("links", reach.links(port)),
        Group("shapes", parsing.shapes()),
        Group("characters", parsing.characters()),
        Group("charsets", parsing.charsets()),
        Group("verdicts", verdicts.pages()),
    ]


def portals(port: int) -> list[sites.Site]:
    return [*sites.robots(port), *sites.lists(port), *sites.traps()]


def waiting(port: int) -> list[Group | sites.Site]:
    """Those that have their crawler wait, in a run of their own beside the others, with tighter bounds on time."""
    pages = [Group("rendered", rendered.pages(port), keys={"javascript": True})] if any(map(shutil.which, BROWSERS)) else []
    return [Group("slow", transfer.slow()), *pages, sites.unanswered()]


@dataclass
class Web:
    """What the two runs over everything came to."""

    crawled: Crawled
    waited: Crawled
    wrong: list[str]
    hits: list[str]
    port: int
    slow: list[Group | sites.Site]

    def about(self, name: str) -> list[str]:
        return [line for line in self.wrong if line.startswith(f"{name}:")]


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    with inside() as (port, hits):
        cases, hostile = groups(port), portals(port)
        slow = waiting(port)
        for portal in [*cases, *hostile, *slow]:
            portal.start()
        with ThreadPoolExecutor() as runs:
            beside = runs.submit(crawl, tmp_path_factory.mktemp("slow"), slow, config=HASTY)
            crawled = crawl(tmp_path_factory.mktemp("web"), [*cases, *hostile])
            waited = beside.result()
        wrong = [line for portal in [*cases, *hostile] for line in judged(crawled, portal)]
        wrong += [line for portal in slow for line in judged(waited, portal)]
        yield Web(crawled, waited, wrong, hits, port, slow)
        for portal in [*cases, *hostile, *slow]:
            portal.server.stop()


def judged(crawled: Crawled, portal: Group | sites.Site) -> list[str]:
    return judge(crawled, portal) if isinstance(portal, Group) else judge_site(crawled, portal)


pytestmark = pytest.mark.timeout(240)


@pytest.mark.parametrize(
    "name", [f"{group.name}/{case.name}" for group in [*groups(1), Group("slow", transfer.slow())] for case in group.cases]
)
def test_a_case_comes_to_what_is_wanted(web: Web, name: str) -> None:
    assert web.about(name) == []


@pytest.mark.parametrize("name", [site.name for site in [*portals(1), sites.unanswered()]])
def test_a_portal_comes_to_what_is_wanted(web: Web, name: str) -> None:
    assert web.about(name) == []


def test_nothing_inside_was_reached(web: Web) -> None:
    assert web.hits == []
    for address, wanted in reach.rows_wanted(web.port).items():
        told = web.crawled.outcomes(address)
        assert told, address
        assert told[-1][0] in wanted, address


def test_no_page_took_more_memory_than_it_may(web: Web) -> None:
    for process, most in [*web.crawled.most_memory.items(), *web.waited.most_memory.items()]:
        if process == "browser":
            continue  # what it may have, and that it is ended beyond, tests/test_browser.py tells
        assert most <= ORDINARY[process] + ABOVE_ORDINARY, f"{process}: {most} MB"


def test_every_request_has_an_outcome_and_the_counts_agree(web: Web) -> None:
    for crawled in (web.crawled, web.waited):
        assert crawled.rows("SELECT count(*) FROM fetches WHERE outcome IS NULL OR run_id IS NULL") == [(0,)]
        assert (
            crawled.rows(
                "SELECT r.source FROM run_sources r WHERE r.fetched <> (SELECT count(*) FROM fetches f WHERE f.run_id = r.run_id"
                " AND f.source = r.source AND f.elapsed_ms IS NOT NULL)"
            )
            == []
        )
        assert crawled.status == 1, "some of the portals cannot be read at all"
        assert "Traceback" not in crawled.output
        assert "extract_crash" not in {row[0] for row in crawled.rows("SELECT DISTINCT outcome FROM fetches")}


def test_a_host_that_serves_walls_raises_an_alarm(web: Web) -> None:
    assert "verdicts: ALARM:" in web.crawled.output.replace("verdicts:  ALARM", "verdicts: ALARM")
    message = str(web.crawled.rows("SELECT message FROM run_sources WHERE source = 'verdicts'")[0][0])
    assert "soft_404 3" in message
    assert "ALARM" not in str(web.crawled.rows("SELECT message FROM run_sources WHERE source = 'characters'")[0][0])


def test_the_archive_is_sound_afterwards(web: Web) -> None:
    assert list(verify(web.crawled.data)) == []
    assert list(verify(web.waited.data)) == []


def test_a_second_visit_never_harms_a_good_article(tmp_path: Path) -> None:
    with inside() as (port, hits):
        group = history.portal()
        assert judge(crawl(tmp_path, [group]), group) == []
        texts = "SELECT url, title, body FROM articles ORDER BY url"
        first = {row[0]: row[1:] for row in crawl(tmp_path, [group]).rows(texts)}
        history.worsen(group, port)
        again = crawl(tmp_path, [group], "--full")
        after = {row[0]: row[1:] for row in again.rows(texts)}
        group.server.stop()
    wrong = []
    for name, (_, wanted) in history.second(port).items():
        address = f"{group.server.url}/case/second-{name}"
        last = again.outcomes(address)[-1]
        if last[0] not in wanted:
            wrong.append(f"{name}: {last} instead of {wanted}")
        if last[0] != "changed" and after[address] != first[address]:
            wrong.append(f"{name}: its text is another one")
        versions = again.rows(
            "SELECT v.title, v.body FROM versions v JOIN articles a ON a.id = v.article_id WHERE a.url = ? ORDER BY number",
            address,
        )
        if last[0] == "changed" and (not versions or versions[0] != first[address]):
            wrong.append(f"{name}: its first text is lost")
    assert wrong == []
    assert hits == []
    assert "ALARM" in again.output
    assert again.status == 1


@pytest.mark.parametrize("name", [case.name for case in rendered.pages(1)])
def test_a_browser_meets_the_same_web(web: Web, chromium: str, name: str) -> None:
    assert web.about(f"rendered/{name}") == []


def test_a_browser_reaches_nothing_inside_and_remembers_nothing(web: Web, chromium: str) -> None:
    [group] = [one for one in web.slow if isinstance(one, Group) and one.name == "rendered"]
    assert len(group.server.requests) > len(group.cases)
    assert web.hits == []
    assert all("cookie" not in one.headers for one in group.server.requests), "each page has a browser without memory"


def test_certificates_are_verified_and_an_exception_is_shown(tmp_path: Path) -> None:
    from tests.test_nightly import jianxun

    context = self_signed(tmp_path)
    portals = [Group(name, [Case("secret", good("secret"), wanted)], keys=keys) for name, wanted, keys in (
        ("strict", ("no row",), {}), ("trusting", ("stored",), {"insecure": True}),
    )]  # fmt: skip
    for group in portals:
        group.server.tls = context
        group.start()
    crawled = crawl(tmp_path, portals)
    plain = Group("plain", [])
    plain.server.answers["/list/"] = list_page([("/case/x", written("x").title)])
    assert [line for group in portals for line in judge(crawled, group)] == []
    assert crawled.outcomes(f"{portals[0].server.url}/list/")[-1][0] == "tls"
    status = jianxun("status", data=crawled.data)
    lines = [line for line in status.stdout.splitlines() if "certificates not verified" in line]
    assert len(lines) == 1
    assert lines[0].startswith("trusting")
    for group in portals:
        group.server.stop()


def self_signed(directory: Path) -> ssl.SSLContext:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "portal.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    file = directory / "certificate.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
