// Every write of a page goes through here: an action is on this device's disk before anything is
// said to be stored, and only then sent.

import * as store from "./store.js";
import { uuid7 } from "./uuid7.js";

const listeners = new Set();
const tabs = new BroadcastChannel("surcease");
let lastMade = 0;

export function onChange(listener) {
  listeners.add(listener);
}

export function changed(elsewhere = false) {
  if (!elsewhere) tabs.postMessage("changed");
  for (const listener of listeners) listener();
}

tabs.onmessage = () => changed(true);

// Two actions of one device never have the same time, for of two changes the later one wins.
function madeAt() {
  lastMade = Math.max(Date.now(), lastMade + 1);
  return new Date(lastMade).toISOString();
}

function action(what, entry, kind, cells = {}) {
  return { id: uuid7(), entry, kind, do: what, cells, made_at: madeAt() };
}

export const put = (kind, cells) => action("put", uuid7(), kind, cells);
export const change = (entry, cells) => action("change", entry.id, entry.kind, cells);
export const remove = (entry) => action("delete", entry.id, entry.kind);
export const restore = (entry) => action("restore", entry.id, entry.kind);

// What takes an action back. The past is kept: it is one more action. `shown` never leaves this
// device: it is what to show of a deleted entry, which the server no longer tells, until it does.
export function opposite(done, before) {
  const entry = { id: done.entry, kind: done.kind };
  if (done.do === "put" || done.do === "restore") return remove(entry);
  if (done.do === "delete") return { ...restore(entry), shown: before?.cells };
  const cells = Object.fromEntries(
    Object.keys(done.cells).map((name) => [name, before?.cells[name] ?? ""]),
  );
  return change(entry, cells);
}

export async function record(actions) {
  await store.add(actions);
  changed();
}
