from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("control", "0002_lives_until_the_final_answer")]

    operations = [
        migrations.AddField(
            model_name="executor",
            name="reminded_on",
            field=models.DateField(null=True),
        ),
    ]
