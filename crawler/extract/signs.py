"""The words of pages that are no articles: error pages, walls, challenges, parked and hijacked sites, shells of applications."""

from __future__ import annotations

import re

from archive.records import Outcome
from crawler.extract.words import any_of

PAGE = any_of("页面 頁面 网页 網頁 文章 内容 信息 新闻 稿件 地址 资源 文件 链接 帖子 栏目 文档 页")
GONE = any_of(
    """不存在 找不到 未找到 没找到 没有找到 无法找到 被?删除 下线 失效 过期 走丢 丢失 迷路 飞走 移除 无法访问 无法显示
    不見了 不见了"""
)
SIGNS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        Outcome.SOFT_404,
        re.compile(
            rf"{PAGE}(?:可能)?(?:已经?|已被|被|暂时|並|并)?{GONE}|"
            + any_of(
                r"""(?:找不到|没有找到|未找到|無法找到|无法找到).{0,14}(?:页面|頁面|网页|文章|内容|资源|文件|信息)
                (?:不存在|已删除|已下线|已失效)的(?:页面|文章|内容|信息) 404\s{0,3}(?:错误|Not\sFound|页面|error|-|_|\|)
                Page\sNot\sFound Object\snot\sfound 抱歉.{0,14}(?:找不到|不存在|不见|出错|删除)
                您(?:访问|要找|查看|请求|浏览)的.{0,14}(?:不存在|找不到|已被|已经|不见)"""
            ),
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.CAPTCHA,
        re.compile(
            any_of(
                r"""[请請]先?(?:输入|輸入|填写|完成).{0,10}(?:验证|驗證) 验证码.{0,8}(?:继续|访问|不能为空)
                (?:拖动|滑动|拖拽|点击).{0,8}(?:滑块|完成验证|进行验证) 人机验证 安全验证 机器人验证
                verify\s(?:that\s)?you\sare\s(?:a\s)?human not\sa\srobot captcha"""
            ),
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.ANTI_BOT,
        re.compile(
            any_of(
                r"""访问(?:过于|太|次数过于)?频繁 请求(?:过于|太)频繁
                (?:访问|请求|操作).{0,8}(?:被拦截|被拒绝|被阻断|已被禁止|受限|异常) 拒绝访问 禁止访问
                (?:网站|应用|云)防火墙 \bWAF\b 异常(?:流量|访问)
                请先?(?:开启|启用|打开|允许).{0,6}(?:JavaScript|JS\b|Cookie) Enable\sJavaScript Just\sa\smoment
                Checking\syour\sbrowser Access\sDenied 403\sForbidden 正在(?:检查|验证|检测)您?的?浏览器
                浏览器安全?(?:检查|检测) Request\sBlocked 网络环境存在异常 Attention\sRequired"""
            ),
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.LOGIN_WALL,
        re.compile(
            any_of(
                r"""(?:请|請|需要?|必须)您?(?:先|首先)?(?:注册)?(?:登录|登錄|登陆|登入)(?:后|後|才|再|之后|以后|您的账|系统|$|[，。！])
                (?:登录|登錄|登陆)[后後](?:才?(?:能|可以?)|即可|查看|继续|阅读|访问) 尚未登录 未登录或 会话已?(?:过期|超时)
                登录已?(?:过期|超时) 用户登录 统一身份认证 账号登录 扫码登录"""
            ),
            re.MULTILINE,
        ),
    ),
    (
        Outcome.MAINTENANCE,
        re.compile(
            any_of(
                r"""(?:系统|網站|网站|站点|服务器|页面|平台|本站)(?:正在|正处于|处于|目前|现在|进行|暂停)?.{0,8}(?:维护|維護|升级|改版|建设中|调试|割接|整改|迁移)
                暂停(?:服务|访问|开放) (?:维护|升级)(?:中|公告) 敬请(?:期待|谅解) 建设中 网站已关闭 站点已?(?:暂停|关闭)
                Under\s(?:construction|maintenance) Service\sUnavailable Bad\sGateway Gateway\sTime-?out
                服务器(?:内部)?错误 Internal\sServer\sError"""
            ),
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.PARKED,
        re.compile(
            any_of(
                r"""域名(?:出售|转让|交易|停放|可转让|正在出售|到期|已过期|过期)
                [该此本]域名.{0,14}(?:出售|转让|过期|到期|未绑定|未备案|没有绑定|停靠)
                domain\s(?:name\s)?(?:is|may\sbe)\sfor\ssale Buy\sthis\sdomain parked\s(?:free|domain) Welcome\sto\snginx
                Apache2?\s.{0,20}(?:Default|Test)\sPage It\sworks! IIS\s(?:Windows|[78]) 恭喜.{0,6}站点创建成功
                没有找到站点 未(?:绑定|找到)[此该]?(?:域名|站点) (?:网站|您访问的网站)(?:未备案|尚未备案|已停止解析)"""
            ),
            re.IGNORECASE,
        ),
    ),
)
PAYWALL = re.compile(
    any_of(
        r"""(?:本文|本篇|此文|该文|全文|以下内容|剩余|余下).{0,14}(?:付费|订阅|会员|VIP|专享)(?:后|内容|专享|可见|阅读|可读|才能|可查看)?
        (?:开通|成为|加入|购买|订阅).{0,10}(?:会员|VIP|通行证).{0,10}(?:阅读|查看|解锁|继续|全文)
        (?:付费|订阅|购买)后.{0,6}(?:阅读|查看|可读|继续) 试读已?结束 解锁(?:全文|剩余)
        剩余.{0,6}%.{0,10}(?:付费|未读|订阅|会员) 仅?限(?:会员|付费用户|订阅用户).{0,6}(?:阅读|查看)"""
    )
)
SPAM = re.compile(
    any_of(
        r"""娱乐城 娱乐平台 娱乐官网 彩票(?:网|平台|官网|注册) 博彩(?:网|平台|公司) 百家乐 老虎机 时时彩 六合彩 北京赛车
        快三 真人(?:荷官|视讯|娱乐) 棋牌(?:官网|平台|娱乐|下载) 葡京 威尼斯人 太阳城 金沙(?:娱乐|官网|国际) 送彩金 首存
        返水 开户送 体育(?:投注|博彩|app) 足球(?:投注|竞猜平台) 电子游艺 捕鱼(?:平台|官网) 伟德 亚博 乐鱼 米兰体育 bob体育
        必威 万博 AG真人 澳门(?:新葡京|银河|永利) pg电子 成人(?:视频|影片|电影) 无码 av(?:在线|网站) 一级片 国产精品
        久久(?:精品|综合) 裸聊 约炮 迷药 催情"""
    ),
    re.IGNORECASE,
)
CHALLENGE = re.compile(
    r"__jsl_clearance|_cf_chl|cf-browser-verification|\$_ts\s{0,3}=|acw_sc__v2|_waf_|safeline|yunsuo_session|"
    r"document\.cookie\s{0,3}=\s{0,3}['\"]?\w{1,30}=.{0,200}location",
    re.DOTALL,
)
SHELL = re.compile(
    r"<(?:div|main|section)[^>]{0,100}\bid\s{0,3}=\s{0,3}[\"']?(?:app|root|__next|__nuxt|main-app|container)\b", re.IGNORECASE
)
PASSWORD = re.compile(r"type\s{0,3}=\s{0,3}[\"']?password", re.IGNORECASE)
