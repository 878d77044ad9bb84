"""The model behind an address: `Client` asks it, `Meter` counts what it costs.

    meter = Meter(pricing.price_of(settings.endpoint.model, settings.prices), settings.budget)
    known = store.profile(endpoint.base_url, endpoint.model)
    async with Client(
        endpoint, key, meter=meter, check=wire.problem, tokens_of=prompting.cost, profile=known,
        remember=lambda found: store.put_profile(endpoint.base_url, endpoint.model, found),
    ) as client:
        journal = Journal(client, client.identity, store, check=wire.problem, now=now)
        found = await extract(article, journal.of(article.id), prompts)

`doctor.examine(client)` asks what the server can do. Importing this package is cheap: the SDK is
loaded with the first call.
"""

from briefing.endpoint.client import Client, public
from briefing.endpoint.limiter import Limiter
from briefing.endpoint.meter import Meter, cost
from briefing.endpoint.profile import RUNGS, Profile

__all__ = ["RUNGS", "Client", "Limiter", "Meter", "Profile", "cost", "public"]
