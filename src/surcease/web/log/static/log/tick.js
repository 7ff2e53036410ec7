// A tick beside a list of words stands for one of them, and the field shows the others.

const SEPARATOR = "; ";

export const tickOf = (field) => field.form.elements[`tick.${field.name.replace("cell.", "")}`];

const words = (cell) => cell.split(";").map((word) => word.trim()).filter(Boolean);

const others = (cell, tick) => words(cell).filter((word) => word !== tick.value);

const joined = (list) => list.join(SEPARATOR);

const isTicked = (cell, tick) => words(cell).includes(tick.value);

// A cell as the field and its tick say it together.
export function textAndTick(field, cell) {
  const tick = tickOf(field);
  return tick && isTicked(cell, tick) ? joined([...others(cell, tick), tick.value]) : cell;
}

export function valueOf(field) {
  const tick = tickOf(field);
  return tick?.checked ? joined([...others(field.value, tick), tick.value]) : field.value;
}

// Takes the word out of the field that shows the whole cell, and puts the tick in its place.
export function withoutTick(field) {
  const tick = tickOf(field);
  tick.checked = isTicked(field.value, tick);
  if (tick.checked) field.value = joined(others(field.value, tick));
}
