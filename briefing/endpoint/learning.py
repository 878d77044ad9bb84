"""The form in which a server is asked, learned as it answers and refuses.

A refusal that names a field or a form teaches at once; one without a reason leads to a simpler
form, which is remembered only when it is answered; answers that keep being of no use say that
a form is accepted and ignored.
"""

from collections.abc import Callable, Mapping
from typing import Any

from briefing.endpoint.profile import Profile, learn
from briefing.llm import Reply
from briefing.settings import Endpoint

_BAD_OF_LAST = (3, 20)  # unusable answers among the last on a rung: it is ignored there


class Form:
    """The profile that is in use, and what is learned about it.

    `check` returns why an answer cannot be used, "" when it can; `remember` is called with each
    change that was learned. Calls that are under way with an older profile learn nothing twice.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        kept: Mapping[str, Any] | None,
        *,
        check: Callable[[str], str],
        remember: Callable[[dict[str, Any]], None],
    ) -> None:
        self.profile = Profile.of(kept, endpoint)
        self._mode = endpoint.mode
        self._check = check
        self._remember = remember
        self._verdicts: list[bool] = []
        self._answered = False
        self._before: Profile | None = None

    def adopt(self, profile: Profile) -> None:
        """Ask by `profile` from now on, and remember it."""
        self.profile = profile
        self._verdicts.clear()
        self._remember(profile.as_dict())

    def refused(self, asked_with: Profile, status: int, text: str) -> bool:
        """Whether to ask again in another form: this error, or another call, taught one."""
        lesson = learn(asked_with, status, text)
        fixed = self._mode != "auto" and asked_with.rung == self._mode
        if lesson is None or (fixed and lesson.rung != asked_with.rung):
            return False
        if self.profile is asked_with:
            self.adopt(lesson)
        return self.profile != asked_with

    def refused_without_reason(self, asked_with: Profile, status: int) -> bool:
        """Whether to ask in a simpler form: some servers say no more than "a parameter is wrong".

        Nothing is remembered until the simpler form is answered; when none is, the profile is what
        it was.
        """
        if self._answered or self._mode != "auto" or status not in (400, 422):
            return False
        if self.profile is not asked_with:  # another call has stepped down meanwhile
            return True
        lower = asked_with.lower(f"{status}: {asked_with.rung} refused without a reason")
        if lower is None:
            self.profile = self._before or self.profile
            self._before = None
            return False
        self._before = self._before or asked_with
        self.profile = lower
        return True

    def answered(self, asked_with: Profile, reply: Reply) -> None:
        """Take note of an answer, and step down when too many of a form are of no use."""
        self._answered = True
        if asked_with is not self.profile:
            return
        if self._before is not None:
            self._before = None
            self.adopt(asked_with)
        # What broke off says nothing of the form.
        broken_off = "{" in reply.text and not reply.text.rstrip().endswith(("}", "`"))
        if reply.finish != "stop" or self._mode != "auto" or broken_off:
            return
        if asked_with.rung == "prompt":
            return
        bad, last = _BAD_OF_LAST
        self._verdicts = [*self._verdicts[1 - last :], bool(self._check(reply.text))]
        if sum(self._verdicts) >= bad:
            lower = asked_with.lower(f"200: {asked_with.rung} accepted and ignored")
            if lower:
                self.adopt(lower)
