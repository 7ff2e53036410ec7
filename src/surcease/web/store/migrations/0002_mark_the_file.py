from django.db import migrations

from surcease.web.store.mark import APPLICATION_ID


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [
        migrations.RunSQL(f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA application_id = 0"),
    ]
