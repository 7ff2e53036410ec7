// Times as the diary writes them: ISO 8601 with the offset that the wall clock showed.

const MINUTE = 60_000;

// The page's language, on the clock face that the device's owner is used to.
const HOUR_12 = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hour12;

const two = (number) => String(Math.abs(number)).padStart(2, "0");

function offset(at) {
  const east = -at.getTimezoneOffset();
  const hours = Math.trunc(Math.abs(east) / 60);
  return `${east < 0 ? "-" : "+"}${two(hours)}:${two(Math.abs(east) % 60)}`;
}

export function dateOf(at) {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function wallOf(at) {
  return `${dateOf(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function instant(at = new Date()) {
  return `${wallOf(at)}:${two(at.getSeconds())}${offset(at)}`;
}

export function minutesAgo(minutes) {
  return new Date(Date.now() - minutes * MINUTE);
}

export function minutesSince(text) {
  return (Date.now() - new Date(text).getTime()) / MINUTE;
}

export function dayBefore(day) {
  const [year, month, date] = day.split("-").map(Number);
  return dateOf(new Date(year, month - 1, date - 1));
}

// What a field of type datetime-local shows of a cell: the wall clock as it was entered.
export function wallIn(cell) {
  const wall = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)/.exec(cell);
  return wall ? `${wall[1]}T${wall[2]}` : "";
}

export const wallNow = () => wallOf(new Date());

// The cell for a wall time. A corrected time stays on the clock of the time that it corrects: the
// device's, or another offset (a journey), or none (the diary's own zone).
export function cellFor(wall, corrected = "") {
  if (!wall) return "";
  const own = /([+-]\d\d:\d\d)$/.exec(corrected)?.[1];
  if (corrected && !own) return wall;
  const onDevice = instant(new Date(wall));
  if (!own) return onDevice;
  const same = new Date(`${wall}:00${own}`);
  if (wallOf(same) === wall) return instant(same); // also in the hour that a night has twice
  return offset(new Date(corrected)) === own ? onDevice : `${wall}:00${own}`;
}

export function elapsed(since, until = new Date()) {
  const seconds = Math.max(0, Math.floor((until - new Date(since)) / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

// A time for people: the hour alone today, with the date on other days.
export function shown(cell, lang) {
  const wall = wallIn(cell);
  if (!wall) return cell;
  const at = new Date(wall);
  const hour = at.toLocaleTimeString(lang, { hour: "numeric", minute: "2-digit", hour12: HOUR_12 });
  return wall.startsWith(dateOf(new Date())) ? hour : `${shownDay(wall.slice(0, 10), lang)}, ${hour}`;
}

export function shownDay(day, lang) {
  const [year, month, date] = day.split("-").map(Number);
  const parts = { weekday: "short", day: "numeric", month: "short" };
  if (year !== new Date().getFullYear()) parts.year = "numeric";
  return new Date(year, month - 1, date).toLocaleDateString(lang, parts);
}

// The same clock, some minutes before: the offset stays, so that the instant is right whatever it is.
export function earlier(cell, minutes) {
  const [, wall, rest] = /^(.{19})(.*)$/.exec(cell.length > 16 && cell[16] === ":" ? cell : cell.replace(/^(.{16})/, "$1:00"));
  const at = new Date(`${wall}Z`).getTime() - minutes * MINUTE;
  return new Date(at).toISOString().slice(0, 19) + rest;
}
