"""Look for one claim in one sentence, and remember what came of it.

Rules settle a claim before it is grounded, and a claim may be tried in several sentences: what
`prove` said of a sentence and a claim stays with the reading, by the identity of the claim, which
is kept with it.
"""

from briefing.grounding import figures, intents, names, tables
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Claim


def prove(reading: Reading, sentence: Sentence, claim: Claim) -> Proof | Refused:
    """Return where `claim` stands in `sentence`, or why it does not."""
    key = (sentence.number, id(claim))
    known = reading.outcomes.get(key)
    if known is None:
        known = reading.outcomes[key] = (claim, _prove(reading, sentence, claim))
    outcome: Proof | Refused = known[1]
    return outcome


def _prove(reading: Reading, sentence: Sentence, claim: Claim) -> Proof | Refused:
    if claim.kind == "figure":
        cell = tables.prove(reading, sentence, claim)
        return cell or figures.prove(reading, sentence, claim)
    if claim.kind == "official":
        return names.prove(reading, sentence, claim)
    return intents.prove(reading, sentence, claim)
