"""Words of an appeal are found by an index: FTS5 on SQLite, a text vector on PostgreSQL.

Whatever makes the table of appeals anew on SQLite drops these triggers: it has to put them back
(tests/flow/test_search.py looks whether they are there).
"""

from django.db import migrations

DOCUMENT = (
    "replace({0}number, '-', ' ') || ' ' || replace({0}external_number, '-', ' ') || ' ' || "
    "{0}folded_name || ' ' || {0}folded_substance"
)
NEW = DOCUMENT.format("NEW.")
SQLITE = [
    """CREATE VIRTUAL TABLE registry_words USING fts5(
         words, content='', contentless_delete=1, prefix='3', tokenize="unicode61 remove_diacritics 0")""",
    f"INSERT INTO registry_words(rowid, words) SELECT id, {DOCUMENT.format('')} FROM registry_appeal",
    f"""CREATE TRIGGER registry_words_come AFTER INSERT ON registry_appeal BEGIN
         INSERT OR REPLACE INTO registry_words(rowid, words) VALUES (NEW.id, {NEW});
       END""",
    f"""CREATE TRIGGER registry_words_change
       AFTER UPDATE OF number, external_number, folded_name, folded_substance ON registry_appeal
       WHEN OLD.number <> NEW.number OR OLD.external_number <> NEW.external_number
         OR OLD.folded_name <> NEW.folded_name OR OLD.folded_substance <> NEW.folded_substance BEGIN
         INSERT OR REPLACE INTO registry_words(rowid, words) VALUES (NEW.id, {NEW});
       END""",
    """CREATE TRIGGER registry_words_go AFTER DELETE ON registry_appeal BEGIN
         DELETE FROM registry_words WHERE rowid = OLD.id;
       END""",
]
POSTGRESQL = [
    f"""CREATE INDEX registry_by_words ON registry_appeal
       USING gin (to_tsvector('simple'::regconfig, {DOCUMENT.format("")}))""",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER registry_words_come",
        "DROP TRIGGER registry_words_change",
        "DROP TRIGGER registry_words_go",
        "DROP TABLE registry_words",
    ],
    "postgresql": ["DROP INDEX registry_by_words"],
}


def find(_apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def find_no_more(_apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("registry", "0005_answer_is_checked_again")]

    operations = [migrations.RunPython(find, find_no_more)]
