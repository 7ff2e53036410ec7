// A copy of all entries, so that older ones than the state tells can be corrected with the server
// gone. It is no more than a copy: it lies apart from what was not sent yet, whatever goes wrong with
// it is no reason to stop anything else, and it can be thrown away at any time.

import { ask, oneAtATime, Rejected, Unreachable } from "./asking.js";
import { database } from "./database.js";
import { settled } from "./merge.js";

const ENTRIES = "entries";
const UPTO = "upto";

const within = database("surcease-archive", (made) => {
  made.createObjectStore(ENTRIES, { keyPath: "id" });
  made.createObjectStore(UPTO);
});

// The last action that it knows; nothing where there is no copy.
export const upto = () => within([UPTO], "readonly", (store) => store.get(UPTO)).catch(() => undefined);

export const all = () => within([ENTRIES], "readonly", (store) => store.getAll()).catch(() => []);

export async function of(ids) {
  if (!ids.length) return [];
  const read = (store) => {
    const asked = ids.map((id) => store.get(id));
    return { get result() { return asked.map(({ result }) => result).filter(Boolean); } };
  };
  return within([ENTRIES], "readonly", read).catch(() => []);
}

export function forget() {
  return within([ENTRIES, UPTO], "readwrite", (...stores) => stores.forEach((each) => each.clear())).catch(() => {});
}

function keep(store, entries) {
  for (const entry of entries) {
    if (entry.deleted) store.delete(entry.id);
    else store.put(entry);
  }
}

// What was done here and is sent; the server tells it once more with the next part.
export async function apply(done) {
  if (!(await upto())) return;
  const known = await of(done.map(({ entry }) => entry));
  const { entries } = settled({ entries: known }, done);
  await within([ENTRIES], "readwrite", (store) => keep(store, entries)).catch(() => {});
}

// A part follows what was here when it was asked for. If that was forgotten meanwhile, or another page
// was faster, a part after it would pass for the whole.
async function nextPart() {
  const after = await upto();
  const part = await ask(`${document.documentElement.dataset.archive}?after=${after ?? ""}`);
  await within([ENTRIES, UPTO], "readwrite", (store, mark) => {
    const asked = mark.get(UPTO);
    asked.onsuccess = () => {
      if (asked.result !== after) return;
      if (part.whole) store.clear();
      keep(store, part.entries);
      if (part.upto) mark.put(part.upto, UPTO);
    };
  });
  return part.more;
}

const canWait = (error) => [Rejected, Unreachable, DOMException].some((kind) => error instanceof kind);

// Brings it up to the server's latest action, part by part, while nothing more urgent is to be sent.
// A server that tells of no latest action wants no copy to be kept, or has nothing to copy. Throws
// Locked; any other trouble can wait.
export async function catchUp(latest, mayGoOn) {
  try {
    if (!latest) await forget();
    else if ((await upto()) !== latest) while ((await oneAtATime(nextPart)) && mayGoOn());
  } catch (error) {
    if (!canWait(error)) throw error;
  }
}
