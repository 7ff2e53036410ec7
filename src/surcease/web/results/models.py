from __future__ import annotations

from typing import ClassVar

from django.db import models


class Result(models.Model):
    """What was made of the record as it stood once; no part of the record, only kept to be shown.

    `revision` is the last version of any entry that it knows, `digest` that of the diary. It is
    `whole` once its analysis is done: parts that take less time are shown before.
    """

    digest = models.CharField(max_length=64)
    program = models.CharField(max_length=40)
    seed = models.PositiveIntegerField()
    revision = models.BigIntegerField()
    made_at = models.DateTimeField()
    whole = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["digest", "program", "seed"], name="one_result_of_a_diary"
            ),
        ]


class Part(models.Model):
    """A page's content as HTML, or a document, by its name."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="parts")
    name = models.CharField(max_length=40)
    text = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["name", "result"], name="one_part_of_a_name"),
        ]


class Chart(models.Model):
    """A figure as the browser draws it: JSON."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="charts")
    name = models.CharField(max_length=80)
    drawing = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["result", "name"], name="one_chart_of_a_name"),
        ]
