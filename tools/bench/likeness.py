"""How well and how fast the same matter is found, beside plain trigram likeness."""

import time

from qabyldau.likeness import Earlier, rank, warm
from tests.likeness.sample import Found, by_trigrams, measured, ours, pool

EARLIER = 200
ROUNDS = 9


def _milliseconds(text: str, earlier: list[Earlier]) -> float:
    """Of one core: what else the machine does is not ours."""
    began = time.process_time()
    rank(text, earlier)
    return 1000 * (time.process_time() - began)


def _show(name: str, found: Found) -> None:
    print(
        f"same matter  {name:<9}among 3: {found.recall:.0%}, across languages {found.recall_across:.0%};"
        f" marked: {found.noticed:.0%} of the same, {found.false_alarms:.0%} of the different"
    )


def main() -> None:
    texts = pool()
    many = [Earlier(key, texts[key % len(texts)].text) for key in range(EARLIER)]
    warm()
    first = _milliseconds(texts[0].text, many)
    later = sorted(_milliseconds(one.text, many) for one in texts[:ROUNDS])[ROUNDS // 2]
    _show("ours", measured(ours))
    _show("trigrams", measured(by_trigrams, likely=0.08))
    print(
        f"same matter  {EARLIER} earlier appeals: {later:.0f} ms, {first:.0f} ms the first time at all",
        flush=True,
    )


if __name__ == "__main__":
    main()
