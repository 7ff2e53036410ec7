// What the page shows, worked out from the server's last state and the actions not sent yet.

import * as archive from "./archive.js";
import { dateOf, minutesSince } from "./clock.js";
import * as held from "./held.js";
import { begins, isWhole, latestFirst, withActions } from "./merge.js";
import * as store from "./store.js";
import { isAcute } from "./treatments.js";
import { hasWords, mayRun } from "./words.js";

const ASK_FOR_MIN = 120;
const MOST_LATELY = 20;
const LATELY_MIN = 35 * 24 * 60;
const BLANK = { entries: [], unknown: [], notes: {} };

// Older entries than the state tells that were opened on this page, to be there when they are changed.
const sought = new Set();

export async function look() {
  const [state, actions, asked] = await Promise.all([store.state(), store.actions(), store.asked()]);
  const told = state ?? BLANK;
  const kept = [...(await older(told.entries, actions)), ...told.entries];
  held.release(kept);
  const all = withActions([...kept, ...held.all()], actions);
  const entries = all.filter((entry) => !entry.deleted && isWhole(entry));
  const of = (kind) => latestFirst(entries.filter((entry) => entry.kind === kind));
  const attacks = of("attacks");
  const doses = of("doses");
  return {
    all,
    entries,
    actions,
    told: told.entries,
    latest: told.latest,
    isNew: Boolean(told.is_new),
    notes: told.notes,
    known: Boolean(state),
    running: running(attacks),
    usuals: usuals(entries, doses),
    regimens: of("regimens").filter((entry) => !entry.cells.to_on),
    unknown: stillUnknown(told.unknown, attacks, of("days")),
    days: of("days"),
    doses,
    question: question(doses, asked ?? {}),
    lately: latestFirst(entries.filter(isLately)).slice(0, MOST_LATELY),
  };
}

// What the state does not tell of, and was opened here or waits to be sent.
async function older(told, actions) {
  const known = new Set(told.map(({ id }) => id));
  const changed = actions.filter((action) => action.do !== "put").map(({ entry }) => entry);
  held.all().forEach(({ id }) => seek(id));
  return archive.of([...new Set([...sought, ...changed])].filter((id) => !known.has(id)));
}

export const seek = (id) => sought.add(id);

const isLately = (entry) => hasWords(entry) && minutesSince(begins(entry)) < LATELY_MIN;

export function find(model, id) {
  return model.all.find((entry) => entry.id === id);
}

function running([latest]) {
  return latest && mayRun(latest.cells) ? latest : null;
}

// The treatments that the user keeps at hand; while there are none, the acute ones last taken.
function usuals(entries, doses) {
  const kept = entries.filter((entry) => entry.kind === "usuals").map((entry) => entry.cells);
  const acute = kept.filter((cells) => cells.role === "acute" || (!cells.role && isAcute(cells.treatment)));
  if (acute.length) return acute;
  const taken = new Map();
  for (const { cells } of doses) {
    if (isAcute(cells.treatment) && !taken.has(cells.treatment)) taken.set(cells.treatment, cells);
  }
  return [...taken.values()];
}

function stillUnknown(days, attacks, said) {
  const known = new Set(said.filter(({ cells }) => cells.attacks).map(({ cells }) => cells.on));
  for (const { cells } of attacks) {
    if (cells.kind !== "shadow") known.add(cells.started_at.slice(0, 10));
  }
  return days.filter((day) => !known.has(day));
}

// Pain at 15 and 30 minutes, each asked once, of the latest acute dose.
function question(doses, asked) {
  const dose = doses.find(({ cells }) => isAcute(cells.treatment));
  if (!dose) return null;
  const minutes = minutesSince(dose.cells.given_at);
  if (minutes > ASK_FOR_MIN) return null;
  const due = [30, 15].find((after) => minutes >= after);
  if (!due || dose.cells[`intensity_${due}_min`] || asked[`${dose.id} ${due}`]) return null;
  return { dose, after: due, cell: `intensity_${due}_min` };
}

export async function dontAsk({ dose, after }) {
  await store.keepAsked({ ...(await store.asked()), [`${dose.id} ${after}`]: true });
}

// The sites of the latest session of a treatment, as the start of the next one.
export function lastSession(model, treatment) {
  const sited = model.doses.filter(({ cells }) => cells.treatment === treatment && cells.site);
  const at = sited.length ? new Date(begins(sited[0])).getTime() : null;
  return sited.filter((dose) => new Date(begins(dose)).getTime() === at).map(({ cells }) => cells);
}

export const today = () => dateOf(new Date());
