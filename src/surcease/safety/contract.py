"""The JSON of a check, schema surcease.check/1."""

from __future__ import annotations

import json
from typing import Any

from surcease.diary import Dose
from surcease.safety.check import SafetyCheck
from surcease.safety.finding import Finding
from surcease.version import __version__

SCHEMA = "surcease.check/1"

type Json = dict[str, Any]


def to_json(check: SafetyCheck) -> str:
    return json.dumps(to_dict(check), ensure_ascii=False, allow_nan=False)


def to_dict(check: SafetyCheck) -> Json:
    return {
        "schema": SCHEMA,
        "as_of": check.as_of.isoformat(),
        "findings": [_finding(each) for each in check.findings],
        "needs": [
            {"needs": each.needs, "where": each.where, "rules": list(each.rules)}
            for each in check.needs
        ],
        "version": __version__,
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity.value,
        "on": finding.on.isoformat(),
        "text": finding.text,
        "ask": finding.ask,
        "doses": [_dose(each) for each in finding.doses],
        "rests_on": [
            {"source": source, "tag": fact.tag, "verified": fact.verified}
            for fact in finding.facts
            for source in (fact.source, *fact.also)
        ],
    }


def _dose(dose: Dose) -> Json:
    return {
        "given_at": dose.given_at.local.isoformat(),
        "treatment": dose.treatment,
        "amount": dose.amount,
        "unit": dose.unit,
    }
