"""The tables of a Word document; columns that no row fills are left out."""

from collections.abc import Callable, Sequence

from briefing.render.docx_page import Cell, Column, Page, Row
from briefing.render.lines import Entry, Group, Line
from briefing.render.view import View


class Tables:
    """Writes each table with its heading, if the briefing has rows for it."""

    def __init__(self, page: Page, view: View) -> None:
        self.page = page
        self.view = view
        self.t = view.t

    def figures(self) -> None:
        """Write the figures by region, level and change side by side."""
        t, has = self.t, self.view.columns["figures"]
        columns = (
            (t.metric, 5.0, True), (t.subject, 2.8, "subject" in has),
            (t.value, 2.8, "levels" in has), (t.change, 2.8, "changes" in has),
            (t.period, 2.6, True),
        )  # fmt: skip
        self._grouped(
            t.figures,
            self.view.by_region(self.view.figures),
            columns,
            lambda group: [
                (
                    (it.metric + self._tag(it.status), it.cites), it.subject,
                    self.values(it.levels, it.status), self.values(it.changes, it.status),
                    it.period,
                )
                for it in self.view.indicators(group)
            ],
        )  # fmt: skip

    def values(self, lines: Sequence[Line], one: str) -> str:
        """Return the values of a cell; each says what is new of it unless the row says so."""
        said = (
            f"{x.basis}{self.t.between if x.basis else ''}{x.value}"
            f"{'' if one else self._tag(x.status)}{self._others(x)}"
            for x in lines
        )
        return str(self.t.clause.join(said))

    def leagues(self) -> None:
        """Write the leagues."""
        t = self.t
        if self.view.leagues:
            self.page.heading(t.leagues)
        for league in self.view.leagues:
            self.page.heading(league.title, 2)
            self.page.table(
                ((t.rank, 2, True), (t.subject, 7, True), (t.value, 6, True)),
                [(str(n), x.subject, (x.value, x.cites)) for n, x in enumerate(league.lines, 1)],
            )

    def ledger(self) -> None:
        """Write the ledger."""
        t, has = self.t, self.view.columns["ledger"]
        if not self.view.ledger:
            return
        self.page.heading(t.ledger)
        self.page.text(self.view.ledger_lead, "Caption")
        columns = (
            (t.light, 1.6, True), (t.what, 4.2, True), (t.owner, 1.9, "owner" in has),
            (t.deadline, 2.5, _timed(has)), (f"{t.done}/{t.elapsed}", 1.8, "done" in has),
            (t.state, 2.3, True), (t.latest, 1.9, True),
        )  # fmt: skip
        self.page.table(columns, [self._entry(it) for it in self.view.ledger])

    def _entry(self, it: Entry) -> Sequence["Cell"]:
        latest, dash = it.latest, self.t.dash
        return (
            f"{it.sign} {it.light_word}",
            f"{it.what}{self.t.left}{it.gap}{self.t.right}" if it.gap else it.what,
            it.owner,
            _due(it),
            f"{it.done or dash} / {it.elapsed or dash}",
            " ".join(filter(None, (it.state_word, it.silent))),
            (
                f"{latest.day} {latest.event}" if latest else "",
                [latest.cite] if latest and latest.cite else [],
            ),
        )

    def targets(self) -> None:
        """Write the targets by topic."""
        t, has = self.t, self.view.columns["targets"]
        columns = (
            (t.what, 6.2, True), (t.owner, 3.4, "owner" in has),
            (t.deadline, 3, _timed(has)), (t.done, 2.4, "completion" in has),
        )  # fmt: skip
        self._grouped(
            t.targets,
            self.view.by_topic(self.view.targets),
            columns,
            lambda group: [
                ((self._told(x, x.what), x.cites), x.owner, _due(x), x.completion or t.dash)
                for x in group.lines
            ],
        )

    def officials(self) -> None:
        """Write the people by region."""
        t, has = self.t, self.view.columns["officials"]
        columns = (
            (t.name, 3.2, True), (t.titles, 5.4, "titles" in has), (t.org, 4, "org" in has),
            (t.roles, 3, "roles" in has),
        )  # fmt: skip
        self._grouped(
            t.officials,
            self.view.by_region(self.view.officials),
            columns,
            lambda group: [
                (
                    (t.comma.join(x.name for x in it.lines) + self._tag(it.status), it.cites),
                    t.comma.join(it.titles), it.org, t.comma.join(it.roles),
                )
                for it in self.view.teams(group.lines)
            ],
        )  # fmt: skip

    def steps(self) -> None:
        """Write the next steps by topic."""
        t, has = self.t, self.view.columns["next_steps"]
        columns = (
            (t.action, 9.4, True), (t.owner, 3.2, "owner" in has),
            (t.deadline, 3, _timed(has)),
        )  # fmt: skip
        self._grouped(
            t.next_steps,
            self.view.by_topic(self.view.next_steps),
            columns,
            lambda group: [
                ((self._told(x, x.action), x.cites), x.owner, _due(x)) for x in group.lines
            ],
        )

    def doubts(self) -> None:
        """Write what did not agree with its source."""
        t, v = self.t, self.view
        if not v.doubts:
            return
        self.page.heading(t.doubts)
        self.page.text(t.doubts_lead, "Caption")
        self.page.table(
            ((t.kind, 1.3, True), (t.said, 5, True), (t.reason, 3.7, True), (t.quote, 5.6, True)),
            [
                (x.kind_word, x.said, " ".join(filter(None, (x.verdict, x.note))),
                 (x.quote, x.cites))
                for x in v.doubts
            ],
        )  # fmt: skip

    def _grouped(
        self,
        title: str,
        groups: Sequence[Group],
        columns: Sequence["Column"],
        rows: Callable[[Group], Sequence[Sequence["Cell"]]],
    ) -> None:
        """Write one table in which each group stands under its name."""
        if not groups:
            return
        self.page.heading(title)
        made: list[Row] = []
        for group in groups:
            made += [group.title] if group.title else []
            made += rows(group)
        self.page.table(columns, made)

    def _told(self, line: Line, words: str) -> str:
        return words + self._tag(line.status) + self._others(line)

    def _tag(self, status: str) -> str:
        return f"{self.t.mark_left}{status}{self.t.mark_right}" if status else ""

    def _others(self, line: Line) -> str:
        return "".join(
            f"{self.t.left}{self.t.otherwise}{self.t.colon}{said}{self.t.right}"
            for said in line.otherwise
        )


def _timed(has: frozenset[str]) -> bool:
    return "deadline" in has or "deadline_day" in has


def _due(it: Line | Entry) -> str:
    return " ".join(dict.fromkeys(filter(None, (it.deadline, it.deadline_day))))
