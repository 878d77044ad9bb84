"""Tell whether words are a plan: something that someone will still reach or do.

In:  a sentence (folded, without spaces) and the range of the words in question.
Out: why they are none, "" where they may be one.

What governs words is the nearest cue before them in their segment: a wish or a day to come makes
a plan (年底前|完成), a time that is over or a word of completion makes a fact (截至8月底|完成). An
annual target that is told with how much of it is done stays a target (已完成年度计划的61%).
"""

import re

from briefing.grounding import english_cues, timing
from briefing.grounding.asserting import HEARSAY, WANTED, not_after
from briefing.grounding.reading import Reading, Sentence

_WELL = ("超额", "圆满", "成功", "顺利", "如期", "提前[^,;。]{0,6}?")
_DONE = re.compile(
    r"已(?<!业已)(?!经?(?:知|定于|设定|敲定|锚定|(?:建|开工|签约|入库|投产|批|供|完工|落户|审批|出让)[\u4e00-\u9fff]{0,2}(?:的|项目|企业|用地|小区|设施)))经?|累计(?!到)|先后(?<!不先后)(?<!最先后)|截至|目前(?<![项题]目前)(?!起)|以来|以后来|此前|近日|日前(?<!\d日前)|昨[天日]|往年|"
    + "|".join(
        not_after("确保 力争 努力 争取 务必 必须 保证 要 将", word[:2])
        + f"{word[2:]}(?:完成|建成|实现|达)"
        for word in _WELL
    )
    + "|实际(?=完成|新增|开工|建成|到[位资账]|达|支|投[入产]|执|竣|签)|正在(?!谋)"
)
_PERFECT = re.compile(r"了(?<![为除]了)(?![解然却])")
_STILL = re.compile(r"余下|剩下|剩余|其余|还差|还需|尚需|打算|准备|限|预计|下个?月|首期|确定")
_TASK = re.compile(
    r"(?:完成|占|达|超|快于|低于|高于|实现|控制)[^,;。]{0,16}(?:目标|任务|计划|预算(?!支出|收入)|进度|指标)|任务|目标|计划|指标|招标"
)
_SUPPOSED = re.compile(r"如果|倘若|假如|要是|一旦|是否|若(?=[^干])")
_TROUBLES = re.compile(r"(?:问题|困难|短板|不足|差距)$")
_ASKED = re.compile(
    r"(?<!吸纳)(?<!采纳)(?<!听取)(?<!根据)(?<!结合)(?:代表|委员|专家|市民|群众|网友|居民|业主|家长|学者|[先女][生士])们?(?:纷纷|还|也)?(?:建议|呼吁|提议|提出|希望|期盼|盼望|认为)[,:]?(?:能够?|可以|应当?|将)?$"
)
_CAUSED = re.compile(r"(?:因|由于|受)[^,;。:]{1,16}$")
_DENIED = re.compile(
    r"(?:未能|没有|从未|并未|尚未|未曾|不曾|未|否认|无意)(?:如期|按期|按时|再|要|会|能|予|准|承诺|计划|打算|考虑|准备|同意|提出|要求|答应|明确|决定)*过?$"
)
_NOT_YET = re.compile(r"没有|并未|尚未|未(?!来|[启开完达整]\w{1,12}(?:务必|必须|要|须|将|限))")
_REFUSED = re.compile(
    r"(?:不再|不得|不许|不准|禁止|严禁|停止|取消|不|未|没有|尚未|并未|无需|不必|拒绝|反对|否认)(?:要|会|能|予|准)?$"
)
_STATED = re.compile(
    r"同比|环比|两年平均|同期相比|[比较](?:上|去|前)年|[比较](?:上月|年初|全[国省市])|[比较][^,;。]{1,8}?(?:收窄|扩大|回落|加快)|由[^,;。]{1,20}[到至](?=[\d零百千万一二三四五六七八九十])|"
    r"占[^,;。]{1,16}的\d|不相称|已[达超有]|(?:居|列|排|名列)(?:全|第|首|末)|排名第|year[- ]on[- ]year"
)
"""What is only said of facts, where no wish stands before it: comparisons, shares, ranks."""

_TO_COME = re.compile(r"(?:将|拟|预计|计划)[于在]?$")
_CAN = re.compile(r"前?(?:将|可(?=[试投竣完建开通交入启]))")
_HAN = re.compile("[\u4e00-\u9fff]")
_GOES_ON = re.compile(
    r"[,;。!?…:\"'、()\[\]{}<>《》.\-—/ ]|等|的|之|以|并|和|及|与|为|后|时|目标|任务|工作|计划|方面|问题|情况|活动|现象|进行|予以|加以|$"
)
"""What may stand right after copied words that are whole: a mark, or a word that joins or sums up."""


def no_plan(reading: Reading, sentence: Sentence, start: int, end: int) -> str:
    """Return why text[start:end] of the sentence is nothing that someone will reach or do."""
    text = sentence.text
    first = max(text.rfind(mark, 0, start) for mark in "。!?;") + 1
    if text.count('"', first, start) % 2:
        first = text.rfind('"', first, start) + 1
    lead, words = text[first:start], text[start:end]
    clause = lead[max(lead.rfind(","), lead.rfind(":")) + 1 :]
    if _TROUBLES.search(reading.section(sentence)) and not WANTED.search(text, first, end):
        return f"it stands under {reading.section(sentence)}"
    if asked := _ASKED.search(lead):
        return f"{asked[0]!r} only asks for it"
    if supposed := _SUPPOSED.search(lead) or HEARSAY.search(lead):
        return f"{supposed[0]!r} only supposes it"
    task = _TASK.search(words)
    denied = _DENIED.search(clause) or _NOT_YET.match(words)
    if denied and not task:
        return f"{denied[0]!r} denies it"
    if caused := _CAUSED.search(clause):
        return f"{caused[0]!r} tells why it happened"
    if not _HAN.search(text):
        earlier = reading.before(sentence)
        if no_plan := english_cues.no_plan(text, start, end, earlier.text if earlier else ""):
            return no_plan
    if task:
        return ""
    done = _past(reading, sentence, first, start, end)
    return f"{done!r} says that it is done" if done else ""


def _past(reading: Reading, sentence: Sentence, first: int, start: int, end: int) -> str:
    """Return the word or time by which text[start:end] is over, "" where a plan governs it."""
    text = sentence.text
    cues = [(found.start(), "") for found in WANTED.finditer(text, first, end)]
    cues += [(found.start(), "") for found in _STILL.finditer(text, first, end)]
    topic = max(first, text.rfind(":", first, start) + 1)
    clause = max(topic, text.rfind(",", first, start) + 1)
    for form, begin in ((_PERFECT, clause), (_DONE, topic)):
        for found in form.finditer(text, begin, end):
            if found.start() < start + 8 and not _still_wished(text, found, cues):
                cues.append((found.start(), found[0]))
    for mention in sentence.mentions:
        if first <= mention.start < end and not text.startswith("提前", mention.start - 1):
            over = timing.is_over(reading, sentence, mention)
            if over and (
                _TO_COME.search(text, max(0, mention.start - 4), mention.start)
                or _CAN.match(text, mention.end)
            ):
                over = False  # 将于|第三季推出, 8月份|可投产: that of the year to come
            if over is not None and (mention.start < start + 2 or not over):
                cues.append((mention.start, mention.raw if over else ""))
    wished = any(not cue for _, cue in cues) or _of_goals(reading, sentence)
    if not wished and text.startswith((",已", ",现已"), end):
        return text[end + 1 : end + 3]
    if not wished:
        stop = _SEGMENT_END.search(text, end)
        if stated := _STATED.search(text, first, stop.start() if stop else len(text)):
            return stated[0]
    if not cues and text.startswith("其中") and (before := reading.before(sentence)):
        return _past(reading, before, 0, len(before.text) - 1, len(before.text))
    return max(cues)[1] if cues else ""


def _of_goals(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list that 目标是: opens, whose items 比上年增长10% tell no past."""
    for _ in range(_MOST_ITEMS):
        if _GOALS.search(sentence.text):
            return True
        earlier = reading.before(sentence)
        if earlier is None or not earlier.text.endswith((";", ":")):
            return False
        sentence = earlier
    return False


_MOST_ITEMS = 24
_GOALS = re.compile(r"目标(?:任务)?(?:是|为|:)")


def _still_wished(text: str, found: re.Match[str], cues: list[tuple[int, str]]) -> bool:
    """Tell whether a wish of its clause governs how something is done: 确保上半年|圆满实现."""
    well = any(found[0].startswith(word[:2]) for word in _WELL)
    clause = max(text.rfind(mark, 0, found.start()) for mark in ",;:。")
    return well and any(clause < place < found.start() for place, cue in cues if not cue)


_SEGMENT_END = re.compile("[。;!?]")


def refused_action(text: str, start: int) -> str:
    """Return the negation right before an action, else "" (不再|新增化工项目)."""
    denied = _REFUSED.search(text[max(0, start - 6) : start])
    return denied[0] if denied else ""


def cut_short(text: str, end: int) -> str:
    """Return the word that text[..end] breaks off in (完成3座水库|除险加固), "" where it is whole."""
    if _GOES_ON.match(text, end) or text[end - 1 : end].isascii():
        return ""
    return text[max(0, end - 4) : end + 4]
