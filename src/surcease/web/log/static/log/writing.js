// Stores what the user did, says so, and offers to take it back.

import { isWhole } from "./merge.js";
import { find } from "./model.js";
import { $, model, onDraw, refresh } from "./page.js";
import { opposite, record } from "./record.js";
import { sendAtOnce, sync } from "./sync.js";
import { copyOf, fill, show, text } from "./texts.js";
import { inWords } from "./words.js";

const SAID = { put: "logged", change: "changed", delete: "deleted", restore: "restored" };

let last = null; // what was stored last, and what was there before

export async function write(made, saying = "", undone = false) {
  const before = model;
  try {
    await record(made);
  } catch {
    return writeWithoutStore(made);
  }
  last = { made, before, saying, undone };
  navigator.storage?.persist?.();
  await refresh();
  sync();
  return true;
}

// A browser that keeps nothing (a private window, a full disk) is still no reason to lose it.
async function writeWithoutStore(made) {
  const sent = await sendAtOnce(made);
  const warning = $("#done");
  warning.hidden = false;
  warning.textContent = text(sent ? "sent-only" : "not-stored");
  return sent;
}

async function undo() {
  if (last.undone) return; // a second tap on the same button
  last.undone = true;
  const { made, before } = last;
  const opposites = [...made].reverse().map((each) => opposite(each, find(before, each.entry)));
  await write(opposites, text("undone"), true);
}

function inOneLine({ made, saying }, now) {
  if (saying) return saying;
  const [first] = made;
  const entry = find(now, first.entry);
  return entry ? text(SAID[first.do], { what: inWords(entry) }) : "";
}

// A change of an entry that this device did not know cannot be taken back: it would leave nothing.
function canBeUndone({ made, before, undone }) {
  const isKnown = ({ entry }) => isWhole(find(before, entry) ?? { cells: {} });
  return !undone && made.every((each) => each.do !== "change" || isKnown(each));
}

function bar(now) {
  const element = fill(copyOf("done"), { words: inOneLine(last, now) });
  $("[data-undo]", element).hidden = !canBeUndone(last);
  return [...element.children];
}

export function watchDone() {
  const place = $("#done");
  onDraw((now) => {
    if (!last) return;
    place.hidden = false;
    show(place, bar(now));
  });
  place.addEventListener("click", ({ target }) => target.closest("[data-undo]") && undo());
}
