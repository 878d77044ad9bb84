"""What an issue says of itself: its name, number, period and day, and how it was made."""

from functools import cached_property
from types import SimpleNamespace

from briefing.records import Briefing
from briefing.render import dates
from briefing.render.labels import Lang, words


class Imprint:
    """Head and foot of a briefing as words."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.lang: Lang = briefing.lang
        self.t: SimpleNamespace = words(briefing.lang)

    @cached_property
    def name(self) -> str:
        """Name of the paper; an English paper has an English name where none is configured."""
        name = self.briefing.masthead.name
        return "Briefing" if self.lang == "en" and name == "工作简报" else name

    @cached_property
    def period(self) -> str:
        """The period in words: 2026年第10周（3月2日—8日）."""
        return dates.period(self.briefing.period, self.lang)

    @cached_property
    def title(self) -> str:
        """Name and period, for the document's metadata."""
        return f"{self.name} {self.period}"

    @cached_property
    def day(self) -> str:
        """The last day of the period: the date of the issue."""
        return dates.day(self.briefing.period.last, self.lang)

    @cached_property
    def issue(self) -> str:
        """第10期（总第226期）, or "" when not numbered."""
        head = self.briefing.masthead
        issue = "" if head.issue is None else self.t.issue_year.format(issue=head.issue)
        total = "" if head.total is None else self.t.issue_total.format(total=head.total)
        if not issue or not total:
            return str(issue or total)
        return f"{issue}（{total}）" if self.lang == "zh" else f"{issue} ({total})"

    @cached_property
    def overview(self) -> str:
        """Heading of the summary: 本周概览."""
        return str(getattr(self.t, f"overview_{self.briefing.period.cadence}"))

    @cached_property
    def ai_label(self) -> str:
        """How the text was made, in one sentence; "" when the masthead switches it off."""
        if not self.briefing.masthead.ai_label:
            return ""
        return str(self.t.ai_rules if self.by_rules else self.t.ai_model)

    @property
    def by_rules(self) -> bool:
        """True when no model took part."""
        return self.briefing.run.engine == "rules"

    @cached_property
    def run(self) -> str:
        """How the briefing was made, in one line."""
        run, t = self.briefing.run, self.t
        if self.by_rules:
            pieces = [t.run_rules]
        else:
            engine = run.engine + (f" @ {run.endpoint}" if run.endpoint else "")
            pieces = [t.run_engine.format(engine=engine)]
            pieces.append(t.run_calls.format(calls=run.calls, cached=run.cached_calls))
            pieces.append(t.run_tokens.format(tokens_in=run.tokens_in, tokens_out=run.tokens_out))
            if run.cost is not None:
                pieces.append(t.run_cost.format(cost=run.cost, currency=run.currency).strip())
            if run.prompts_hash:
                pieces.append(t.run_prompts.format(prompts=run.prompts_hash[:12]))
        pieces.append(t.run_version.format(version=run.version))
        return ("；" if self.lang == "zh" else "; ").join((*pieces, *run.notes))
