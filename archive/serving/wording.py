"""The Chinese that pages, feeds and exports say: names of outcomes, roles and fields, and how moments and numbers are written."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from archive import query
from archive.workdays import CHINA

FIELDS = {
    "region": "地区",
    "topic": "主题",
    "site": "站点",
    "source": "来源",
    "month": "月份",
    "after": "起",
    "before": "止",
    "role": "关系",
}
ROLES = {**query.ROLES, "digest": "收入合集"}
KINDS = {
    "nightly": "夜间抓取",
    "add": "指定网址",
    "import": "导入",
    "reextract": "重新提取",
    "rescore": "重新评分",
    "rebuild": "重建",
}
STATUSES = {
    0: "全部正常", 1: "部分来源失败", 2: "用法或配置有误", 3: "一无所获", 4: "另一次运行正在进行", 5: "存档需要检查",
}  # fmt: skip
ENDINGS = {
    "finished": "完成",
    "interrupted": "中断",
    "deadline": "超过时限",
    "budget": "达到限额",
    "failed": "失败",
    "skipped": "跳过",
}
OUTCOMES = {
    "stored": "新文章", "duplicate": "新转载", "changed": "有改动", "unchanged": "无变化", "not_modified": "未修改（304）",
    "gone": "已下线", "listing": "列表页", "part": "分页", "redirect": "跳转", "robots_txt": "robots.txt",
    "off_topic": "不属本行业", "not_article": "不是文章", "soft_404": "假 404", "login_wall": "要求登录", "paywall": "付费墙",
    "captcha": "验证码", "anti_bot": "反爬页面", "maintenance": "维护中", "parked": "域名停放", "spam": "垃圾页面",
    "bad_encoding": "乱码", "extract_empty": "未提取到正文", "extract_timeout": "提取超时", "extract_crash": "提取崩溃",
    "bad_xml": "XML 有误", "http_error": "HTTP 错误", "too_large": "过大", "truncated": "传输不完整", "bad_http": "HTTP 格式有误",
    "timeout": "超时", "connection": "连接失败", "tls": "证书错误", "dns": "域名解析失败", "browser": "浏览器失败",
    "storage": "写入失败", "robots": "robots 禁止", "offsite": "站外", "blocked_address": "地址被拒", "bad_url": "网址有误",
    "reopened": "待重新抓取", "budget": "超出限额", "trap": "陷阱",
}  # fmt: skip
WEEKDAYS = "一二三四五六日"


def moment(text: str | None) -> str:
    """A stored moment as people write it, in China's time: 6月30日 14:05, with the year where it is another; '' for none."""
    if not text:
        return ""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text[:32]
    when = when if when.tzinfo is None else when.astimezone(CHINA)
    year = "" if when.year == china_today().year else f"{when.year}年"
    clock = f" {when:%H:%M}" if len(text) > 10 else ""
    return f"{year}{when.month}月{when.day}日{clock}"


def day_name(day: date) -> str:
    """6月30日 星期二."""
    return f"{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}"


def china_today() -> date:
    """Today's date in China."""
    return datetime.now(CHINA).date()


def delay(hours: float | None) -> str:
    """How long after the first source: 3 小时后, 2 天后; '' where it is not known."""
    if hours is None:
        return ""
    if abs(hours) < 1:
        minutes = round(abs(hours) * 60)
        return f"{minutes} 分钟{'后' if hours >= 0 else '前'}" if minutes else "同时"
    span = timedelta(hours=abs(hours))
    said = f"{span.days} 天" if span.days >= 2 else f"{round(abs(hours))} 小时"
    return said + ("后" if hours > 0 else "前")


def size(count: int | None) -> str:
    """Bytes as people read them: 1.9 MB."""
    value = float(count or 0)
    for unit in ("B", "KB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"


def web_address(url: str | None) -> str:
    """The URL where it is http or https, else '': nothing else may become a link."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return (url or "").strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else ""
