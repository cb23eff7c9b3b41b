"""A few of the soak's reindexes: small changes one after the other leave nothing behind, break no answer."""

from pathlib import Path

from campaigns.soak.reindexes import Sample, soak

MB = 1_000_000


async def test_reindexes_one_after_the_other_keep_disk_small_and_every_answer_right(tmp_path: Path) -> None:
    seen: list[Sample] = []
    result = await soak(tmp_path, articles=30, reindexes=6, on_sample=seen.append)
    assert result.wrong == ()
    assert [sample.step for sample in result.samples] == list(range(1, 7))
    # Three generations of a collection as small as this are kept, whatever they share.
    assert result.samples[-1].data < 3 * result.fresh
    assert max(sample.generations for sample in result.samples) <= 3
    # One worker after the other, and what the first searches load is loaded by then.
    assert result.samples[-1].bot_rss - result.samples[2].bot_rss < 20 * MB
