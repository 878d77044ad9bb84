"""Articles to extractions: by a model where one is configured, else by rules.

With a model, each reply is in the store before the next is asked for, so that a run that dies
goes on where it stopped; extractions are made of replies anew and cost nothing then. What an
article leaves behind for later periods is kept beside it.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from briefing import __version__
from briefing.asking import extract as reading
from briefing.config import Config
from briefing.endpoint import public
from briefing.endpoint.faults import Rejected
from briefing.errors import BriefingError, BudgetReached, ConfigError, ModelUnavailable
from briefing.pipeline.session import Session
from briefing.pipeline.steps import Step, Watch
from briefing.records import Article, Extraction, Run, Skip
from briefing.settings import Settings
from briefing.store import Store

NO_ENDPOINT = {
    "zh": "未配置模型接口，事实由内置规则提取",
    "en": "no endpoint is configured: facts were taken by the built-in rules",
}


@dataclass(frozen=True)
class Extracted:
    """What was found, by article id, and the account of the run.

    `given_up` are the articles whose answers were of no use, `unasked` those that no answer was
    got about: the endpoint failed or a limit was reached. The next run asks for those again.
    """

    by_id: Mapping[str, Extraction]
    run: Run
    given_up: Mapping[str, BriefingError] = field(default_factory=dict)
    unasked: Mapping[str, BriefingError] = field(default_factory=dict)
    session: "Session | None" = None

    def skips(self, articles: Iterable[Article]) -> tuple[Skip, ...]:
        """Return those of `articles` that nothing was found about, each with the reason."""
        failed = {**self.given_up, **self.unasked}
        return tuple(
            Skip(source=article.source, stage="extract", reason=failed[article.id].problem)
            for article in articles
            if article.id in failed
        )


def uses_model(config: Config) -> bool:
    """Return whether a model is to be asked.

    Raises `ConfigError` when one is wanted and its address or name is missing.
    """
    endpoint, engine = config.settings.endpoint, config.settings.engine
    reachable = bool(endpoint.base_url or (config.key and endpoint.model))
    if engine == "rules" or (engine == "auto" and not reachable):
        return False
    if not reachable:
        raise ConfigError(
            "a model is wanted, but no endpoint is configured",
            hint="export OPENAI_BASE_URL and OPENAI_MODEL, or leave out --engine model",
        )
    if not endpoint.model:
        raise ConfigError(
            f"which model of {public(endpoint.base_url)}?",
            hint="give its name by --model, OPENAI_MODEL or `model` under [endpoint]",
        )
    return True


def extract(
    config: Config,
    articles: Sequence[Article],
    watch: Watch,
    now: Callable[[], datetime],
    *,
    store: Store | None = None,
    retry_failed: bool = False,
    batch: bool = False,
    offline: bool = False,
) -> Extracted:
    """Extract by the engine that the settings choose; `offline` from kept replies alone.

    A model's replies are kept in `store`, or in the configured database when none is open. Raises
    what went wrong when nothing was found in any article. What a stopped run
    spent is in the account of the store like that of any other.
    """
    if not uses_model(config):
        return by_rules(articles, config.settings, watch)
    with nullcontext(store) if store else Store(config.settings.database) as kept:
        session = Session(
            config, kept, now, retry_failed=retry_failed, batch=batch, offline=offline
        )
        with session.accounted():
            found = _sorted_out(articles, asyncio.run(session.ask(articles, watch)), session)
        if store is None:  # no briefing will be made that has the account of this run
            session.keep_account("extract")
        return found


def by_rules(articles: Sequence[Article], settings: Settings, watch: Watch) -> Extracted:
    """Extract by rules alone. It is cheap and the rules get better: never taken from the store."""
    found: dict[str, Extraction] = {}
    for done, article in enumerate(articles, 1):
        found[article.id] = reading.by_rules(article)
        watch(Step("extracting", done, len(articles)))
    notes = (NO_ENDPOINT[settings.lang],) if settings.engine == "auto" else ()
    return Extracted(found, Run(engine="rules", version=__version__, notes=notes))


def _sorted_out(
    articles: Sequence[Article], answers: Mapping[str, Extraction | BriefingError], session: Session
) -> Extracted:
    """Part findings from failures; the rules step in where the settings want it.

    Raises the failure when there is nothing but failures: a briefing of nothing helps nobody.
    """
    found = {key: value for key, value in answers.items() if isinstance(value, Extraction)}
    failed = {key: value for key, value in answers.items() if isinstance(value, BriefingError)}
    if session.config.settings.endpoint.fallback == "rules":
        left = {key: e for key, e in failed.items() if not isinstance(e, BudgetReached)}
        found |= {a.id: reading.by_rules(a) for a in articles if a.id in left}
        failed = {key: error for key, error in failed.items() if key not in left}
        if left:
            session.note_rules(left)
    unasked = {key: error for key, error in failed.items() if _may_pass(error)}
    if failed and not found:
        raise next(iter((unasked or failed).values()))
    given_up = {key: error for key, error in failed.items() if key not in unasked}
    return Extracted(found, session.account(), given_up, unasked, session)


def _may_pass(error: BriefingError) -> bool:
    """Whether the same question may be answered in another run, as it is."""
    return isinstance(error, ModelUnavailable | BudgetReached) and not isinstance(error, Rejected)
