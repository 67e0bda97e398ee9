"""Give those already known the key that finds a name in any alphabet; in batches, and again if broken off."""

import re
import unicodedata

from django.db import migrations

BATCH = 1000
LETTERS = dict(
    zip("аәбвгғдеёэжзийіыкқлмнңоөпрстуұүфхһцчшщ", "aabvggdeeejziiiikklmnnooprstuuufhhcqxx", strict=True)
) | {"ю": "iu", "я": "ia", "ъ": "", "ь": ""}
LATIN = dict(zip("äáğǵıyŋñńöóşūüúýwqxçčšžə", "aaggiinnnooxuuuuukhqqxja", strict=True))
PAIRS = {
    "shch": "x",
    "sh": "x",
    "ch": "q",
    "zh": "j",
    "gh": "g",
    "kh": "h",
    "ts": "c",
    "ya": "ia",
    "yu": "iu",
    "s'": "x",
    "c'": "q",
    "a'": "a",
    "g'": "g",
    "i'": "i",
    "n'": "n",
    "o'": "o",
    "u'": "u",
    "y'": "u",
}
SOUND = re.compile("|".join([*PAIRS, "."]))
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʹ", "'"))


def _sound(found):
    for known in (PAIRS, LATIN, LETTERS):
        if found[0] in known:
            return known[found[0]]
    return found[0] if found[0].isalnum() else ""


def _rough(word):
    plain = unicodedata.normalize("NFC", word.casefold()).translate(APOSTROPHES).replace("i̇", "i")
    return plain if plain.isdigit() else re.sub(r"(.)\1+", r"\1", SOUND.sub(_sound, plain))


def _key(name):
    words = [_rough(word.strip(".,")) for word in name.replace("-", " ").split()]
    return " ".join(sorted([word for word in words if len(word) > 1][:2]))[:200]


def fill(apps, schema_editor):
    rows = apps.get_model("people", "Applicant").objects
    last = 0
    while batch := list(rows.filter(pk__gt=last, name_key="").order_by("pk")[:BATCH]):
        for row in batch:
            row.name_key = _key(row.name)
        rows.bulk_update(batch, ["name_key"])
        last = batch[-1].pk


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("people", "0004_finds_names_in_any_spelling"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
