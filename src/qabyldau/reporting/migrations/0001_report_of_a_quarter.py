import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("papers", "0001_initial"),
        ("people", "0006_keys_of_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(help_text="the first day after the period")),
                ("edition_code", models.CharField(max_length=40)),
                ("citation", models.JSONField()),
                ("due_on", models.DateField(help_text="by when the office sends it")),
                ("figures", models.JSONField(help_text="by indicator, and in it by part: how many")),
                ("digest", models.CharField(help_text="of the period and the figures", max_length=64)),
                ("by_name", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                ("sent_on", models.DateField(null=True)),
                (
                    "sent_way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sed", "Sed"),
                            ("email", "Email"),
                            ("post", "Post"),
                            ("courier", "Courier"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "sent_number",
                    models.CharField(blank=True, help_text="of the register it went through", max_length=60),
                ),
                (
                    "by_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.office"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                    ),
                ),
            ],
            options={
                "ordering": ["-since"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "since"), name="reporting_one_report_a_period"),
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("since"))),
                        name="reporting_period_in_order",
                        violation_error_message="A period ends after it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_on", None), ("sent_way", "")),
                            models.Q(
                                ("sent_on__gte", models.F("until")),
                                models.Q(("sent_way", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reporting_sent_in_a_way",
                        violation_error_message="A report is sent after its period, in a way that is named.",
                    ),
                ],
            },
        ),
    ]
