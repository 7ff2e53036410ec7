from __future__ import annotations

from django.db import models


class Backup(models.Model):
    """That a backup was made, and how many versions the record had then."""

    taken_at = models.DateTimeField()
    versions = models.PositiveIntegerField()
