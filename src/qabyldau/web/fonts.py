"""Makes the one web font: Onest, cut down to Latin, Cyrillic, the Kazakh letters and the signs we print."""

from importlib import resources
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "onest-kk.woff2"
KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
SIGNS = "₸№«»“”„‘’–—…‹›•·×≈≤≥−→°\u2009\u202f"
RANGES = (
    range(0x20, 0x7F),  # Latin
    range(0xA0, 0x100),  # Latin with accents, the no-break space
    range(0x400, 0x460),  # Cyrillic
)
# Figures of one width for tables, kerning, and the marks that Cyrillic needs; nothing ornamental.
FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "tnum", "calt"]


def build(target_dir: Path) -> Path:
    """Write the font into `target_dir` and say where; the same input gives the same bytes."""
    target_dir.mkdir(parents=True, exist_ok=True)
    target = target_dir / NAME
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True)
    with subset.load_font(str(_source()), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=characters())
        subsetter.subset(font)
        subset.save_font(font, str(target), options)
    return target


def characters() -> set[int]:
    """Every character that the site may show in its own letters."""
    signs = {ord(sign) for sign in KAZAKH + SIGNS}
    return signs.union(*RANGES)


def covered(path: Path) -> set[int]:
    """What a built font can draw."""
    with TTFont(path) as font:
        return set(font.getBestCmap())


def _source() -> Path:
    return Path(str(resources.files("fontpkg_onest") / "files" / "Onest[wght].ttf"))
