"""Texts of screens in both languages: collected from the sources, compared with the .po files, kept complete.

An area is a folder with a `locale` inside; it owns the texts of the sources below it. What no area owns
belongs to `web`. Its catalogues may also hold texts of Django and allauth, whose own Kazakh is incomplete.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
import polib
from django.utils.translation.template import templatize

from tools import system
from tools.places import PACKAGE

LANGUAGES = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
        "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);"
    ),
}
REST = PACKAGE / "web"
TEMPLATES = {".html", ".txt"}
TRANSLATED = re.compile(r"\{%\s*(?:blocktrans|trans)|_\(")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
KEYWORDS = (
    "gettext_noop",
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "npgettext:1c,2,3",
    "pgettext_lazy:1c,2",
    "npgettext_lazy:1c,2,3",
)
WIDTH = 110
Key = tuple[str, str]


@cache
def areas() -> list[Path]:
    return sorted(folder.parent for folder in PACKAGE.rglob("locale") if folder.is_dir())


def catalogue_path(area: Path, language: str) -> Path:
    return area / "locale" / language / "LC_MESSAGES" / "django.po"


def entries(area: Path, language: str) -> list[polib.POEntry]:
    path = catalogue_path(area, language)
    return list(polib.pofile(str(path))) if path.exists() else []


def key(entry: polib.POEntry) -> Key:
    return (entry.msgctxt or "", entry.msgid)


def _owner(source: Path) -> Path:
    return next((area for area in reversed(areas()) if area in source.parents), REST)


def collected(area: Path) -> polib.POFile:
    """What the sources of an area ask to have translated."""
    system.ensure([system.GETTEXT])
    with tempfile.TemporaryDirectory() as scratch:
        names = sorted(_extractable(area, Path(scratch)))
        found = subprocess.run(
            [
                "xgettext",
                "--language=Python",
                "--from-code=UTF-8",
                "--no-location",
                "--add-comments=Translators",
                "--output=-",
                *(f"--keyword={word}" for word in KEYWORDS),
                *names,
            ],
            cwd=scratch,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
    return polib.pofile(found.stdout) if found.stdout.strip() else polib.POFile()


def _extractable(area: Path, scratch: Path) -> Iterator[str]:
    """Copies of an area's sources that xgettext can read as Python; gives their names."""
    yield from _copy(scratch, "none.py", "")
    for source in sorted(PACKAGE.rglob("*")):
        if source.suffix not in {".py", *TEMPLATES} or _owner(source) != area:
            continue
        text = source.read_text(encoding="utf-8")
        if TRANSLATED.search(text) or (source.suffix == ".py" and "gettext" in text):
            name = str(source.relative_to(PACKAGE))
            is_template = source.suffix in TEMPLATES
            yield from _copy(scratch, f"{name}.py", templatize(text, name) if is_template else text)


def _copy(scratch: Path, name: str, text: str) -> Iterator[str]:
    path = scratch / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    yield name


def _of_packages() -> dict[Key, polib.POEntry]:
    """Texts of the packages that we show; their Russian is complete, so it lists them all."""
    site = Path(django.__file__).parent.parent
    found: dict[Key, polib.POEntry] = {}
    for package in ("django", "allauth", "axes"):
        for path in sorted((site / package).rglob("locale/ru/LC_MESSAGES/django.po")):
            found |= {key(entry): entry for entry in polib.pofile(str(path))}
    return found


def write(area: Path) -> None:
    """Bring the catalogues of an area up to date: new texts come in empty, unused ones go, the rest stays."""
    wanted, of_packages = collected(area), _of_packages() if area == REST else {}
    asked = {key(entry) for entry in wanted}
    for language, plural in LANGUAGES.items():
        path = catalogue_path(area, language)
        known = {key(entry): entry for entry in entries(area, language) if not entry.obsolete}
        new = polib.POFile(wrapwidth=WIDTH)
        new.metadata = {
            "Language": language,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": plural,
        }
        new.extend(_kept(entry, known.get(key(entry)), plural) for entry in wanted)
        new.extend(entry for name, entry in known.items() if name not in asked and name in of_packages)
        path.parent.mkdir(parents=True, exist_ok=True)
        new.save(str(path))


def _kept(entry: polib.POEntry, old: polib.POEntry | None, plural: str) -> polib.POEntry:
    """A collected text with the translation it already had, if it had one."""
    kept = polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, flags=entry.flags, comment=entry.comment)
    if entry.msgid_plural:
        forms = range(int(plural[len("nplurals=")]))
        kept.msgid_plural = entry.msgid_plural
        kept.msgstr_plural = {form: old.msgstr_plural.get(form, "") if old else "" for form in forms}
    else:
        kept.msgstr = old.msgstr if old else ""
    return kept


def problems() -> list[str]:
    """What is missing, left over or wrong in the catalogues, one line each."""
    of_packages = _of_packages()
    found: list[str] = []
    for area in areas():
        asked = {key(entry) for entry in collected(area)}
        allowed = asked | (of_packages.keys() if area == REST else set())
        for language in LANGUAGES:
            name = catalogue_path(area, language).relative_to(PACKAGE)
            held = entries(area, language)
            here = {key(entry) for entry in held if not entry.obsolete}
            found += [f"{name}: missing: {text!r}" for _, text in sorted(asked - here)]
            found += [f"{name}: nothing asks for: {text!r}" for _, text in sorted(here - allowed)]
            found += [f"{name}: {remark}: {entry.msgid!r}" for entry in held for remark in faults(entry)]
    return [*found, *_disagreements()]


def faults(entry: polib.POEntry) -> Iterator[str]:
    if entry.obsolete:
        yield "obsolete"
        return
    if entry.fuzzy:
        yield "fuzzy"
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not texts or not all(texts):
        yield "not translated"
        return
    wanted = _placeholders(entry.msgid_plural or entry.msgid)
    if any(_placeholders(text) != wanted for text in texts):
        yield "other placeholders than the original"


def _placeholders(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def _disagreements() -> Iterator[str]:
    """Django merges all catalogues, so one text must not be translated in two ways."""
    for language in LANGUAGES:
        said: dict[Key, tuple[str, Path]] = {}
        for area in areas():
            for entry in entries(area, language):
                here = entry.msgstr or str(entry.msgstr_plural)
                text, where = said.setdefault(key(entry), (here, area))
                if here != text:
                    names = [str(folder.relative_to(PACKAGE)) for folder in (area, where)]
                    yield f"{language}: {entry.msgid!r} is said in two ways: {' and '.join(names)}"


def main(words: list[str]) -> int:
    """`write [AREA …]` updates the catalogues, `check` lists what is wrong with them."""
    if words[0] == "write":
        for area in areas():
            if not words[1:] or str(area.relative_to(PACKAGE)) in words[1:]:
                write(area)
    found = problems()
    print("\n".join(found) or "The texts are complete in both languages.")
    return int(words[0] == "check" and bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
