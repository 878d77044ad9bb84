"""One run's conversation with an endpoint: what is asked, kept and paid.

Each reply is in the store before the next is asked for. A backup endpoint answers where the first
cannot; `account` tells what was asked, used and spent.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, aclosing, contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from briefing import __version__, resources
from briefing.asking import batch as batches
from briefing.asking import extract as reading
from briefing.asking import pricing, wire
from briefing.asking.journal import Journal
from briefing.asking.standby import Standby
from briefing.config import Config
from briefing.endpoint import Client, Limiter, Meter, each, envelope, public
from briefing.endpoint.batches import Batches
from briefing.endpoint.faults import Rejected
from briefing.errors import BriefingError, BudgetReached, ModelUnavailable
from briefing.llm import LLM, Prompt, Reply
from briefing.pipeline import connecting, remarks
from briefing.pipeline.steps import Step, Watch
from briefing.records import Article, Briefing, Extraction, Run
from briefing.store import Extracted, Store
from briefing.weeks import summarising
from briefing.weeks.summarising import SummaryUnusable


class _Silent:
    """The model of an offline run: only what is kept already can be had."""

    async def complete(self, prompt: Prompt) -> Reply:
        raise ModelUnavailable(
            "this article was never asked about, and a rebuild asks nothing",
            hint="run `briefing weekly` with the model first",
        )


class Session:
    """One run's conversation with an endpoint."""

    def __init__(
        self,
        config: Config,
        store: Store,
        now: Callable[[], datetime],
        *,
        retry_failed: bool = False,
        batch: bool = False,
        offline: bool = False,
    ) -> None:
        settings = config.settings
        self.config = config
        self.store = store
        self.now = now
        self.retry_failed = retry_failed
        self.batch = batch
        self.offline = offline
        self.meter = Meter(
            pricing.price_of(settings.endpoint.model, settings.prices), settings.budget
        )
        self.backup_meter = Meter(
            pricing.price_of(settings.backup.model, settings.prices), settings.budget, self.meter
        )
        connecting.refuse_unknown_prices(settings)
        self.by_backup: dict[str, str] = {}
        self.first_down = False  # then the backup is asked
        self.down: BriefingError | None = None  # why asking further is of no use
        self.prompts = connecting.prompts(settings)
        self.limits = connecting.limits(config)
        self.limiter = Limiter.of(settings.endpoint)
        self.cached = 0
        self.host = ""
        self.notes: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What an extraction was made by: it is taken from the store while this is the same."""
        endpoint = self.config.settings.endpoint
        parts = (public(endpoint.base_url), endpoint.model, self.prompts.hash, __version__)
        return " ".join(parts)

    async def ask(
        self, articles: Sequence[Article], watch: Watch
    ) -> dict[str, Extraction | BriefingError]:
        """Return an extraction, or why there is none, for each article id."""
        with Extracted(self.store, self.fingerprint) as kept:
            answers: dict[str, Extraction | BriefingError] = {}
            if not (self.retry_failed or self.offline):
                answers.update((a.id, found) for a in articles if (found := kept.get(a.id)))
                self.cached += len(answers)
            new = [article for article in articles if article.id not in answers]
            await self._ask(new, kept, answers, watch)
        if self.by_backup:
            self.notes = (*self.notes, self._backup_note())
        return answers

    async def _ask(
        self,
        articles: Sequence[Article],
        kept: Extracted,
        answers: dict[str, Extraction | BriefingError],
        watch: Watch,
    ) -> None:
        """Put an extraction into `answers` for each of `articles`, or why there is none."""
        async with AsyncExitStack() as opened:
            asked = await opened.enter_async_context(self._client())
            self.host = asked.host
            memory = self.memory(asked)
            clients = [asked]
            second = None
            if self._has_backup:
                clients.append(await opened.enter_async_context(self._client(backup=True)))
                second = self.memory(clients[1])
            if self.batch:
                await self._in_batches(articles, asked, memory, watch)

            async def one(article: Article) -> Extraction:
                llm: LLM = memory.of(article.id)
                if second:
                    llm = Standby(llm, second.of(article.id), partial(self._stood_in, article.id))
                found = await reading.extract(article, llm, self.prompts, limits=self.limits)
                if article.id not in self.by_backup:
                    kept.put(found)
                return found

            def last_calls() -> set[asyncio.Task[Any]]:
                watch(Step("waiting for the calls under way", len(answers), total))
                return {task for client in clients for task in client.last_calls()}

            total = len(answers) + len(articles)
            watch(Step("asking", len(answers), total))
            at_once = 2 * asked.endpoint.max_concurrency
            flow = each(articles, one, at_once=at_once, last_calls=last_calls)
            async with aclosing(flow):
                async for article, found in flow:
                    answers[article.id] = found
                    if isinstance(found, ModelUnavailable) and not isinstance(found, Rejected):
                        self.down = found
                    watch(Step("asking", len(answers), total, self._spent()))
            self.cached += memory.cached + (second.cached if second else 0)

    def _client(
        self, check: Callable[[str], str] = wire.problem, *, backup: bool = False
    ) -> Client:
        """Return a client of the first or the backup endpoint, under the limits of the whole run."""
        return connecting.client(
            self.config,
            self.store,
            self.backup_meter if backup else self.meter,
            check=check,
            limiter=None if backup else self.limiter,
            backup=backup,
        )

    @property
    def _has_backup(self) -> bool:
        endpoint = self.config.settings.backup
        return bool(endpoint.base_url and endpoint.model) and not self.offline

    def _stood_in(self, article_id: str, error: ModelUnavailable) -> None:
        self.by_backup.setdefault(article_id, error.problem)
        if not isinstance(error, Rejected):
            self.first_down = True

    def _backup_note(self) -> str:
        settings = self.config.settings
        problem = next(iter(self.by_backup.values()))
        return remarks.by_backup(settings.lang, len(self.by_backup), problem, settings.backup.model)

    async def summarise(self, briefing: Briefing) -> Briefing:
        """Return the briefing with the model's summary; where it fails, the template's stays."""
        if self.down is not None:
            return self._by_template(briefing, self.down)
        texts = resources.prompt_texts(briefing.lang, self.config.settings.prompts)
        backup = self.first_down and self._has_backup
        async with self._client(_no_summary, backup=backup) as asked:
            memory = self.memory(asked, _no_summary)
            try:
                return await summarising.write(briefing, memory.of(briefing.period.name), texts)
            except SummaryUnusable as error:
                return self._by_template(briefing, error)
            except (ModelUnavailable, BudgetReached) as error:
                self.down = error
                return self._by_template(briefing, error)
            finally:
                self.cached += memory.cached

    def _by_template(self, briefing: Briefing, error: BriefingError) -> Briefing:
        note = remarks.no_summary(briefing.lang, error.problem)
        self.notes = tuple(dict.fromkeys((*self.notes, note)))
        return briefing

    def plan(self, articles: Iterable[Article]) -> pricing.Plan:
        """Return the calls, tokens and cost that asking about `articles` would take at most."""
        new = (a for a in articles if not any(r.valid for r in self.store.replies(a.id)))
        return pricing.estimate(new, self.prompts, self.limits, self.meter.price)

    def memory(self, asked: Client, check: Callable[[str], str] = wire.problem) -> Journal:
        """Return the journal over a client: every answer is in the store before it is used."""
        llm = _Silent() if self.offline else asked
        return Journal(
            llm, asked.identity, self.store, check=check, now=self.now, fresh=self.retry_failed
        )

    def note_rules(self, failed: Mapping[str, BriefingError]) -> None:
        """Remember that the rules took over, and why."""
        problem = next(iter(failed.values())).problem
        note = remarks.by_rules(self.config.settings.lang, len(failed), problem)
        self.notes = (*self.notes, note)

    @contextmanager
    def accounted(self) -> Iterator[None]:
        """Keep the account also of a run that does not come to its end."""
        try:
            yield
        except BaseException:
            self.keep_account()
            raise

    def keep_account(self, name: str = "stopped") -> None:
        """Keep what was spent so far, if anything was, as that of a run without a briefing."""
        if self.meter.calls or self.backup_meter.calls:
            self.store.put_run(self.account(), name=name, finished_at=self.now())

    def account(self) -> Run:
        """Return what was asked, used and spent so far."""
        settings = self.config.settings
        meters = [meter for meter in (self.meter, self.backup_meter) if meter.calls]
        prices = {meter.price.currency if meter.price else "" for meter in meters}
        costs = [meter.cost for meter in meters]
        known = [cost for cost in costs if cost is not None]
        return Run(
            engine=settings.endpoint.model,
            endpoint=self.host,
            prompts_hash=self.prompts.hash,
            version=__version__,
            calls=sum(meter.calls for meter in meters),
            cached_calls=self.cached,
            tokens_in=sum(meter.tokens_in for meter in meters),
            tokens_out=sum(meter.tokens_out for meter in meters),
            tokens_cached=sum(meter.tokens_cached for meter in meters),
            cost=sum(known) if known and len(known) == len(costs) and len(prices) == 1 else None,
            currency=next(iter(prices)) if len(prices) == 1 else "",
            notes=self.notes,
        )

    async def _in_batches(
        self, articles: Sequence[Article], asked: Client, memory: Journal, watch: Watch
    ) -> None:
        """Get first answers by batch jobs; what fails there is asked directly afterwards.

        Raises `BudgetReached` when the jobs could pass the limit. They are counted at the full
        price; many hosts charge half.
        """
        waiting = {id_ for job in self.store.batches().values() for id_ in job["articles"].values()}
        plan = self.plan(article for article in articles if article.id not in waiting)
        self.meter.allow(plan.tokens_in + plan.tokens_out, plan.cost)
        await batches.ask(
            articles,
            self.prompts,
            self.limits,
            memory,
            Batches(asked),
            self.store,
            body=asked.body,
            read=envelope.read,
            sleep=asyncio.sleep,
            paid=self.meter.count,
            watch=lambda answered, total: watch(Step("waiting for the batch", answered, total)),
        )

    def _spent(self) -> str:
        cost = self.meter.cost
        money = f", {cost:.4f} {self.meter.price.currency}" if cost and self.meter.price else ""
        return f"{self.meter.tokens_in + self.meter.tokens_out} tokens{money}"


def _no_summary(text: str) -> str:
    """Say why an answer is no summary at all; whether it is safe is judged by the stage."""
    return "" if '"sentences"' in text else "no sentences in it"
