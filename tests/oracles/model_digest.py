"""Which model a stored result belongs to: a digest of the source that made it.

Comments, docstrings and formatting do not count, nor do modules that the entry points never load.
"""

from __future__ import annotations

import ast
import inspect
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import numpy as np

from surcease.formulary import default_fact, treatments
from surcease.inference.problem import Problem

MODEL = ("surcease.inference.", "surcease.effects.", "surcease.simulation.")
PRIOR_FACTS = ("onset_prior", "duration_prior", "lag_prior", "reference_amount")
WORDS = {"note", "source", "tag", "scale"}
DECIMALS = 9
LIST_LOADED = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps({name: module.__file__ for name, module in sys.modules.items()
    if name.startswith("surcease.") and getattr(module, "__file__", None)}))
"""


@cache
def model_digest(*entry_modules: str) -> str:
    """Return the SHA-256 of the entry points and of all of the model that importing them loads.

    The model is inference, effects and simulation. The numbers of priors.toml count where
    `effects.priors` is loaded, and those of the formulary that the engine reads where
    `effects.prior_facts` is; what is said about them in words does not.
    """
    whole = sha256()
    loaded = loaded_modules(entry_modules)
    for name in sorted(loaded):
        if name in entry_modules or f"{name}.".startswith(MODEL):
            tree = ast.parse(loaded[name].read_text(encoding="utf-8"))
            whole.update(f"{name}\n{meaning(tree)}\n".encode())
    if "surcease.effects.priors" in loaded:
        priors = files("surcease.effects").joinpath("data/priors.toml").read_text(encoding="utf-8")
        whole.update(json.dumps(without_words(tomllib.loads(priors))).encode())
    if "surcease.effects.prior_facts" in loaded:
        whole.update(json.dumps(list(formulary_priors())).encode())
    return whole.hexdigest()


def calibrated_digest() -> str:
    """Return the digest of all that a simulated diary's estimates depend on."""
    return model_digest(
        "surcease.analysis.fitted", "surcease.effects.treatment_effects", "surcease.simulation"
    )


def code_digest(*modules: ModuleType) -> str:
    """Return the SHA-256 of what modules do."""
    trees = (ast.parse(inspect.getsource(each)) for each in modules)
    return sha256("\n".join(map(meaning, trees)).encode()).hexdigest()


def loaded_modules(entry_modules: tuple[str, ...]) -> dict[str, Path]:
    """Import the entry points in an interpreter of their own; return what that loaded."""
    command = [sys.executable, "-c", LIST_LOADED, *entry_modules]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return {name: Path(path) for name, path in json.loads(printed).items()}


def meaning(node: object) -> str:
    """Write a syntax tree without what changes nothing, and alike in every version of Python."""
    if isinstance(node, list):
        return f"[{', '.join(meaning(each) for each in node if counts(each))}]"
    if isinstance(node, ast.JoinedStr):  # in Python 3.12 some hold an empty string more
        return f"JoinedStr([{', '.join(meaning(each) for each in node.values if not empty(each))}])"
    if isinstance(node, ast.AST):
        fields = (each for each in ast.iter_fields(node) if each[1] not in (None, []))
        return f"{type(node).__name__}({', '.join(f'{k}={meaning(v)}' for k, v in fields)})"
    return repr(node)


def counts(node: object) -> bool:
    """Tell whether a node is anything but a string that stands as a statement."""
    return not (isinstance(node, ast.Expr) and is_text(node.value))


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def empty(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == ""


def without_words(table: object) -> object:
    """Return a TOML table without the words that explain its numbers."""
    if isinstance(table, dict):
        return {key: without_words(each) for key, each in table.items() if key not in WORDS}
    return [without_words(each) for each in table] if isinstance(table, list) else table


def formulary_priors() -> Iterator[list[object]]:
    """Yield the numbers of the formulary that the engine reads."""
    for treatment in treatments().values():
        for name in PRIOR_FACTS:
            for fact in treatment.facts.get(name, ()):
                yield [
                    treatment.key,
                    treatment.action,
                    name,
                    fact.value,
                    fact.unit,
                    str(fact.from_on),
                ]
    for name in PRIOR_FACTS:
        fact = default_fact(name)
        yield ["default", name, fact.value, fact.unit]


def problem_digest(problem: Problem) -> str:
    """Return the SHA-256 of a problem's arrays, rounded so that every machine agrees."""
    return sha256(json.dumps(plain(problem)).encode()).hexdigest()


def plain(part: object) -> object:
    if isinstance(part, tuple):
        return [plain(each) for each in part]
    rounded = np.round(np.asarray(part, dtype=np.float64), DECIMALS)
    return (rounded + 0).tolist()  # minus zero becomes zero
