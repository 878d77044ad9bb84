"""Batch files for servers that run them offline: questions out, answers in."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from briefing.asking import batch
from briefing.config import Config
from briefing.endpoint import envelope
from briefing.errors import ConfigError, InputError
from briefing.pipeline import connecting, engine, intake
from briefing.pipeline.session import Session
from briefing.pipeline.steps import Watch
from briefing.store import Store


def export(
    config: Config, paths: Sequence[str], folder: Path, *, watch: Watch, now: Callable[[], datetime]
) -> tuple[list[Path], int]:
    """Write every unanswered question about stored articles as batch files into `folder`.

    `paths` are taken in first. Returns the files and the number of questions.
    """
    if not engine.uses_model(config):
        raise ConfigError("a batch needs a model", hint="give --base-url and --model")
    with Store(config.settings.database) as store:
        if paths:
            intake.take_in(store, paths, intake.Given(), watch)
        session = Session(config, store, now)
        asked = connecting.client(config, store)
        rows = batch.rows(
            store.articles(date.min, date.max),
            session.prompts,
            session.limits,
            session.memory(asked),
            body=asked.body,
        )
        files, questions = [], 0
        folder.mkdir(parents=True, exist_ok=True)
        for number, (content, ids) in enumerate(batch.files(rows), 1):
            path = folder / f"batch-{number:03}.jsonl"
            path.write_bytes(content)
            store.put_batch(str(path), "exported", {"articles": dict(ids)})
            files.append(path)
            questions += len(ids)
    return files, questions


def take(config: Config, files: Sequence[Path], *, now: Callable[[], datetime]) -> batch.Taken:
    """Keep the answers of result files; the next run takes them from the store."""
    total = batch.Taken()
    with Store(config.settings.database) as store:
        known = {
            key: article_id
            for job in store.batches("exported").values()
            for key, article_id in job["articles"].items()
        }
        session = Session(config, store, now)
        memory = session.memory(connecting.client(config, store))
        for file in files:
            try:
                lines = file.read_bytes().splitlines()
            except OSError as error:
                raise InputError(
                    f"{file} cannot be read: {error}", hint="name the result file"
                ) from error
            taken = batch.take(lines, known, memory, envelope.read, session.meter.count)
            total.answered += taken.answered
            total.failed += taken.failed
            total.unknown += taken.unknown
        session.keep_account("batch import")
    return total
