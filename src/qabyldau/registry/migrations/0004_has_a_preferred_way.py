from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0003_asks_passes_on_and_joins"),
    ]

    operations = [
        migrations.AddField(
            model_name="appeal",
            name="preferred",
            field=models.CharField(
                blank=True,
                choices=[("email", "Email"), ("sms", "Sms"), ("paper", "Paper"), ("portal", "Portal")],
                default="",
                help_text="by which way letters go; empty: by every way left",
                max_length=10,
            ),
            preserve_default=False,
        ),
    ]
