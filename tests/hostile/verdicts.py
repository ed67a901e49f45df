"""Pages that answer 200 and are no articles."""

from __future__ import annotations

from tests.hostile.case import Case, html, written
from tests.hostile.server import http


def _bare(title: str, *lines: str, head: str = "") -> bytes:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return http(
        200, f"<html><head><title>{title}</title>{head}</head><body><div class=main><h1>{title}</h1>{text}</div></body></html>"
    )


def pages() -> list[Case]:
    """Walls, error pages, shells, advertising."""
    links = "".join(f"<li><a href='/column/{n}/'>{written(f'c{n}').title}</a></li>" for n in range(40))
    games = "".join(f"<p>百家乐 老虎机 时时彩 六合彩 真人荷官 送彩金 第{n}期 首存返水 开户送</p>" for n in range(30))
    return [
        Case("soft-404", _bare("页面不存在", "抱歉,您访问的页面不存在或已被删除。"), ("soft_404",)),
        Case("soft-404-english", _bare("404 Not Found", "The requested URL was not found on this server."), ("soft_404",)),
        Case("soft-404-deleted", _bare("提示信息", "该文章已被删除或者正在审核中"), ("soft_404",)),
        Case("login", _bare("用户登录", "请先登录后查看全文", head="<script>x</script>"), ("login_wall",)),
        Case("login-form", http(200, "<html><title>系统</title><body><form><input name=u><input type=password></form></body></html>"),
             ("login_wall", "not_article", "extract_empty")),
        Case("paywall", _bare("检测机构年度报告", "2026年检测行业稳步发展,多家机构公布了结果。", "本文为付费内容,订阅后阅读全文"),
             ("paywall", "not_article")),
        Case("captcha", _bare("安全验证", "请输入验证码继续访问"), ("captcha",)),
        Case("slider", _bare("验证", "请拖动滑块完成验证"), ("captcha",)),
        Case("too-often", _bare("提示", "您的访问过于频繁,请稍后再试"), ("anti_bot",)),
        Case("firewall", _bare("网站防火墙", "您的请求带有不合法参数,已被网站管理员设置拦截"), ("anti_bot",)),
        Case("challenge", http(200, "<html><script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script></html>"),
             ("anti_bot",)),
        Case("challenge-521", http(521, "<script>document.cookie='__jsl_clearance=1'</script>"), ("http_error", "anti_bot")),
        Case("challenge-412", http(412, "<script>$_ts={}</script>"), ("http_error", "anti_bot")),
        Case("maintenance", _bare("系统维护", "网站正在维护升级,敬请期待"), ("maintenance",)),
        Case("parked", _bare("portal.example", "该域名正在出售 Buy this domain"), ("parked",)),
        Case("nginx", _bare("Welcome to nginx!", "If you see this page, the nginx web server is successfully installed."), ("parked",)),
        Case("gambling", http(200, f"<html><head><title>百家乐_老虎机_时时彩官网</title></head><body><h1>娱乐城</h1>{games}</body></html>"), ("spam",)),
        Case("gambling-inside", http(200, html("gambling-inside", body=games)), ("spam",)),
        Case("bare-title", _bare("某区计量院完成年度检定"), ("not_article", "extract_empty")),
        Case("navigation", http(200, f"<html><title>导航</title><body><ul>{links}</ul></body></html>"), ("not_article",)),
        Case("shell", http(200, "<html><title>门户</title><body><div id=app></div><script src=/a.js></script></body></html>"),
             ("not_article", "extract_empty")),
        Case("frameset", http(200, "<html><frameset><frame src='http://127.0.0.1/'></frameset></html>"), ("not_article", "extract_empty")),
        Case("off-topic", _bare("村里的画展", *(f"一位画家在海岛住了半年,把第{n}艘渔船和礁石画进四十幅画里,露天展吸引了许多游客前来观看。"
             for n in "一二三四五六")), ("off_topic",)),
        Case("json-page", http(200, '{"code": 404, "msg": "not found"}', "application/json"), ("not_article", "extract_empty")),
        Case("server-error-200", _bare("服务器错误", "Internal Server Error"), ("maintenance", "not_article", "soft_404")),
    ]  # fmt: skip
