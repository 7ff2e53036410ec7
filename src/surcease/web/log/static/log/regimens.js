// A change of a regimen is a new regimen: the one before ends the day before, and stays as it was.

import { dayBefore } from "./clock.js";
import { change, put } from "./record.js";

export function newRegimen(cells, regimens) {
  const same = regimens.filter((entry) => entry.cells.treatment === cells.treatment);
  if (same.some((entry) => entry.cells.from_on === cells.from_on)) return null;
  const earlier = same.filter((entry) => entry.cells.from_on < cells.from_on);
  const later = same.map((entry) => entry.cells.from_on).filter((day) => day > cells.from_on).sort();
  const until = !cells.to_on && later.length ? { to_on: dayBefore(later[0]) } : {};
  return [
    ...earlier.map((entry) => change(entry, { to_on: dayBefore(cells.from_on) })),
    put("regimens", { ...cells, ...until }),
  ];
}
