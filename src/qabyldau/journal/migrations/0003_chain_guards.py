"""The database moves the chain's head itself, and refuses to change or delete a link."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER journal_entry_moves_head AFTER INSERT ON journal_entry BEGIN
         UPDATE journal_head SET seq = NEW.seq, hash = NEW.hash WHERE office_id = NEW.office_id;
       END""",
    """CREATE TRIGGER journal_entry_is_never_changed BEFORE UPDATE ON journal_entry BEGIN
         SELECT RAISE(ABORT, 'the journal is never changed');
       END""",
    """CREATE TRIGGER journal_entry_is_never_deleted BEFORE DELETE ON journal_entry BEGIN
         SELECT RAISE(ABORT, 'the journal is never changed');
       END""",
]
POSTGRESQL = [
    """CREATE FUNCTION journal_move_head() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         UPDATE journal_head SET seq = NEW.seq, hash = NEW.hash WHERE office_id = NEW.office_id;
         PERFORM pg_notify('journal', NEW.office_id || ':' || NEW.seq);
         RETURN NULL;
       END $$""",
    """CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         RAISE EXCEPTION 'the journal is never changed';
       END $$""",
    """CREATE TRIGGER journal_entry_moves_head AFTER INSERT ON journal_entry
         FOR EACH ROW EXECUTE FUNCTION journal_move_head()""",
    """CREATE TRIGGER journal_entry_is_never_changed BEFORE UPDATE OR DELETE ON journal_entry
         FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    """CREATE TRIGGER journal_entry_is_never_emptied BEFORE TRUNCATE ON journal_entry
         FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER journal_entry_moves_head",
        "DROP TRIGGER journal_entry_is_never_changed",
        "DROP TRIGGER journal_entry_is_never_deleted",
    ],
    "postgresql": [
        "DROP FUNCTION journal_move_head CASCADE",
        "DROP FUNCTION journal_refuse CASCADE",
    ],
}


def guard(_apps, schema_editor):
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_belongs_to_an_office")]

    operations = [migrations.RunPython(guard, unguard)]
