from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_answers_may_be_doubted"),
    ]

    operations = [
        migrations.AddField(
            model_name="officesettings",
            name="report_days",
            field=models.PositiveSmallIntegerField(
                default=10, help_text="working days after a quarter by which its report is sent"
            ),
        ),
    ]
