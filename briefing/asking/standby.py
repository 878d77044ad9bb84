"""Let a second model take over when the first cannot answer.

    llm = Standby(first.of(article.id), second.of(article.id), note)

Both are any `LLM`, each with a memory of its own, since answers belong to the model that gave
them. A reached budget is no failure of the first: it ends the run as always.
"""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.errors import ModelUnavailable
from briefing.llm import LLM, Prompt, Reply


@dataclass(frozen=True)
class Standby:
    """An `LLM` of two. `note` is told, each time, why the second was asked."""

    first: LLM
    second: LLM
    note: Callable[[ModelUnavailable], None]

    async def complete(self, prompt: Prompt) -> Reply:
        """Return the first model's answer, or the second's where the first has none.

        Raises `ModelUnavailable` of the second when both fail.
        """
        try:
            return await self.first.complete(prompt)
        except ModelUnavailable as error:
            self.note(error)
            return await self.second.complete(prompt)
