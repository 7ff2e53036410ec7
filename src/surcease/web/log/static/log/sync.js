// Sends what is not sent yet, in order, and asks for the state. Only one page at a time does it.
// A lost answer is no harm: the same action is sent again, and the server knows it by its id.

import * as archive from "./archive.js";
import { ask, Locked, oneAtATime, Rejected, Unreachable } from "./asking.js";
import { forgetWhatItSaid } from "./forgetting.js";
import * as held from "./held.js";
import { settled } from "./merge.js";
import { changed } from "./record.js";
import * as store from "./store.js";

const BATCH = 100;
const SOONEST_MS = 1_000;
const LATEST_MS = 60_000;

export let connection = "unknown"; // "online", "offline" or "locked"

let wait = SOONEST_MS;
let retry;
let running;
let wanted = false;

const askState = () => ask(document.documentElement.dataset.state);

const wire = ({ id, entry, kind, do: what, cells, made_at }) => ({
  id, entry, kind, do: what, cells, made_at,
});

async function send(batch) {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ actions: batch.map(wire) });
  try {
    return (await ask(document.documentElement.dataset.actions, { method: "POST", headers, body })).answers;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    if (batch.length === 1) return [{ id: batch[0].id, status: "refused", reason: "" }];
    return [...(await send(batch.slice(0, 1))), ...(await send(batch.slice(1)))];
  }
}

// For a browser that can keep nothing: whether the server took it.
export async function sendAtOnce(actions) {
  try {
    return (await send(actions)).every(({ status }) => status !== "refused");
  } catch {
    return false;
  }
}

async function flush() {
  for (;;) {
    const batch = (await store.actions()).filter((action) => action.refused === undefined).slice(0, BATCH);
    if (!batch.length) return;
    const answers = new Map((await send(batch)).map((answer) => [answer.id, answer]));
    const answered = batch
      .filter((action) => answers.has(action.id))
      .map((action) => ({ action, ...answers.get(action.id) }));
    if (!answered.length) throw new Unreachable();
    const done = answered.filter(({ status }) => status !== "refused").map(({ action }) => action);
    await archive.apply(done); // first: once it is off the queue nothing else here knows of it
    held.settle(done);
    const state = await store.state();
    await store.settle(answered, state && settled(state, done));
  }
}

async function exchange() {
  await flush();
  await store.keepState(await askState());
}

async function attempt(work) {
  try {
    await work();
    connection = "online";
    wait = SOONEST_MS;
  } catch (error) {
    if (!(error instanceof Unreachable) && !(error instanceof Locked)) throw error;
    connection = error instanceof Locked ? "locked" : "offline";
    // Whoever has no key to the diary is not shown what it said last; what they wrote stays.
    if (connection === "locked") await forgetWhatItSaid();
    later();
  }
}

function later() {
  clearTimeout(retry);
  retry = setTimeout(sync, wait);
  wait = Math.min(2 * wait, LATEST_MS);
}

const catchUp = async () => archive.catchUp((await store.state())?.latest, () => !wanted);

export async function sync() {
  wanted = true;
  if (running) return running;
  running = (async () => {
    while (wanted) {
      wanted = false;
      await attempt(() => oneAtATime(exchange));
      changed();
      if (connection !== "online") continue;
      await attempt(catchUp);
      changed();
    }
  })().finally(() => (running = undefined));
  return running;
}

export function keepInStep() {
  const again = () => {
    wait = SOONEST_MS;
    sync();
  };
  addEventListener("online", again);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  again();
}
