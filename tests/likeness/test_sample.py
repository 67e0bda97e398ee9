"""The finder held against the labelled sample, and against what a database's trigrams would find."""

from tests.likeness.sample import by_trigrams, measured, ours, pairs

ANY_TRIGRAM_MARK = [share / 100 for share in range(2, 40, 2)]


def test_the_sample_has_pairs_enough_and_half_of_them_are_the_same() -> None:
    same = [pair for pair in pairs() if pair.same]

    assert len(pairs()) >= 120
    assert len(same) * 2 == len(pairs())
    assert sum(pair.across for pair in same) >= 40


def test_the_same_matter_is_among_the_first_three() -> None:
    found = measured(ours)

    assert found.recall >= 0.95
    assert found.recall_across >= 0.95


def test_near_misses_are_seldom_marked_and_the_same_matter_mostly_is() -> None:
    found = measured(ours)

    assert found.false_alarms <= 0.08
    assert found.noticed >= 0.9


def test_plain_trigrams_are_clearly_beaten() -> None:
    found, plain = measured(ours), measured(by_trigrams)
    best = max(
        marked.noticed - marked.false_alarms
        for marked in (measured(by_trigrams, likely=share) for share in ANY_TRIGRAM_MARK)
    )

    assert found.recall - plain.recall >= 0.5
    assert found.recall_across - plain.recall_across >= 0.6
    assert found.noticed - found.false_alarms - best >= 0.5
