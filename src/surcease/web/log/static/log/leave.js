// Removes from this device what the diary told it. What was not sent yet stays: nobody else has it.

import * as archive from "./archive.js";
import * as store from "./store.js";

const show = (id) => (document.getElementById(id).hidden = false);

try {
  localStorage.removeItem("surcease-country");
  await Promise.all([store.forgetState(), archive.forget()]);
  show((await archive.all()).length ? "not-forgotten" : "forgotten");
  if ((await store.actions()).length) show("waiting");
} catch {
  show("not-forgotten");
}
