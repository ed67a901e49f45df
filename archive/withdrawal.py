"""When a page says that its article is gone: withdrawn, deleted, under review. What such a page says never replaces a text.

An article about withdrawals says more than that, and says it of something else: papers, products, standards.
"""

from __future__ import annotations

import re

from archive.folding import fold, to_simplified

LONGEST = 400  # characters of a statement
SHORTER = 0.6  # of the former text, from which a text that says "this one" may be a statement
OPENING = 3  # sentences, one of which says so

THINGS = "(?:文章|稿件|内容|信息|新闻稿?|资讯|消息|报道|页面|网页|帖子|贴子|链接|图文|推文|作品|动态|文档|资源)"
THIS = rf"(?:本|该|此|这|原|当前)(?:篇|条|则|个|份)?(?:{THINGS}{{1,2}}|文|稿|帖)"
SUBJECT = rf"(?:(?:您|你)(?:所|想要|想|要|正在|当前)?(?:访问|查看|浏览|阅读|查找|寻找|找|请求|打开)的)?(?:{THIS}|{THINGS}{{1,2}})"
REASON = r"(?:原?因[为是]?|由于|经|应|根据|依据|依照|按照?|鉴于|涉嫌|违反)[^已被]{1,30}?"
ADVERBS = r"(?>已经|业已|目前|现在|暂时|可能|临时|永久|全部|主动|自行|于[\d年月日]{3,11}|已|被|现|均|都|遭|由|予以|予|作|做)"
ACTOR = (
    "(?:原?(?:作者|发布者|发布人|发布方|投稿人|用户|编辑部?|小编|管理员|平台|网站|我们|本[站网报刊]|系统|媒体|来源方|版权[方人]))"
)
REMOVED = "(?:撤[稿回下除销掉]?|申请撤稿|下架|下线|删除|删掉|屏蔽|移除|隐藏|关闭|封禁|清理)(?:发布|处理|状态)?"
DONE = rf"(?:{ADVERBS}{{1,4}}{ACTOR}?{ADVERBS}{{0,2}}{REMOVED}了?|{REMOVED}了)"
NOT = (
    r"(?:已经?)?(?:不存在|失效|过期|走丢|丢失|不见|找不到)了?"
    r"|(?:暂时?|目前|现在?|已经?|均)?(?:无法|不能|不可|不再|不予|不宜|停止|暂停)(?:正常|继续|对外|公开|提供){0,2}"
    r"(?:查看|访问|显示|展示|浏览|打开|阅读|提供|发布|公开|传播)(?:正文|全文|原文|内容|本文|详情)?"
    r"|(?:仍|正|还|尚)?(?:在|处于)?审核(?:中|状态)|正在审核|待审核"
    r"|(?:尚|还|暂)?(?:未|没有)(?:能)?通过(?:审核|审批|审查)|涉?嫌?违规|涉嫌(?:侵权|违法|抄袭)|被(?:多人)?(?:投诉|举报)"
)
STATE = rf"(?:{DONE}|{NOT})"
STATED = rf"(?:{REASON})?{STATE}(?:(?:或者?|或是|并且?|且|和|、|/)(?:{REASON})?(?:{STATE}|{REMOVED})){{0,2}}"
# 该文已撤稿; 本稿撤回; 编辑部已撤回此文
GONE = re.compile(rf"{SUBJECT}{STATED}|{THIS}(?:{REASON})?撤[稿回下]|{ACTOR}{ADVERBS}{{1,3}}{REMOVED}了?{THIS}")
OF_THIS = re.compile(rf"{SUBJECT}(?:{REASON})?")
MORE = re.compile(STATED)
COURTESY = re.compile(
    r"(?:非常|很|十分|深表|真诚)?(?:抱歉|对不起|遗憾|歉意)|您好|尊敬的.{1,8}|亲爱的.{1,8}|(?:敬)?请?您?(?:予以)?(?:谅解|理解|见谅|知悉|周知)"
    r"|(?:由此|因此)?(?:给|对|为)?(?:您|各位|大家|广大|读者|用户|网友|作者)*(?:带来|造成)的?(?:诸多)?不便.{0,14}"
    r"|特此(?:声明|说明|公告|通知|告知|致歉)|(?:并|谨|在此)*向.{1,16}(?:致歉|道歉)|(?:谢谢|感谢).{0,14}|返回.{0,6}|回到.{0,6}"
    r"|请?(?:您)?(?:返回|查看|浏览|访问|关注|联系|阅读|点击|稍后).{0,16}|请勿.{2,8}|\d{1,3}秒后.{0,16}|如[有需].{1,30}"
    r"|(?:温馨|系统|友情|特别|重要)?(?:提示|公告|说明)|(?:编辑部|本[站网报刊])?(?:撤稿|撤回|更正)(?:声明|说明|启事|通知|公告)?"
    rf"|(?:编辑部|本[站网报刊])?(?:声明|启事|通知)|retracted|withdrawn|{REASON}",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[，。；！？!?,;:：…\s【】\[\]()（）~～|｜]+")

SELF = re.compile(
    r"(?:本|该|此|这篇|原)(?:篇)?(?:文章|稿件|报道|文|稿)(?![件字本化])|本(?:条|则)?(?:新闻|消息|信息|内容)|(?:该|此|这)(?:篇|条|则)(?:新闻|消息)"
)
OURS = re.compile(
    r"本(?:站|网|报|刊|社|台|平台|公众号|客户端).{0,40}(?:刊发|刊登|刊载|发布|发表|推送|转载|登载).{0,70}(?:一文|一稿|文章|稿件|报道|消息|新闻)"
)
WITHDRAWN = re.compile(
    r"(?:现|已|特此|决定|予以|故|作|做|兹|主动|立即|被|即日起|申请).{0,8}?(?:撤稿|撤回|撤下|撤除|删除|下架)|(?:撤稿|撤回|撤下|删除|下架)(?:处理|该文|此文|本文|该稿|此稿)"
)
SENTENCE = re.compile(r"[。！？!?\n]+")
NAMED = re.compile(r"《(.{2,120}?)》(?!.{0,3}》)")


def says_gone(text: str) -> bool:
    """Whether a text is nothing but a statement that this page's article is gone, with its reason and an apology."""
    if len(text) > LONGEST // 2:
        return False
    named = stated = False
    for clause in filter(None, CLAUSE.split(to_simplified(text))):
        gone, more = bool(GONE.fullmatch(clause)), bool(MORE.fullmatch(clause))
        of_this = gone or bool(OF_THIS.fullmatch(clause))
        if not (of_this or more or COURTESY.fullmatch(clause)):
            return False
        named, stated = named or of_this, stated or gone or more
    return named and stated


def withdraws(title: str, body: str) -> str:
    """The sentence of a short text with which it withdraws the article of that title; '' where it does not."""
    if len(body) > LONGEST:
        return ""
    wanted = fold(title)
    for sentence in _sentences(body)[:OPENING]:
        if WITHDRAWN.search(sentence) and any(fold(name) == wanted for name in NAMED.findall(sentence)):
            return sentence
    return ""


def withdrawn(title: str, old: str, new: str) -> str:
    """What a text says that now stands in the place of an article, where that is its withdrawal; '' for an edit."""
    if len(new) > LONGEST:
        return ""
    if says_gone(new):
        return new
    known = fold(old)
    sentences = _sentences(new)
    kept = sum(len(sentence) for sentence in sentences if fold(sentence) in known)
    if 2 * kept >= sum(map(len, sentences)):
        return ""
    shorter = len(new) < SHORTER * len(old)
    for sentence in sentences[:OPENING]:
        of_this = OURS.search(sentence) or (shorter and SELF.search(sentence))
        if of_this and WITHDRAWN.search(sentence) and fold(sentence) not in known:
            return sentence
    return withdraws(title, new)


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in SENTENCE.split(to_simplified(text)) if sentence.strip()]
