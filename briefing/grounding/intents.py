"""Prove targets, next steps and shortfalls: the words, the number in them, deadline and owner."""

import re

from briefing.facts.folding import squeeze
from briefing.grounding import deadlines, figures, lacking, planning, subjects
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import NextStep, Shortfall, Target, Verdict


def prove(
    reading: Reading, sentence: Sentence, claim: Target | NextStep | Shortfall
) -> Proof | Refused:
    """Look for `claim` in `sentence`."""
    words = claim.action if claim.kind == "next_step" else claim.what
    runs = locate(sentence, squeeze(words).strip("。;,"))
    if isinstance(runs, Refused):
        return runs
    mark = (runs[0][0], runs[-1][1])
    if negated := planning.refused_action(sentence.text, runs[0][0]):
        return Refused(Verdict.NOT_ASSERTED, f"{negated!r} stands before it", sentence, mark)
    if claim.kind == "shortfall":
        reason = lacking.no_shortfall(reading, sentence, *mark)
    else:
        reason = planning.no_plan(reading, sentence, *mark)
    if reason:
        return Refused(Verdict.NOT_ASSERTED, reason, sentence, mark)
    if cut := planning.cut_short(sentence.text, mark[1]):
        return Refused(Verdict.MISSING, f"it breaks off in {cut!r}", sentence, mark)
    proof = Proof(sentence, mark, list(runs))
    if claim.kind == "shortfall":
        return proof
    if claim.kind == "target" and (refused := _numbers(sentence, claim, mark, proof)):
        return refused
    if claim.deadline:
        late = deadlines.prove(reading, sentence, mark, claim.deadline, proof)
        if isinstance(late, Refused):
            return late
        proof.deadline = late
    if claim.owner:
        whose = _owner(reading, sentence, mark, squeeze(claim.owner))
        if isinstance(whose, Refused):
            return whose
        proof.pieces += whose
    return proof


def locate(sentence: Sentence, words: str) -> list[tuple[int, int]] | Refused:
    """Find `words` clause by clause, in order; no number of the sentence may be cut."""
    text = sentence.text
    found = text.find(words)
    if found >= 0 and words:
        runs = [(found, found + len(words))]
    else:
        runs = []
        place = 0
        parts = [part for part in re.split(r"[,;。、:()]", words) if part]
        for part in parts:
            found = text.find(part, place)
            if found < 0 or (len(part) < 4 and len(parts) == 1):
                return Refused(
                    Verdict.MISSING, f"{part[:30]!r} does not stand in the sentence", sentence
                )
            runs.append((found, found + len(part)))
            place = found + len(part)
    if not runs:
        return Refused(Verdict.MISSING, "nothing was copied", sentence)
    for start, end in runs:
        for sighting in sentence.sightings:
            if (
                sighting.start < end
                and sighting.end > start
                and not (start <= sighting.start and sighting.end <= end)
            ):
                return Refused(
                    Verdict.NUMBER_DIFFERS,
                    f"the article has {sighting.raw}",
                    sentence,
                    (sighting.start, sighting.end),
                )
        if _splits_number(text, start) or _splits_number(text, end):
            return Refused(Verdict.NUMBER_DIFFERS, "a number is cut", sentence, (start, end))
    return runs


def _splits_number(text: str, place: int) -> bool:
    return 0 < place < len(text) and bool(
        re.match(r"\d[\d%]|\d\.\d", text[place - 1 : place + 2])
        or re.match(r"\d\.\d", text[max(0, place - 2) : place + 1])
    )


def _numbers(
    sentence: Sentence, target: Target, mark: tuple[int, int], proof: Proof
) -> Refused | None:
    """Check the target's number and its completion; put the amount into `proof`."""
    for raw, is_goal in ((target.raw, True), (target.completion, False)):
        if not raw:
            continue
        if is_goal and not _COUNTS.search(raw) and squeeze(raw) in sentence.text[slice(*mark)]:
            continue  # 全部清零, double: words, which set no amount
        places = figures.locate(sentence, squeeze(raw))
        if isinstance(places, Refused):
            return places
        inside = [place for place in places if mark[0] <= place[0] and place[1] <= mark[1]]
        own = [s for s in sentence.sightings if mark[0] <= s.start and s.end <= mark[1]]
        if is_goal and own and not inside:
            return Refused(
                Verdict.NUMBER_DIFFERS, f"the target holds {own[0].raw}, not {raw}", sentence, mark
            )
        chosen = inside or [place for place in places if _adjacent(sentence, mark, place[2])]
        if not chosen:
            return Refused(Verdict.NUMBER_DIFFERS, f"{raw} belongs to other words", sentence, mark)
        start, end, index = chosen[0]
        sighting = sentence.sightings[index]
        if is_goal and _COMPLETED.search(sentence.text[mark[0] : sighting.start]):
            return Refused(Verdict.NOT_ASSERTED, f"{raw} is what is done of it", sentence, mark)
        proof.pieces.append((start, end))
        if is_goal:
            proof.amount = sighting.amount
    if proof.amount is None and target.raw is None:
        clause = max(mark[0], sentence.text.rfind(",", mark[0], mark[1] - 1) + 1)
        own = [s for s in sentence.sightings if clause <= s.start and s.end <= mark[1]]
        own = [s for s in own if not _SIZE.match(sentence.text, s.end)]
        own = [s for s in own if not sentence.text.startswith("超额", s.start - 2)]
        if len(own) == 1 and not _COMPLETED.search(sentence.text[mark[0] : own[0].start]):
            proof.amount = own[0].amount
    return None


_SIZE = re.compile(r"的(?!目标|任务|增速|增长|速度|水平|比例|要求)[\u4e00-\u9fff]{2}")
"""After an amount that tells the size of what is built: 日处理1万吨|的污水处理厂."""

_COMPLETED = re.compile(
    r"(?<!力争)(?<!确保)(?:完成|占|达到?|为)(?:了)?(?:全年|年度|年初|全部|本年|年|目标|任务|计划|序时|预算|调整)[^,;。]{0,10}的?[为达约近超过]*$"
)
"""Before a number that says how much of a task is done (完成年度目标的|71.7%)."""


_COUNTS = re.compile(r"[\d%一二三四五六七八九十百千万亿两双半倍番成过]")


def _adjacent(sentence: Sentence, mark: tuple[int, int], index: int) -> bool:
    """Tell whether no other amount stands between the words and sighting `index`."""
    sighting = sentence.sightings[index]
    low, high = min(mark[1], sighting.end), max(mark[0], sighting.start)
    between = sentence.text[low:high]
    others = [
        s for s in sentence.sightings if low <= s.start and s.end <= high and s is not sighting
    ]
    return not others and not re.search(r"[;。]", between)


def _owner(
    reading: Reading, sentence: Sentence, mark: tuple[int, int], owner: str
) -> list[tuple[int, int]] | Refused:
    """Return where the owner stands (nothing where it is inherited), or why it is not theirs."""
    text = sentence.text
    if saying := _SAYS.match(owner):
        return Refused(Verdict.OWNER_DIFFERS, f"{saying[0]} is who speaks", sentence, mark)
    found = subjects.before(text, mark[1], owner, subjects.known(reading, owner))
    if found and _FOLLOWED.match(text, found[1]):
        return Refused(Verdict.OWNER_DIFFERS, "its orders are followed", sentence, mark)
    if found and (helping := _HELPED.search(text[: found[0]])):
        return Refused(Verdict.OWNER_DIFFERS, f"it only helps ({helping[0]})", sentence, mark)
    if found and (led := _LED.match(text, found[1])) and text[: found[0]].endswith("由"):
        if doer := _other_doer(text, led.end(), mark[0]):
            return Refused(Verdict.OWNER_DIFFERS, f"{doer} is to do it", sentence, mark)
        return [found]
    asked = found is not None and text.endswith(("要求", "希望", "责成", "请"), 0, found[0])
    if found and not asked and (told := _DEMANDS.search(text, found[1], max(found[1], mark[0]))):
        return Refused(Verdict.OWNER_DIFFERS, f"it only demands it ({told[0]})", sentence, mark)
    if found:
        between = subjects.actor_between(text, found[1], mark[0], owner)
        if between and owner not in between:
            return Refused(Verdict.OWNER_DIFFERS, f"{between} stands nearer", sentence, mark)
        return [found]
    place = text.find(owner, mark[1])
    named = place + len(owner)
    if place >= 0 and (
        _BY.search(text, mark[1], place) or text.startswith(("负责", "牵头"), named)
    ):
        return [(place, named)]
    if _charged(reading, sentence, owner):
        return []
    actor = subjects.actor_between(text, 0, mark[0], owner)
    actor = actor or _own_doer(text, mark, owner)
    if actor and not (actor.startswith("该") and actor[-2:] == owner[-2:]):
        return Refused(Verdict.OWNER_DIFFERS, f"{actor} is to do it", sentence, mark)
    if _other_place(reading, sentence, owner):
        return Refused(
            Verdict.OWNER_DIFFERS, f"{owner} is not the place that speaks", sentence, mark
        )
    heard = subjects.inherited(reading, sentence, owner, acting=True)
    if heard and (heard != "title" or _heads(reading.titles, owner)):
        return []
    return Refused(Verdict.OWNER_DIFFERS, f"{owner} is not said of it", sentence, mark)


def _other_doer(text: str, led: int, start: int) -> str:
    """Return who stands before an action at `start` in a later clause than one who leads, "" for nobody."""
    clause = text.rfind(",", led, start) + 1
    before = _MANNER.sub("", text[clause:start]) if clause else ""
    return before if len(before) > 1 else ""


_MANNER = re.compile(
    r"(?:会同|联合|配合)[^,]*|\d{0,4}年?\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]|[今明本下]?[年月周季][内底末中]?|[底末初]?之?[前内]|(?:个?工作日|天)内|[并还再先后一在于到要将须应]|其中|同时|必须|务必|尽快|抓紧|立即|全面|全力|同步|逐[一个步]|负责|牵头|统筹|具体|[一-十\d]个"
)
"""Words of time and manner before an action, which tell of no doer."""


def _heads(titles: str, owner: str) -> bool:
    """Tell whether a title tells of `owner` itself: not of its officer, nor of whom another leads."""
    return any(
        not _OFFICER.match(titles, found.end())
        and _LED_IN.fullmatch(_HEADLINE.split(titles[: found.start()])[-1])
        for found in re.finditer(re.escape(owner), titles)
    )


_HEADLINE = re.compile(r"[,;:。!?|\s]")
_LED_IN = re.compile("(?:[\u4e00-\u9fff]{2,9}?[省市县区州旗镇乡村])*")
_OFFICER = re.compile("(?:党组|常务)?副?(?:主任|书记|[局部县市区镇乡]长|主席)")


def _other_place(reading: Reading, sentence: Sentence, owner: str) -> bool:
    """Tell whether 我区 speaks last in the paragraph and the owner is a place of another rank."""
    if owner[-1] not in "省市县区镇乡":
        return False
    told = "".join(one.text for one in reading.paragraph(sentence) if one.number <= sentence.number)
    ours = list(_OURS.finditer(told))
    return bool(ours) and owner[-1] != ours[-1][1] and owner not in told[ours[-1].end() :]


_OURS = re.compile(r"我([省市县区镇乡])(?=[将要还的继认按])")


def _own_doer(text: str, mark: tuple[int, int], owner: str) -> str:
    """Return who acts in the clause of an action, where that is not `owner`, else ""."""
    last = ""
    for form in (_WISHED, _DOER, _BUILT):
        for doer in form.finditer(text, 0, mark[1]):
            if doer.start() <= mark[0]:
                last = doer[1]
    return "" if last in owner or owner in last else last


_DOER = re.compile(
    r"(?:^|[,;:。])(?:[一二三四五六七八九十]{1,2}是)?(?!我们|我[市县区镇局]|各项|全面|全力)([\u4e00-\u9fff、]{0,24}?(?:[督专工]?[查作导]?组|专班|局|办|指挥部|部门|单位|公司|集团|社区|街道|[镇乡村]|政府|中心|负责人|负责同志|企业|学校|干部|领导))"
    r"(?=要|将|应当?|须|必须|定期|不定期|每|负责|牵头|安排|组织|开展|积极|主动|全力|立即|对(?!接)|按|加快|加强|逐)"
)
"""An office or its people before what they do."""

_BUILT = re.compile(
    r"(?:^|[,;:。])([^,;。:\d]{0,24}(?:项目|工程))(?:全部|全面)?(?:建成|投产|达产|投用|竣工)(?:投产|投用|运营)?(?:以|之)?后,?(?=将|可|预计)"
)
"""A project that will do it itself: 项目建成后|将引进…."""

_WISHED = re.compile(
    r"(?:希望|要求|责成|[今明后]年|将由),?((?:我[市县区镇])(?=还?[将要])|[\u4e00-\u9fff、]{2,24}(?:单位|企业|部门|书记|干部|同志|局|委|办|组|公司)(?=通过|要|将|,|能|切实|加快|按))"
)
"""Of whom a deed is wished, and our own place: 希望各施工单位,|…; 今年我市还将…"""

_DEMANDS = re.compile(
    r"(?:(?<![的关项各体准下些其等此列照业作量])要求(?![,、;。])|责成|督促|指示|希望|(?<!加)强调)(?!的|是)"
)
_FOLLOWED = re.compile(
    r"的?(?:统一|具体|有关|工作)?(?:要求|部署|决策|安排(?=[,;。部])|精神|节拍|步伐|指示)"
)
_SAYS = re.compile(r".{0,8}(?:强调|要求|指出|希望|责成|督促)(?!局|办)")
_LED = re.compile(r"(?:总?牵头|负责|主办|承办)")
_HELPED = re.compile(
    r"(?:会同|配合|协助|协同|指导|督促|帮助|监督)[^,;。:]{0,10}$|(?<![认作成])(?:紧跟|为了?|给|替|向|对)$"
)
_BY = re.compile(r"(?:由|责任单位:?|牵头单位:?|责任人:?)$")
_CHARGED = re.compile(r"(?:责任单位|牵头单位|责任部门|责任人)[:为]?")
_ITEM = re.compile(r"(?:\d{1,2}[.、)]|[(一二三四五六七八九十]{1,3}[、)]|[一二三四五六七八九十]是)")


def _charged(reading: Reading, sentence: Sentence, owner: str) -> bool:
    """Tell whether the item that holds `sentence` names `owner` as the one responsible."""
    for other in reading.paragraph(sentence):
        if other.number > sentence.number and _ITEM.match(other.text):
            return False
        charged = _CHARGED.search(other.text) if other.number >= sentence.number else None
        if charged:
            return owner in other.text[charged.end() :]
    return False
