// Injections at several sites: one dose a site, all at one instant.

import { cellFor, instant, wallNow } from "./clock.js";
import { lastSession } from "./model.js";
import { put } from "./record.js";
import { copyOf } from "./texts.js";
import { choiceOf } from "./treatments.js";

const SIDED = /^(left|right|both|bilateral)\s+(.*)$/i;

const form = () => document.querySelector("#session-form");
const rows = () => [...document.querySelectorAll("#sites .site")];
const within = (row, name) => row.querySelector(`[name="${name}"]`);

function rowOf({ site = "", amount = "" }) {
  const row = copyOf("site");
  const [, side = "", muscle = site] = SIDED.exec(site) ?? [];
  within(row, "muscle").value = muscle;
  within(row, "side").value = side.toLowerCase() === "both" ? "bilateral" : side.toLowerCase();
  within(row, "amount").value = amount;
  return row;
}

function total() {
  const amounts = rows().map((row) => Number(within(row, "amount").value)).filter(Boolean);
  const sum = amounts.reduce((one, other) => one + other, 0);
  form().querySelector("#session-total").textContent = amounts.length ? String(sum) : "–";
}

function start(model) {
  const before = lastSession(model, form().treatment.value);
  form().querySelector("#sites").replaceChildren(...(before.length ? before : [{}, {}]).map(rowOf));
  form().querySelector("#session-from").hidden = !before.length;
  total();
}

export function openSession(model) {
  form().reset();
  const latest = model.doses.find(({ cells }) => cells.site);
  const injected = [...form().treatment.options].map((option) => option.value);
  if (latest && injected.includes(latest.cells.treatment)) form().treatment.value = latest.cells.treatment;
  form().given_at.value = form().given_at.dataset.began = wallNow();
  start(model);
}

export function watchSession(model) {
  form().treatment.addEventListener("change", () => start(model()));
  form().addEventListener("input", total);
  form().addEventListener("click", ({ target }) => {
    if (target.id === "another-site") addRow();
    if (target.closest("[data-drop-site]")) target.closest(".site").remove();
    total();
  });
}

function addRow() {
  const row = rowOf({});
  form().querySelector("#sites").append(row);
  within(row, "muscle").focus();
}

export function sessionActions() {
  const { treatment, given_at, notes } = form();
  const at = given_at.value && given_at.value !== given_at.dataset.began ? cellFor(given_at.value) : instant();
  const unit = treatment.selectedOptions[0].dataset.unit;
  const route = choiceOf(treatment.value)?.dataset.route ?? "";
  return rows()
    .map((row) => ({
      site: [within(row, "side").value, within(row, "muscle").value.trim()].filter(Boolean).join(" "),
      amount: within(row, "amount").value,
    }))
    .filter(({ site, amount }) => site || amount)
    .map(({ site, amount }) =>
      put("doses", filled({ given_at: at, treatment: treatment.value, amount, unit, route, site, notes: notes.value })),
    );
}

const filled = (cells) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text));
