// An entry in words.

import { minutesSince, shown, shownDay } from "./clock.js";
import { begins } from "./merge.js";
import { language, text } from "./texts.js";
import { amountInWords, nameOf } from "./treatments.js";

const list = (...parts) => parts.filter(Boolean).join(" · ");

const STILL_RUNNING_MIN = 24 * 60;

// For so long after its start an attack without an end may be one that goes on.
export const mayRun = (cells) => !cells.ended_at && minutesSince(cells.started_at) < STILL_RUNNING_MIN;

function lasted(cells) {
  if (!cells.ended_at) return mayRun(cells) ? text("going-on") : "";
  return text("minutes", { minutes: Math.round(minutesSince(cells.started_at) - minutesSince(cells.ended_at)) });
}

const LONGEST_NOTE = 80;

const shortened = (note) => (note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE).trimEnd()}…` : note);

const IN_WORDS = {
  attacks: (cells) =>
    list(
      text(cells.kind || "attack"),
      cells.intensity && text("pain", { pain: cells.intensity }),
      cells.side && text(cells.side),
      lasted(cells),
    ),
  doses: (cells) => list(nameOf(cells.treatment), amountInWords(cells.amount, cells.unit), cells.site),
  regimens: (cells) =>
    list(
      nameOf(cells.treatment),
      text("a-day", { what: amountInWords(cells.amount_per_day, cells.unit) }),
      cells.to_on && text("stopped", { day: shownDay(cells.to_on, language()) }),
    ),
  days: (cells) =>
    cells.attacks === "0"
      ? text("no-attack")
      : cells.attacks
        ? text("attacks", { attacks: cells.attacks })
        : text("not-known"),
  labs: (cells) => list(cells.test, cells.assay, amountInWords(cells.value, cells.unit)),
  symptoms: (cells) => text("side-effect", { what: cells.symptom }),
  notes: (cells) => text("note", { what: shortened(cells.note ?? "") }),
};

export const hasWords = (entry) => entry.kind in IN_WORDS;

export const inWords = (entry) => IN_WORDS[entry.kind](entry.cells);

export function whenInWords(entry) {
  const at = begins(entry);
  return at.length > 10 ? shown(at, language()) : at && shownDay(at, language());
}
