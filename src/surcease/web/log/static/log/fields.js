// Forms and the cells of an entry. Only cells that the user touched are ever sent.

import { cellFor, dateOf, instant, wallIn, wallNow } from "./clock.js";
import { textAndTick, tickOf, valueOf, withoutTick } from "./tick.js";

const CELL = "cell.";

const named = (form) => [...form.elements].filter((field) => field.name?.startsWith(CELL));

const nameOf = (field) => field.name.slice(CELL.length);

const isInstant = (field) => field.type === "datetime-local";

function present(field) {
  if (field.type === "date") return dateOf(new Date());
  return isInstant(field) ? wallNow() : "";
}

const inField = (field, cell) => (isInstant(field) ? wallIn(cell) : cell);

function startOf(field) {
  return field.dataset.start ?? ("now" in field.dataset ? present(field) : "");
}

// Shows an entry's cells, or the defaults of a new one; `instead` are cells that the server refused.
export function fillForm(form, cells, isNew, instead = {}) {
  form.reset();
  for (const field of named(form).filter(({ type }) => type !== "hidden" && type !== "submit")) {
    const cell = cells[nameOf(field)] ?? "";
    const said = instead[nameOf(field)];
    if (field.type === "radio") field.checked = field.value === (said ?? (isNew ? field.dataset.start : cell));
    else fillField(field, cell, said, isNew);
    field.dataset.was = textAndTick(field, inField(field, cell));
  }
}

function fillField(field, cell, said, isNew) {
  if (field.tagName === "SELECT") offer(field, said ?? cell);
  field.value = inField(field, said ?? cell) || (isNew ? startOf(field) : "");
  field.dataset.cell = said ?? cell;
  field.dataset.began = said === undefined ? field.value : "";
  if (tickOf(field)) withoutTick(field);
}

// A name that the list lacks, such as the user's own, is offered as well.
function offer(select, value) {
  select.querySelector("[data-own]")?.remove();
  if (!value || [...select.options].some((option) => option.value === value)) return;
  const own = new Option(value, value);
  own.dataset.own = "";
  select.add(own);
}

function cellIn(field, isNew) {
  const untouched = field.value === field.dataset.began;
  const isNow = "now" in field.dataset && isNew && (untouched || !field.value);
  if (!isInstant(field)) return isNow ? dateOf(new Date()) : valueOf(field).trim();
  if (isNow) return instant();
  const corrected = field.dataset.cell;
  return field.value === wallIn(corrected ?? "") ? corrected : cellFor(field.value, corrected);
}

// The cells that the user set: of a new entry all that are filled, else those that differ from what
// the form showed when it was opened.
export function cellsIn(form, submitter, isNew) {
  const set = named(form).filter((field) => isSet(field, submitter, isNew));
  const cells = Object.fromEntries(set.map((field) => [nameOf(field), said(field, isNew)]));
  const other = form.elements["other.treatment"]?.value.trim();
  // In a form with fields for its times they say themselves when they mean now.
  const now = form.matches(".entry") ? "" : form.elements.now?.value;
  if (other) cells.treatment = other;
  if (now && !cells[now]) cells[now] = now.endsWith("on") ? dateOf(new Date()) : instant();
  return cells;
}

function isSet(field, submitter, isNew) {
  if (field.type === "submit") return field === submitter;
  if (field.type === "hidden") return Boolean(field.value);
  if (field.type === "radio" && !field.checked) return false;
  const touched = valueOf(field) !== (field.dataset.was ?? "");
  return isNew ? Boolean(said(field, true)) : touched;
}

function said(field, isNew) {
  if (field.type === "submit") return field.getAttribute("aria-pressed") === "true" ? "" : field.value;
  return field.type === "hidden" || field.type === "radio" ? field.value : cellIn(field, isNew);
}
