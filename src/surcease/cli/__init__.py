from surcease.cli.app import run

__all__ = ["run"]
