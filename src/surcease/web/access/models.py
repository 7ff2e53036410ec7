from __future__ import annotations

from django.db import models


class Link(models.Model):
    """A one-time link: the digest of its token, never the token."""

    digest = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Account(models.Model):
    """The one account: a hashed password, and how often and until when wrong ones count."""

    password = models.CharField(max_length=200)
    failures = models.PositiveIntegerField()
    not_before = models.DateTimeField()
