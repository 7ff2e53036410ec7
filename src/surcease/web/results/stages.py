from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _


class Stage(StrEnum):
    """What the process that makes results is doing."""

    STARTING = "starting"
    RULES = "rules"
    ACUTE = "acute"
    COMPILING = "compiling"
    COURSE = "course"
    DRAWING = "drawing"
    CHECKS = "checks"

    @property
    def in_words(self) -> str:
        return {
            Stage.STARTING: _("Reading the diary"),
            Stage.RULES: _("Holding it against the safety rules"),
            Stage.ACUTE: _("Following each attack after a dose"),
            Stage.COMPILING: _("Getting this machine ready, once: a minute or two"),
            Stage.COURSE: _("Working out the course and each treatment"),
            Stage.DRAWING: _("Drawing"),
            Stage.CHECKS: _("Putting questions to the estimate"),
        }[self]


class Failure(StrEnum):
    """Why there is no result."""

    MEMORY = "memory"
    DIARY = "diary"
    PROGRAM = "program"
    STOPPED = "stopped"

    @property
    def in_words(self) -> str:
        return {
            Failure.MEMORY: _("This machine has too little free memory for it right now."),
            Failure.DIARY: _("An entry cannot be read by this version of the program."),
            Failure.PROGRAM: _("The program made a mistake. The diary itself is not touched."),
            Failure.STOPPED: _("It was stopped before it was done."),
        }[self]
