// What the server's own page told of its entry when it was opened: this device may keep an older word
// on it, or none. It is held until the device keeps one as new, with what is done here on top.

import { settled } from "./merge.js";

const held = new Map();

const hold = (entries) => entries.forEach((entry) => held.set(entry.id, entry));

export const all = () => [...held.values()];

export function holdPage() {
  const told = document.querySelector(".view[data-told]")?.dataset.told;
  if (told) hold([JSON.parse(told)]);
}

export function release(kept) {
  for (const { id, version } of kept) if (held.get(id)?.version <= version) held.delete(id);
}

export function settle(done) {
  hold(settled({ entries: all() }, done.filter(({ entry }) => held.has(entry))).entries);
}

export const forget = () => held.clear();
