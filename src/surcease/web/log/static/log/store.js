// What this device keeps: actions that are not sent yet, and what the server showed last.

import { database } from "./database.js";

const ACTIONS = "actions";
const KEPT = "kept";

const within = database("surcease", (made) => {
  const actions = made.createObjectStore(ACTIONS, { keyPath: "nth", autoIncrement: true });
  actions.createIndex("id", "id", { unique: true });
  made.createObjectStore(KEPT);
});

export function add(actions) {
  return within([ACTIONS], "readwrite", (store) => actions.forEach((action) => store.add(action)));
}

export function actions() {
  return within([ACTIONS], "readonly", (store) => store.getAll());
}

export function forget(nth) {
  return within([ACTIONS], "readwrite", (store) => store.delete(nth));
}

// Takes what the server answered off the queue; what it refused stays, with the reason.
export function settle(answered, state) {
  return within([ACTIONS, KEPT], "readwrite", (store, kept) => {
    for (const { action, status, reason } of answered) {
      if (status === "refused") store.put({ ...action, refused: reason });
      else store.delete(action.nth);
    }
    if (state) kept.put(state, "state");
  });
}

export function state() {
  return within([KEPT], "readonly", (kept) => kept.get("state"));
}

export function keepState(state) {
  return within([KEPT], "readwrite", (kept) => kept.put(state, "state"));
}

export function forgetState() {
  return within([KEPT], "readwrite", (kept) => kept.delete("state"));
}

export function asked() {
  return within([KEPT], "readonly", (kept) => kept.get("asked"));
}

export function keepAsked(questions) {
  return within([KEPT], "readwrite", (kept) => kept.put(questions, "asked"));
}
