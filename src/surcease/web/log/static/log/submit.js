// Every form of the page, with or without a view of its own, becomes actions.

import { cellsIn } from "./fields.js";
import { find, look } from "./model.js";
import { $, model, refresh } from "./page.js";
import { change, put, remove, restore } from "./record.js";
import { newRegimen } from "./regimens.js";
import { go } from "./route.js";
import { sessionActions } from "./session.js";
import { forget } from "./store.js";
import { copyOf, text } from "./texts.js";
import { takeReplaced } from "./views.js";
import { write } from "./writing.js";

class Unclear extends Error {}

function made(form, submitter) {
  if (form.id === "session-form") return some(sessionActions(), "no-sites");
  const { do: what, kind, entry } = form.dataset;
  if (what === "put") return newOf(kind, cellsIn(form, submitter, true));
  const target = { id: entry, kind };
  if (what === "change") {
    const cells = cellsIn(form, submitter, false);
    return some(Object.keys(cells).length ? [change(target, cells)] : [], "nothing-new");
  }
  return [what === "delete" ? remove(target) : restore(target)];
}

function some(actions, otherwise) {
  if (!actions?.length) throw new Unclear(text(otherwise));
  return actions;
}

// Of a day there is one word; a new regimen ends the one before.
function newOf(kind, cells) {
  if (["doses", "regimens"].includes(kind) && !cells.treatment) throw new Unclear(text("no-treatment"));
  if (kind === "regimens") return some(newRegimen(cells, model.regimens), "same-day");
  const said = kind === "days" && model.days.find((entry) => entry.cells.on === cells.on);
  return [said ? change(said, { attacks: cells.attacks ?? "" }) : put(kind, cells)];
}

// A dose that is logged by one tap, now, was taken at the pain that was tapped last.
async function atThisPain(actions) {
  const { running } = await look().catch(() => model);
  const pain = running?.cells.intensity;
  return pain ? actions.map((dose) => ({ ...dose, cells: { ...dose.cells, intensity_before: pain } })) : actions;
}

function complain(form, said) {
  const place = $("[data-error]", form) ?? $("#done");
  place.textContent = said;
  place.hidden = false;
}

async function submit(event) {
  const form = event.target;
  if (!form.dataset.do && form.id !== "session-form") return;
  event.preventDefault();
  if ($("[data-error]", form)) $("[data-error]", form).hidden = true;
  try {
    const said = made(form, event.submitter);
    const actions = form.matches(".now-form") ? await atThisPain(said) : said;
    const stored = await write(actions);
    if (stored) await afterwards(form, actions);
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    complain(form, error.message);
  }
}

async function afterwards(form, actions) {
  if (form.closest(".view")) {
    for (const action of takeReplaced()) await forget(action.nth);
    const stays = form.closest("#unknown, #regimens, .view:not(.open)");
    if (!stays) go(document.documentElement.dataset.log);
    await refresh();
  }
  if (actions.some(speaksOfEnding)) $("#status").after(copyOf("crisis"));
}

// Decides only what is shown first, on this screen; it is kept nowhere and keeps nobody from writing.
function speaksOfEnding({ cells }) {
  const said = ` ${[cells.notes, cells.note, cells.symptom, cells.symptoms].join(" ").toLowerCase()} `;
  return text("ideation").split("|").some((words) => said.includes(words));
}

export function watchForms() {
  document.addEventListener("submit", submit);
}
