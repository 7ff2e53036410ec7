// What this device keeps: actions that are not sent yet, and what the server showed last.

const ACTIONS = "actions";
const KEPT = "kept";

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("surcease", 1);
    request.onupgradeneeded = () => {
      const actions = request.result.createObjectStore(ACTIONS, { keyPath: "nth", autoIncrement: true });
      actions.createIndex("id", "id", { unique: true });
      request.result.createObjectStore(KEPT);
    };
    request.onsuccess = () => {
      request.result.onclose = () => (opened = undefined);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

// Runs `work` in one transaction and resolves when it is on the disk.
async function within(stores, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: "strict" });
    const request = work(...stores.map((name) => transaction.objectStore(name)));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

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
