from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One thing written down, as it stands now: one row of a table of the diary folder.

    `cells` are the row's text cells by column, without the empty ones. What sorts it is `begins_at`
    where it has an instant, else `on`. `batch` is the import that brought it.
    """

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=20)
    cells = models.JSONField()
    begins_at = models.DateTimeField(null=True)
    on = models.DateField(null=True)
    number = models.PositiveIntegerField()
    deleted = models.BooleanField(default=False)
    batch = models.UUIDField(null=True, db_index=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "deleted", "begins_at"], name="entry_begins_at"),
            models.Index(fields=["kind", "deleted", "on"], name="entry_on"),
        ]


class Version(models.Model):
    """One action that was recorded, and the entry as it was after it. Never changed, never removed.

    `said` are the cells that the action set, at `made_at` by the clock of whoever made it; `cells`
    and `deleted` are what followed.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    action = models.UUIDField(unique=True)
    do = models.CharField(max_length=10)
    said = models.JSONField()
    cells = models.JSONField()
    deleted = models.BooleanField()
    made_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=20)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_version_of_a_number"),
        ]
