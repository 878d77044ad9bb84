"""Why something was skipped, in words for people, in Chinese or English.

Stages give a reason as a code (`index_page`) or as an English phrase with particulars. `say` turns
both into a sentence of the reader's language; what it does not know it returns as it is.
"""

import re
from typing import Literal

_CODES = {
    "empty": ("空文件或没有文字", "it is empty or holds no text"),
    "binary": ("不是文字，无法解读", "it is no text"),
    "unknown_format": ("不认识的文件格式", "a file format that is not known"),
    "undecodable": ("字符编码无法识别", "its encoding cannot be recognised"),
    "index_page": ("目录或列表页，没有文章", "a list of links, not an article"),
    "error_page": ("网页报错，没有文章", "an error page, not an article"),
    "login_wall": ("登录后才能阅读，没有正文", "a login page without the article"),
    "paywall": ("付费内容预览，没有全文", "a preview of a paid article"),
    "shop_page": ("商品页面，不是文章", "a shop page, not an article"),
    "fiction": ("小说章节，不是新闻", "a chapter of a novel"),
    "recipe": ("菜谱，不是新闻", "a recipe"),
    "template": ("范文模板，数字和名字是空着的", "a sample document with its figures left blank"),
    "chat": ("聊天记录，不是文章", "a chat, not an article"),
    "no_article": ("没有找到文章正文", "no article was found on it"),
    "needs_ocr": (
        "扫描件或没有文字层，需要先做文字识别",
        "a scan without a text layer: run OCR first",
    ),
    "needs_render": (
        "正文由脚本生成，请在浏览器中另存后再用",
        "its text is made by a script: save it from a browser",
    ),
    "encrypted": ("文件已加密", "it is encrypted"),
    "damaged": ("文件已损坏", "it is damaged"),
}
_PHRASES = (
    (r"larger than ([\d,]+) bytes", r"文件大于\1字节"),
    (r"not a page: (\S*) files are not read(.*)", r"不是网页或文稿，不读\1文件\2"),
    (r"files that are no pages: (.+)", r"不是网页或文稿的文件：\1"),
    (r"(\.\w+) files cannot be read: save it as (.+)", r"\1文件无法读取，请另存为\2"),
    (r"no such file or folder", "没有这个文件或文件夹"),
    (r"no file matches this pattern", "没有符合的文件"),
    (r"neither a file nor a folder", "既不是文件也不是文件夹"),
    (r"Permission denied", "没有读取权限"),
    (r"No such file or directory", "文件不存在"),
    (r"the same text as (.+), counted once", r"与\1文字相同，只计一次"),
    (r"no date of publication or event that has a year", "没有带年份的发布日期或事件日期"),
    (r"no date of publication or event that has a year(.*); give one with (.+)", r"没有带年份的发布日期或事件日期\1；可用 \2 指定"),
    (r"a date is given for it, but it is not among the pages", "给了日期，但材料中没有这个文件"),
    (r"reading it ended the process that read it(.*)", "文件损坏或有害，读取进程因此中断"),
    (r"no answer of the model could be used: (.+)", r"模型的答复都无法使用：{}"),
    (r"no summary of the model could be used: (.+)", r"模型写的综述都无法使用：{}"),
    (r"the model's summary ran into the length limit", r"模型写的综述超过长度限制"),
    (r'the answer is not \{"sentences": .*', r"答复不是要求的格式"),
    (r"`sentences` is not a list .*", r"答复的句数不对"),
    (r"a sentence is no text or too long", r"有一句过长或不是文字"),
    (r"two slots stand side by side: (.+)", r"两项之间没有连接：\1"),
    (r"(.+) is not a plain linking word: (.+)", r"“\1”不是连接词：\2"),
    (r"a sentence has no slot: (.+)", r"有一句没有引用任何一项：\1"),
    (r"there is no slot (.+)", r"没有\1这一项"),
    (r"the model's answer about .+ does not fit, even in parts", r"模型的答复放不下，分段询问也不行"),
    (r"the answer is empty", r"答复为空"),
    (r"there is no JSON object", r"答复里没有JSON"),
    (r"the JSON object breaks off before its end", r"答复中途断开"),
    (r"the server's content filter held the answer back", r"服务方的内容审查没有放行"),
    (r"the next call could pass the limit of (.+)", r"再问一次可能超过限额\1"),
    (r"(.+); (\d+) tries in a row failed", r"{}，连续失败\2次"),
    (r"(.+) \((\d+) tries\)", r"{}，试了\2次"),
    (r"(\S+) answered (\d+): (.+)", r"\1返回错误\2：\3"),
    (r"(\S+) did not answer within (\S+) s", r"\1在\2秒内没有答复"),
    (r"nothing listens at (\S+)", r"\1没有服务在运行"),
    (r"no connection to (\S+): (.+)", r"连不上\1：\2"),
    (r"(\S+) does not accept the key \(401\): (.+)", r"\1不接受密钥：\2"),
    (r"(\S+) refused the request \((\d+)\): (.+)", r"\1拒绝了请求（\2）：\3"),
    (r"the account at (\S+) has no credit left: (.+)", r"\1的账户余额不足：\2"),
    (r"(\S+) has no model '(.+)', or the address is wrong \((\d+)\): (.+)", r"\1没有模型\2，或地址有误（\3）：\4"),
    (r"(\S+) asks to wait (\d+) s", r"\1要求等待\2秒"),
    (r"a bug in the cleaner \((.+)\); please report the page", r"清洗程序出错（\1），请报告这个网页"),
)  # fmt: skip


def say(reason: str, lang: Literal["zh", "en"]) -> str:
    """Return the reason in the reader's language."""
    if reason in _CODES:
        return _CODES[reason][lang == "en"]
    if lang == "zh":
        for pattern, words in _PHRASES:
            if match := re.fullmatch(pattern, reason, re.DOTALL):
                said = match.expand(words)  # {} stands for a reason inside the reason
                return said.replace("{}", say(match.group(1), lang), 1) if "{}" in words else said
    return reason
