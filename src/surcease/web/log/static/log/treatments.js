// What the page knows of treatments: the choices of its lists, which come from the formulary.

export function choiceOf(treatment) {
  return [...document.querySelectorAll("#treatments option")].find((option) => option.value === treatment);
}

export function nameOf(treatment) {
  return choiceOf(treatment)?.label || treatment;
}

export const isAcute = (treatment) => choiceOf(treatment)?.dataset.role === "acute";

const squeezed = (unit) => unit.trim().toLowerCase().replace(/\s+/g, " ").replace(/\/(d|day)$/, "");

// What a unit of a treatment should be asked about, or null where nothing is odd.
export function unitQuestion(treatment, unit) {
  const choice = choiceOf(treatment);
  if (!choice) return null;
  const usual = choice.dataset.units.split("|");
  if (!unit.trim()) return choice.dataset.mustSay ? usual : null;
  const family = document.querySelector("#texts").content.querySelector(`[data-units-of="${choice.dataset.family}"]`);
  return family.textContent.split("|").includes(squeezed(unit)) ? null : usual;
}

const SHOWN = { ug: "µg", "[IU]": "IU", meq: "mEq" };

// A UCUM unit as people read it: g{MgSO4} is "g MgSO4".
export function unitInWords(unit) {
  return (SHOWN[unit] ?? unit).replace(/^\{(.+)\}$/, "$1s").replace(/\{(.+?)\}/g, " $1");
}

export function amountInWords(amount, unit) {
  return [amount, unitInWords(unit ?? "")].filter(Boolean).join(" ");
}
