"""The model behind an address: `Client` asks it, `Meter` counts what it costs.

    meter = Meter(pricing.price_of(endpoint.model, settings.prices), settings.budget)
    limits = Limits(endpoint.context_tokens, endpoint.max_output_tokens)
    known = store.profile(address, endpoint.model)
    async with Client(
        endpoint, key, meter=meter, check=wire.problem, tokens_of=prompting.cost, profile=known,
        remember=lambda found: store.put_profile(address, endpoint.model, found),
    ) as client:
        journal = Journal(client, client.identity, store, check=wire.problem, now=now)

        async def ask(article: Article) -> Extraction:
            return await extract(article, journal.of(article.id), prompts, limits=limits)

        async for article, found in each(articles, ask, at_once=2 * endpoint.max_concurrency):
            ...     # an Extraction, or the BriefingError that its article met:
                    #   ModelUnavailable  the endpoint failed; BudgetReached  the limit is near;
                    #   AnswerUnusable    no answer could be used: leave the article to the rules

`public(base_url)` is the address without credentials, for keys and for people. After the run,
`meter` has calls, tokens and cost, `journal.cached` the answers that cost nothing.
`doctor.examine(client)` asks what the server can do. Importing this package is cheap: the SDK
is loaded with the first call.
"""

from briefing.endpoint.client import Client
from briefing.endpoint.connection import public
from briefing.endpoint.flow import each
from briefing.endpoint.limiter import Limiter
from briefing.endpoint.meter import Meter, cost
from briefing.endpoint.profile import RUNGS, Profile

__all__ = ["RUNGS", "Client", "Limiter", "Meter", "Profile", "cost", "each", "public"]
