// Opens a view: a form on an entry or as a new one.

import { shownDay } from "./clock.js";
import { fillForm } from "./fields.js";
import { isWhole } from "./merge.js";
import { find, seek, today } from "./model.js";
import { $, entryAddress, model, onDraw, refresh } from "./page.js";
import { put } from "./record.js";
import { go, open, place } from "./route.js";
import { openEarlier } from "./earlier.js";
import { openSession } from "./session.js";
import { copyOf, fill, language, show, text } from "./texts.js";
import { askAboutUnit, startAmount } from "./units.js";
import { showVersions } from "./versions.js";
import { inWords } from "./words.js";
import { write } from "./writing.js";

const AMOUNT = ["amount", "amount_per_day", "unit"];
const OPENING = { session: () => openSession(model), earlier: openEarlier };

let opened = null; // the entry whose form is open, as it was when that was last drawn
let replaced = []; // refused actions that the open form stands for

export const takeReplaced = () => replaced.splice(0);

function setMode(section, mode, entry) {
  for (const part of section.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== mode;
  const form = $("form.entry", section);
  form.dataset.do = mode;
  form.dataset.entry = entry?.id ?? "";
  if (entry) setRemoval($("form.removal", section), entry);
}

function setRemoval(form, entry) {
  form.dataset.do = entry.deleted ? "restore" : "delete";
  Object.assign(form.dataset, { kind: entry.kind, entry: entry.id });
  fill(form, { removal: text(entry.deleted ? "bring-back" : "delete") });
}

export function openNew(section, cells = {}) {
  const form = $("form.entry", section);
  if (section.dataset.formOf) setMode(section, "put");
  fillForm(form, {}, true, cells);
  if (form.elements["cell.treatment"] && !AMOUNT.some((name) => cells[name])) startAmount(form, model.doses);
  askAboutUnit(form);
  open(section);
}

export function openEntry(entry, instead = {}) {
  const section = $(`[data-form-of="${entry.kind}"]`);
  setMode(section, "change", entry);
  fillForm($("form.entry", section), entry.cells, false, instead);
  askAboutUnit($("form.entry", section));
  open(section);
  opened = entry;
  showVersions(section, entry.id);
}

// What was just sent is a version more.
function keepVersions(now) {
  const entry = opened && find(now, opened.id);
  if (!entry) return;
  if (opened.unsent && !entry.unsent) showVersions($(`[data-form-of="${entry.kind}"]`), entry.id);
  opened = entry;
}

// An older entry than the state tells, which the archive of this device may have.
async function openOlder(id) {
  seek(id);
  await refresh();
  if (place().entry !== id) return;
  const entry = find(model, id);
  if (entry && isWhole(entry)) openEntry(entry);
  else missing();
}

function missing() {
  open(null);
  const said = document.createElement("p");
  said.className = "note missing";
  said.textContent = text("needs-server");
  $("#status").after(said);
}

export function openDose(item) {
  const cells = {};
  for (const field of item.querySelectorAll("input[name^='cell.']")) {
    cells[field.name.slice("cell.".length)] = field.value;
  }
  go(`${document.documentElement.dataset.log}#dose`);
  openNew($("#dose"), cells);
}

function route() {
  replaced = [];
  opened = null;
  $(".missing")?.remove();
  const { view, entry } = place();
  const section = document.getElementById(view);
  if (entry) {
    const known = find(model, entry);
    if (known && isWhole(known)) openEntry(known);
    else return openOlder(entry);
  } else if (!section?.classList.contains("view")) open(null);
  else if (OPENING[view]) openWith(section, OPENING[view]);
  else if ($("form.entry", section)) openNew(section);
  else open(section);
}

function openWith(section, start) {
  start();
  open(section);
}

// Refused actions of one entry become one form, with what they said, to be put right. Where the entry
// itself is not on this device, the server's page of it is opened.
export function correct(action) {
  const refused = model.actions.filter((each) => each.entry === action.entry && each.refused !== undefined);
  const instead = Object.assign({}, ...refused.map((each) => each.cells));
  const entry = find(model, action.entry);
  if (entry && isWhole(entry)) openEntry(entry, instead);
  else if (refused.every((each) => each.do !== "put")) return location.assign(entryAddress(action.entry));
  else openNew($(`[data-form-of="${action.kind}"]`), instead);
  replaced = refused;
}

function regimen(entry) {
  const element = copyOf("regimen");
  element.dataset.entry = entry.id;
  $("form", element).dataset.entry = entry.id;
  $('[data-fill="edit"]', element).href = entryAddress(entry.id);
  return fill(element, { words: inWords(entry), since: shownDay(entry.cells.from_on, language()) });
}

function unknown(day) {
  const element = copyOf("unknown");
  $('[name="cell.on"]', element).setAttribute("value", day);
  return fill(element, { day: shownDay(day, language()) });
}

async function noneOfThese() {
  const said = model.unknown.map((on) => put("days", { on, attacks: "0" }));
  if (said.length) await write(said, text("none-of-these", { count: said.length }));
}

function anotherAmount({ target }) {
  const id = target.closest("[data-change-amount]") && target.closest("[data-entry]").dataset.entry;
  if (!id) return;
  const { treatment, unit } = find(model, id).cells;
  openNew($("#regimen"), { treatment, unit, from_on: today() });
  $('[name="cell.amount_per_day"]').focus();
}

export function watchViews() {
  onDraw((now) => {
    show($("#regimens"), now.regimens.map(regimen));
    show($("#unknown"), now.unknown.map(unknown));
    $("#none-of-these").hidden = now.unknown.length < 2;
    keepVersions(now);
  });
  $("#regimens").addEventListener("click", anotherAmount);
  $("#none-of-these").addEventListener("click", noneOfThese);
  addEventListener("popstate", route);
  return route();
}
