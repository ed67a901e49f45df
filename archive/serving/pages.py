"""The pages: each reads what it shows and hands it to its template."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import date, timedelta
from typing import Any

from datasette import Response

from archive.finding import FACETS, distinct
from archive.health import attention
from archive.query import day
from archive.serving import charts, frontpage, operation, reading, served, visits
from archive.serving.lists import Asked, find, pages_of
from archive.serving.security import SERVED
from archive.serving.site import Site, number, style, text
from archive.serving.wording import ROLES, china_today, moment
from archive.warc import WarcError, read_capture
from archive.watches import watches


class Pages:
    """All views that answer with a page."""

    def __init__(self, site: Site) -> None:
        self.site = site

    async def front(self, request: Any) -> Any:
        """首页."""
        by = "region" if request.args.get("by") == "region" else "topic"
        said = day(request.args.get("day") or "")
        today = china_today()

        def work(conn: sqlite3.Connection) -> dict[str, Any]:
            found = frontpage.front(conn, by, date.fromisoformat(said) if said else None, today)
            latest = frontpage.latest_day(conn, today)
            names = [one.name for one in watches(conn)]
            return {
                "found": found, "heading": frontpage.heading(found, today), "latest": latest, "days": frontpage.per_day(conn, latest),
                "saved": frontpage.saved(conn, visits.seen(request, names)), "remarks": attention(conn, today),
                "run": operation.last_night(conn), "names": reading.site_names(conn),
            }  # fmt: skip

        shown = await self.site.read(work)
        chart = charts.bars(shown.pop("days"), "每天的文章数", lambda one: self.site.url("/", day=one))
        return await self.site.page(
            request, "front", by=by, chart=chart, today=today, one_day=timedelta(days=1), label=frontpage.label, **shown,
            feed=self.site.url("/search.atom"), feed_title="检讯：全部文章", questions=await self.site.questions(request),
        )  # fmt: skip

    async def search(self, request: Any) -> Any:
        """检索."""
        return await self._list(request, self.site.asked(request))

    async def watch(self, request: Any) -> Any:
        """A saved search: its list, with what is new since the last visit, which this one becomes."""
        name = request.args.get("name") or ""
        one = await self.site.read(lambda conn: next((one for one in watches(conn) if one.name == name), None))
        if one is None:
            return await self.site.missing(request, f"没有名为「{name[:80]}」的关注。命令 jianxun watch list 会列出全部。")
        asked = self.site.asked(request)
        since = visits.seen(request, [name]).get(name)
        newest = await self.site.read(frontpage.newest_article)
        response = await self._list(request, Asked(one.query, page=asked.page), name, since)
        if asked.page == 1:
            visits.remember(request, response, name, newest)
        return response

    async def _list(self, request: Any, asked: Asked, watch: str = "", since: int | None = None) -> Any:
        results, names = await self.site.read(lambda conn: (find(conn, asked), reading.site_names(conn)))
        heading = watch or asked.title(names) or "全部文章"
        return await self.site.page(
            request, "search", asked=asked, results=results, names=names, pages=pages_of(results), fields=FACETS, heading=heading,
            watch=watch, since=since, feed_title=f"检讯：{heading}",
            feed=self.site.url("/watch.atom", name=watch) if watch else self.site.url("/search.atom", **asked.parameters),
        )  # fmt: skip

    async def story(self, request: Any) -> Any:
        """一篇稿件和它的转载."""
        compared = request.args.get("compare") or ""
        story_id = number(request, "id")

        def work(conn: sqlite3.Connection) -> tuple[reading.Story | None, dict[str, str]]:
            chosen = int(compared) if compared.isdecimal() and len(compared) < 18 else None
            return reading.story(conn, story_id, chosen), reading.site_names(conn)

        found, names = await self.site.read(work)
        if found is None:
            return await self.site.missing(request, "没有这篇稿件；更正之后，稿件的编号可能改变。")
        points = [
            (member["hours_after_first"], member["role"], f"{names.get(member['site'], member['site'])}　{moment(member['published'])}　"
             f"{ROLES.get(member['role'], member['role'])}")
            for member in found.chain if member["hours_after_first"] is not None
        ]  # fmt: skip
        return await self.site.page(
            request, "story", story=found, names=names, strip=charts.strip(points), members=reading.MEMBERS,
            pieces=reading.shortened(found.pieces), feed=self.site.url(f"/story/{story_id}.atom"), feed_title=f"检讯：{found.row['title']}",
        )  # fmt: skip

    async def article(self, request: Any) -> Any:
        """一篇文章."""
        version = request.args.get("version") or ""
        article_id = number(request, "id")

        def work(conn: sqlite3.Connection) -> tuple[reading.Reading | None, dict[str, str]]:
            chosen = int(version) if version.isdecimal() and len(version) < 9 else None
            return reading.article(conn, article_id, chosen), reading.site_names(conn)

        found, names = await self.site.read(work)
        if found is None:
            return await self.site.missing(request, "没有这篇文章。")
        return await self.site.page(request, "article", found=found, names=names, pieces=reading.shortened(found.pieces))

    async def capture(self, request: Any) -> Any:
        """一次抓取的记录, with the safe view of what was served in a frame."""
        article = request.args.get("article") or ""
        chosen = int(article) if article.isdecimal() and len(article) < 18 else None
        found = await self.site.read(reading.capture, number(request, "id"), chosen)
        if found is None:
            return await self.site.missing(request, "没有这次抓取的记录。")
        return await self.site.page(request, "capture", capture=found[0], article=found[1], id=number(request, "id"))

    async def served(self, request: Any) -> Any:
        """What was served, sanitised and sandboxed."""
        found = await self.site.read(reading.capture, number(request, "id"), None)
        if found is None:
            return await self.site.missing(request, "没有这次抓取的记录。")

        def page() -> str:
            try:
                content = read_capture(self.site.warcs, found[0]).content
            except (WarcError, OSError) as error:
                return served.message(f"读不到这份记录：{error}")
            return served.safe_page(content, found[0].content_type)

        headers = {"Content-Security-Policy": SERVED, "Cache-Control": "no-cache"}
        return Response.html(await asyncio.to_thread(page), headers=headers)

    async def source(self, request: Any) -> Any:
        """一个站点."""
        key, today = text(request, "key"), china_today()

        def work(conn: sqlite3.Connection) -> tuple[operation.Source | None, Any, Any]:
            latest = frontpage.latest_day(conn, today)
            remarks = [one for one in attention(conn, today) if one.source == key]
            return operation.source(conn, key), frontpage.per_day(conn, latest, site=key), remarks

        found, days, remarks = await self.site.read(work)
        if found is None:
            return await self.site.missing(request, f"没有名为「{key[:80]}」的站点。")
        chart = charts.bars(
            days,
            "这个站点每天的文章数",
            lambda one: self.site.url("/search", site=key, after=one, before=one + timedelta(days=1)),
        )
        return await self.site.page(
            request, "source", found=found, chart=chart, remarks=remarks, feed=self.site.url("/search.atom", site=key),
            feed_title=f"检讯：{found.row['name']}",
        )  # fmt: skip

    async def sources(self, request: Any) -> Any:
        """全部站点."""
        today = china_today()

        def work(conn: sqlite3.Connection) -> tuple[Any, Any]:
            return operation.sources(conn, frontpage.latest_day(conn, today)), attention(conn, today)

        listed, remarks = await self.site.read(work)
        return await self.site.page(request, "sources", sources=listed, remarks={one.source: one for one in remarks})

    async def runs(self, request: Any) -> Any:
        """全部运行."""
        listed = await self.site.read(operation.runs)
        return await self.site.page(request, "runs", runs=listed, feed=self.site.url("/runs.atom"), feed_title="检讯：运行记录")

    async def run(self, request: Any) -> Any:
        """一次运行."""

        def work(conn: sqlite3.Connection) -> tuple[operation.Run | None, dict[str, str]]:
            return operation.run(conn, number(request, "id")), reading.site_names(conn)

        found, names = await self.site.read(work)
        if found is None:
            return await self.site.missing(request, "没有这次运行。")
        return await self.site.page(request, "run", found=found, names=names)

    async def feeds(self, request: Any) -> Any:
        """可以订阅的一切."""

        def work(conn: sqlite3.Connection) -> tuple[list[str], list[str], Any, Any]:
            regions, topics = ([name for name in distinct(conn, "articles", column) if name] for column in ("region", "topic"))
            imported = {site: site for site in distinct(conn, "articles", "site")}
            return regions, topics, imported | reading.site_names(conn), watches(conn)

        regions, topics, names, saved = await self.site.read(work)
        return await self.site.page(request, "feeds", regions=regions, topics=topics, names=names, saved=saved)

    async def style(self, request: Any) -> Any:
        """A style sheet."""
        content = style(f"{request.url_vars['name']}.css")[0]
        return Response(content, headers={"Cache-Control": "max-age=86400"}, content_type="text/css; charset=utf-8")
