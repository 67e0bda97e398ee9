"""Worklists are read in their order from an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_finds_words")]

    operations = [
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(
                models.F("office"),
                models.ExpressionWrapper(models.Q(("due_on", None)), output_field=models.BooleanField()),
                models.F("due_on"),
                models.F("reception_at"),
                models.F("id"),
                name="registry_by_deadline",
            ),
        ),
    ]
