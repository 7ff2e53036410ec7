// The first page: what is going on, what was taken, and what was logged lately.

import { earlier, elapsed, shown } from "./clock.js";
import { dontAsk } from "./model.js";
import { $, entryAddress, model, onDraw, refresh } from "./page.js";
import { onLongPress } from "./press.js";
import { change } from "./record.js";
import { connection } from "./sync.js";
import { copyOf, fill, language, show, text } from "./texts.js";
import { amountInWords, nameOf } from "./treatments.js";
import { inWords, whenInWords } from "./words.js";
import { write } from "./writing.js";

const SECOND_MS = 1_000;

function aim(element, id) {
  for (const form of element.querySelectorAll("form[data-do]")) {
    if (form.dataset.do !== "put") form.dataset.entry = id;
  }
}

function press(element, cells, cell) {
  for (const button of element.querySelectorAll(`button[name="cell.${cell}"]`)) {
    button.setAttribute("aria-pressed", String(button.value === cells[cell]));
  }
}

// The parts are made once for each attack, so that a press is never lost to a redrawing.
function made(name, attack) {
  const place = $(`#${name}`);
  if (!attack) place.replaceChildren();
  else if (place.dataset.of !== attack.id || !place.firstElementChild) {
    const part = copyOf(name);
    aim(part, attack.id);
    place.replaceChildren(part);
  }
  place.dataset.of = attack?.id ?? "";
  return place;
}

function running(attack) {
  const card = made("running", attack);
  const further = made("further", attack);
  $("#start").hidden = Boolean(attack);
  if (!attack) return;
  const { cells } = attack;
  fill(card, { title: text(cells.kind || "attack"), since: shown(cells.started_at, language()) });
  $('[data-fill="shadow-to-attack"]', further).hidden = cells.kind !== "shadow";
  $('[data-fill="edit"]', further).href = entryAddress(attack.id);
  press(card, cells, "intensity");
  press(card, cells, "side");
  tick();
}

function tick() {
  const clock = $("#running .clock");
  if (clock && model.running) clock.textContent = elapsed(model.running.cells.started_at);
}

function usual(cells) {
  const element = copyOf("dose");
  for (const field of element.querySelectorAll("input[name^='cell.']")) {
    field.setAttribute("value", cells[field.name.slice("cell.".length)] ?? "");
  }
  const name = nameOf(cells.treatment);
  $('[data-fill="other"]', element).setAttribute("aria-label", text("another", { what: name }));
  return fill(element, { name, amount: amountInWords(cells.amount, cells.unit) });
}

export function line(now, entry) {
  const element = copyOf("line");
  $("a", element).href = entryAddress(entry.id);
  $('[data-fill="unsent"]', element).hidden = !entry.unsent;
  $('[data-fill="notes"]', element).replaceChildren(...(now.notes[entry.id] ?? []).map(note));
  return fill(element, { when: whenInWords(entry), words: inWords(entry) });
}

const note = (said) => fill(copyOf("note"), { text: said });

function question(asked) {
  const place = $("#question");
  const key = asked ? `${asked.dose.id} ${asked.after}` : "";
  if (place.dataset.asked === key) return;
  place.dataset.asked = key;
  if (!asked) return place.replaceChildren();
  const card = copyOf("question");
  const words = text(`question-${asked.after}`, { what: nameOf(asked.dose.cells.treatment) });
  card.setAttribute("aria-label", words);
  place.replaceChildren(fill(card, { words }));
}

async function answer({ target }) {
  const button = target.closest("[data-answer]");
  if (!button) return;
  const asked = model.question;
  await dontAsk(asked);
  if (!button.dataset.answer) return refresh();
  await write([change(asked.dose, { [asked.cell]: button.dataset.answer })]);
}

// How things stand with the server, only where there is something to say.
function status(now) {
  const refused = now.actions.filter((action) => action.refused !== undefined).length;
  const unsent = now.actions.length - refused;
  document.documentElement.dataset.unsent = unsent;
  const said = [
    connection === "offline" && text("offline"),
    connection === "locked" && text("locked"),
    unsent && text(unsent === 1 ? "unsent-one" : "unsent-many", { count: unsent }),
    refused && text(refused === 1 ? "refused-one" : "refused-many", { count: refused }),
  ].filter(Boolean);
  show($("#status"), said.map((words, nth) => sign(words, refused && nth === said.length - 1)));
}

function sign(words, grave) {
  const link = document.createElement("a");
  link.className = `mark ${grave ? "refused" : "unsent"}`;
  link.href = "#unsent";
  link.textContent = words;
  return link;
}

async function beganEarlier({ target }) {
  const button = target.closest("[data-earlier]");
  if (!button) return;
  const started_at = earlier(model.running.cells.started_at, Number(button.dataset.earlier));
  await write([change(model.running, { started_at })]);
}

// Until a state is known the server's own page has said it, or nobody can.
function invite({ known, isNew }) {
  const invitation = $("#new-here");
  if (invitation && known) invitation.hidden = !isNew;
}

export function watchNow(openDose) {
  onDraw((now) => {
    running(now.running);
    show($("#doses"), now.usuals.map(usual));
    show($("#lately"), now.lately.map((entry) => line(now, entry)));
    question(now.question);
    invite(now);
    status(now);
  });
  $("#question").addEventListener("click", answer);
  $("#running").addEventListener("click", beganEarlier);
  onLongPress($("#doses"), ".now", (button) => openDose(button.closest(".dose")));
  $("#doses").addEventListener("click", (event) => {
    const other = event.target.closest(".other");
    if (!other) return;
    event.preventDefault();
    openDose(other.closest(".dose"));
  });
  setInterval(tick, SECOND_MS);
  setInterval(refresh, 15 * SECOND_MS);
}
