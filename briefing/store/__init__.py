"""Keep articles, paid replies and issued briefings in one SQLite file.

    with Store(path) as store:
        store.put_article(article, page, dated)
        journal = Journal(client, reply=store.reply, put=store.put_reply, ...)
        for article in store.articles(period.first, period.last): ...

Only the replies are precious: they were paid for. Each is committed before the call returns,
so that a killed process loses nothing. All else can be rebuilt from articles and replies.
"""

from briefing.store.extracted import Extracted
from briefing.store.file import File
from briefing.store.findings import Findings
from briefing.store.issues import Issues
from briefing.store.pages import Pages
from briefing.store.replies import Replies
from briefing.store.schema import APPLICATION_ID

__all__ = ["APPLICATION_ID", "Extracted", "File", "Store"]


class Store(Pages, Replies, Findings, Issues):
    """The database of one project. Open it with `with`; every method may raise `StoreError`."""
