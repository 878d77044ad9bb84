"""Prove targets, next steps and shortfalls: the words, the number in them, deadline and owner."""

import re
from datetime import date

from briefing.facts import dates
from briefing.facts.folding import squeeze
from briefing.grounding import figures, lacking, planning, subjects
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import DateRange, NextStep, Shortfall, Target, Verdict


def prove(
    reading: Reading, sentence: Sentence, claim: Target | NextStep | Shortfall
) -> Proof | Refused:
    """Look for `claim` in `sentence`."""
    words = claim.action if isinstance(claim, NextStep) else claim.what
    runs = locate(sentence, squeeze(words).strip("。;,"))
    if isinstance(runs, Refused):
        return runs
    mark = (runs[0][0], runs[-1][1])
    if negated := planning.refused_action(sentence.text, runs[0][0]):
        return Refused(Verdict.NOT_ASSERTED, f"{negated!r} stands before it", sentence, mark)
    if isinstance(claim, Shortfall):
        reason = lacking.no_shortfall(reading, sentence, *mark)
    else:
        reason = planning.no_plan(reading, sentence, *mark)
    if reason:
        return Refused(Verdict.NOT_ASSERTED, reason, sentence, mark)
    if cut := planning.cut_short(sentence.text, mark[1]):
        return Refused(Verdict.MISSING, f"it breaks off in {cut!r}", sentence, mark)
    proof = Proof(sentence, mark, list(runs))
    if isinstance(claim, Shortfall):
        return proof
    if isinstance(claim, Target) and (refused := _numbers(sentence, claim, mark, proof)):
        return refused
    if claim.deadline:
        late = _deadline(reading, sentence, mark, claim.deadline, proof)
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
        if len(own) == 1 and not _COMPLETED.search(sentence.text[mark[0] : own[0].start]):
            proof.amount = own[0].amount
    return None


_SIZE = re.compile(r"的(?!目标|任务|增速|增长|速度|水平|比例|要求)[\u4e00-\u9fff]{2}")
"""After an amount that tells the size of what is built: 日处理1万吨|的污水处理厂."""

_COMPLETED = re.compile(
    r"(?<!力争)(?<!确保)(?:完成|占|达到?|为)(?:了)?(?:全年|年度|年初|全部|本年|年|目标|任务|计划|序时|预算|调整)[^,;。]{0,10}的?[为达约近超过]*$"
)
"""Before a number that says how much of a task is done (完成年度目标的|71.7%)."""


def _adjacent(sentence: Sentence, mark: tuple[int, int], index: int) -> bool:
    """Tell whether no other amount stands between the words and sighting `index`."""
    sighting = sentence.sightings[index]
    low, high = min(mark[1], sighting.end), max(mark[0], sighting.start)
    between = sentence.text[low:high]
    others = [
        s for s in sentence.sightings if low <= s.start and s.end <= high and s is not sighting
    ]
    return not others and not re.search(r"[;。]", between)


def _deadline(
    reading: Reading, sentence: Sentence, mark: tuple[int, int], deadline: str, proof: Proof
) -> DateRange | Refused | None:
    """Return the deadline's days, or why it is not the deadline of these words."""
    wanted = squeeze(deadline)
    text = sentence.text
    mentions = sentence.mentions
    inside = [m for m in mentions if mark[0] <= m.start < mark[1] and not _is_span(text, m)]
    fixed = [m for m in inside if m.raw != "全年"]
    before = [m for m in mentions if m.start < mark[0]]
    after = [m for m in mentions if m.start >= mark[1]]
    place = text.find(wanted)
    cut = [m for m in mentions if place < m.end and m.start < place + len(wanted)]
    if place >= 0 and cut and not any(_same_end(reading, m, wanted) for m in cut):
        return Refused(Verdict.DEADLINE_DIFFERS, f"the article says {cut[0].raw}", sentence, mark)
    if place >= 0 and (later := _AFTERWARDS.search(text, place + len(wanted), max(mark[0], place))):
        said = f"{deadline} is the day of what comes before it ({later[0]})"
        return Refused(Verdict.DEADLINE_DIFFERS, said, sentence, mark)
    if wanted in text[mark[0] : mark[1]]:
        return _days(reading, sentence, mark, deadline)
    while place >= 0:
        for mention in mentions:
            if (
                place < mention.end
                and mention.start < place + len(wanted)
                and mention in (fixed or [*inside, *before[-1:]] or after[:1])
            ):
                proof.pieces.append((place, place + len(wanted)))
                return _days(reading, sentence, mark, deadline) or _days(
                    reading, sentence, mark, mention.raw
                )
        place = text.find(wanted, place + 1)
    for group in (inside, before[-1:], after[:1]):
        if group:
            if any(_same_date(m.raw, wanted) for m in group):
                chosen = next(m for m in group if _same_date(m.raw, wanted))
                proof.pieces.append((chosen.start, chosen.end))
                return _days(reading, sentence, mark, deadline)
            said = group[-1].raw
            return Refused(Verdict.DEADLINE_DIFFERS, f"the article says {said}", sentence, mark)
    place = text.find(wanted)
    if place >= 0:
        proof.pieces.append((place, place + len(wanted)))
        return _days(reading, sentence, mark, deadline)
    for other in reversed(reading.paragraph(sentence)):
        if other.number < sentence.number and other.mentions:
            if _same_date(other.mentions[-1].raw, wanted):
                return _days(reading, sentence, mark, deadline)
            break
    if _BARE_YEAR.fullmatch(wanted) and wanted[:4] in _plan_years(reading, sentence):
        return reading.days(deadline)
    return Refused(Verdict.DEADLINE_DIFFERS, f"{deadline} is not said of it", sentence, mark)


def _is_span(text: str, mention: dates.Mention) -> bool:
    """Tell whether a time is a value that is set (压缩至90个工作日以内) and no day."""
    return bool(_SPAN.match(mention.raw)) and not text.startswith("前", mention.end)


_SPAN = re.compile(
    r"(?:压缩|缩短)?(?:到|至|为)[\d一二两三四五六七八九十]+(?:个?工作日|天|小时|分钟)"
)


def _days(
    reading: Reading, sentence: Sentence, mark: tuple[int, int], words: str
) -> DateRange | None:
    """Return the days a deadline means: of the year its sentence or section names, and not over yet.

    全年 in January, and 上半年 before the spring, are of the year to come when something is promised for them.
    """
    plain = reading.days(words)
    wanted = squeeze(words)
    if _YEAR.search(wanted) or _OVER.search(sentence.text, 0, mark[1]):
        return plain
    named = _NAMED_YEAR.findall(sentence.text, 0, mark[1])
    years = named[-1:] or _plan_years(reading, sentence)
    for year in years:
        if days := reading.days(f"{year}年{wanted}"):
            return days
    anchor = reading.anchor
    if plain is None or anchor is None or plain.last >= anchor or not _WHOLE.search(wanted):
        return plain
    ahead = dates.resolve(wanted, anchor=date(anchor.year + 1, anchor.month, min(anchor.day, 28)))
    return ahead or plain


def _plan_years(reading: Reading, sentence: Sentence) -> list[str]:
    """Return the year of the heading or title that `sentence` stands under: 二、2023年工作安排."""
    for words in (reading.section(sentence), reading.titles):
        if found := _YEAR_OF_PLAN.search(words):
            return [found[1]]
    return []


_YEAR = re.compile(r"\d{2,4}年|[今明后去上本]年")
_NAMED_YEAR = re.compile(r"(?<![较比与从由自])((?:19|20)\d\d)年(?!(?:以来|同期|的?基础))")
_YEAR_OF_PLAN = re.compile(
    r"((?:19|20)\d\d)年[^,;。]{0,12}(?:安排|计划|要点|目标|打算|任务|思路|重点)"
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d年")
_OVER = re.compile(r"原定|原计划|去年|上年|曾承诺")
_WHOLE = re.compile(r"全年|[上下]半年|季度")


_AFTERWARDS = re.compile(
    r"(?:建成|投产|达产|投用|竣工|完工|投入使用|投入运营)(?:以|之)?后|,[^,;。]{0,8}后,"
)


def _same_end(reading: Reading, mention: dates.Mention, wanted: str) -> bool:
    """Tell whether words cut out of a date end on its last day, and say so themselves.

    2024年 does not in 2024年6月; 10月 for 10月底 and 6月底 for 明年6月底 leave the reader another day.
    """
    if mention.raw in wanted or _same_date(mention.raw, wanted):
        return True
    if _TOLD.search(mention.raw.replace(wanted, "")):
        return False
    whole, part = reading.days(mention), reading.days(wanted)
    return whole is None or part is None or whole.last == part.last


_TOLD = re.compile(r"[明后次]年|^(?:到|至)?(?:19|20)\d\d年$|[底初旬]|\b(?:end|middle|start)\b")
"""What a deadline may not leave out."""


def _same_date(said: str, wanted: str) -> bool:
    bare = re.compile(r"^(?:到|至|截至|截止|于|在|力争|确保|争取)|(?:之前|以前|前|期间)$")
    if said == wanted:
        return True
    return bare.sub("", said) == bare.sub("", wanted)


def _owner(
    reading: Reading, sentence: Sentence, mark: tuple[int, int], owner: str
) -> list[tuple[int, int]] | Refused:
    """Return where the owner stands (nothing where it is inherited), or why it is not theirs."""
    text = sentence.text
    if saying := _SAYS.match(owner):
        return Refused(Verdict.OWNER_DIFFERS, f"{saying[0]} is who speaks", sentence, mark)
    found = subjects.before(text, mark[1], owner, subjects.known(reading, owner))
    if found and (helping := _HELPED.search(text[: found[0]])):
        return Refused(Verdict.OWNER_DIFFERS, f"it only helps ({helping[0]})", sentence, mark)
    if found and _LED.match(text, found[1]) and text[: found[0]].endswith("由"):
        return [found]
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
    if actor:
        return Refused(Verdict.OWNER_DIFFERS, f"{actor} is to do it", sentence, mark)
    if subjects.inherited(reading, sentence, owner, acting=True):
        return []
    return Refused(Verdict.OWNER_DIFFERS, f"{owner} is not said of it", sentence, mark)


_SAYS = re.compile(r".{0,8}(?:强调|要求|指出|希望|责成|督促)(?!局|办)")
_LED = re.compile(r"(?:总?牵头|负责|主办|承办)")
_HELPED = re.compile(r"(?:会同|配合|协助|协同|指导|督促|帮助|监督)[^,;。:]{0,10}$")
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
