// Asks about a unit that is odd for a treatment. It can stay as it is: nothing is refused.

import { $ } from "./page.js";
import { text } from "./texts.js";
import { choiceOf, unitInWords, unitQuestion } from "./treatments.js";

const fieldsOf = (form) => ({
  treatment: form.elements["other.treatment"]?.value.trim() || form.elements["cell.treatment"]?.value,
  amount: form.elements["cell.amount"] ?? form.elements["cell.amount_per_day"],
  unit: form.elements["cell.unit"],
});

export function askAboutUnit(form) {
  const place = $("[data-unit-question]", form);
  if (!place) return;
  const { treatment, amount, unit } = fieldsOf(form);
  const usual = amount.value ? unitQuestion(treatment, unit.value) : null;
  place.hidden = !usual;
  if (!usual) return;
  const magnesium = choiceOf(treatment).dataset.mustSay;
  const words = text(magnesium ? "which-magnesium" : "which-unit", { unit: unit.value });
  place.replaceChildren(words, ...usual.map(chip));
}

function chip(unit) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.unit = unit;
  button.textContent = unitInWords(unit);
  return button;
}

// A new dose starts with the amount that was taken last.
export function startAmount(form, doses) {
  const { treatment, amount, unit } = fieldsOf(form);
  const latest = doses.find(({ cells }) => cells.treatment === treatment && cells.amount)?.cells;
  if (amount.name === "cell.amount") amount.value = latest?.amount ?? "";
  unit.value = latest?.unit ?? choiceOf(treatment)?.dataset.units.split("|")[0] ?? "";
}

export function watchUnits(doses) {
  document.addEventListener("input", ({ target }) => target.form && askAboutUnit(target.form));
  document.addEventListener("change", ({ target }) => {
    const form = target.form;
    if (target.name !== "cell.treatment" || form?.dataset.do !== "put") return;
    startAmount(form, doses());
    askAboutUnit(form);
  });
  document.addEventListener("click", ({ target }) => {
    const chosen = target.closest("[data-unit]");
    if (!chosen?.form) return;
    fieldsOf(chosen.form).unit.value = chosen.dataset.unit;
    askAboutUnit(chosen.form);
  });
}
