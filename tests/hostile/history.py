"""A portal whose second visit brings something else."""

from __future__ import annotations

from tests.hostile.case import html, written
from tests.hostile.runs import Group
from tests.hostile.server import Answer, http
from tests.hostile.transfer import _gzip_bomb, cut, packed
from tests.hostile.verdicts import pages

EDIT = "更正:此前报道的数量有误,经核对,涉及的仪器应为四十二台,特此说明并向读者致歉。"
UNHARMED = ("unchanged", "not_modified")


def second(port: int) -> dict[str, tuple[Answer, tuple[str, ...]]]:
    """What an article that was good at the first visit answers at the second, and what must come of it."""
    walls = {case.name: case for case in pages()}

    def wall(name: str) -> tuple[Answer, tuple[str, ...]]:
        return walls[name].answer, walls[name].wanted

    def later(name: str) -> str:
        return html(f"second-{name}")

    garbled = later("garbled").encode("gb18030").decode("utf-8", "replace")
    return {
        "soft-404": wall("soft-404"), "login": wall("login"), "captcha": wall("captcha"), "firewall": wall("firewall"),
        "maintenance": wall("maintenance"), "parked": wall("parked"), "gambling": wall("gambling"), "navigation": wall("navigation"),
        "shell": wall("shell"), "off-topic": wall("off-topic"),
        "garbled": (http(200, garbled), ("bad_encoding",)),
        "empty": (http(200, ""), ("extract_empty",)),
        "white": (http(200, " \n" * 500), ("extract_empty",)),
        "404": (http(404, "gone"), ("gone",)), "410": (http(410, "gone"), ("gone",)),
        "403": (http(403, "no"), ("http_error",)), "500": (http(500, "oops"), ("http_error",)),
        "cut": (cut(http(200, later("cut"))[:-900]), ("truncated",)),
        "bomb": (packed("x", "gzip", _gzip_bomb(300)), ("too_large",)),
        "reset": (cut(b"", hard=True), ("connection",)),
        "moved-inside": (http(302, "", Location=f"http://127.0.0.1:{port}/case/x"), ("redirect",)),
        "moved-home": (http(302, "", Location="/list/"), ("redirect",)),
        "edit": (http(200, later("edit").replace("</div><div class=foot", f"<p>{EDIT}</p></div><div class=foot")), ("changed", *UNHARMED)),
        "edit-inside": (http(200, later("edit-inside").replace(written("second-edit-inside").paragraphs[2], EDIT)), ("changed",)),
        "half": (http(200, later("half").replace("".join(f"<p>{p}</p>\n" for p in written("second-half").paragraphs[:4]), "")),
                 ("changed", "not_article", *UNHARMED)),
        "counter": (http(200, later("counter").replace("来源:本机日报", "来源:本机日报 阅读:4711")), UNHARMED),
        "same": (http(200, later("same")), UNHARMED),
        "other-chrome": (http(200, later("other-chrome").replace("版权所有 本机门户", "版权所有 新门户 京ICP备1号")), UNHARMED),
    }  # fmt: skip


def portal() -> Group:
    """Its source, at the first visit: everything is good."""
    from tests.hostile.case import Case

    group = Group("history", [Case(f"second-{name}", http(200, html(f"second-{name}")), ("stored",)) for name in second(1)])
    group.start()
    return group


def worsen(group: Group, port: int) -> None:
    """The second visit."""
    for name, (answer, _) in second(port).items():
        group.server.answers[f"/case/second-{name}"] = answer
