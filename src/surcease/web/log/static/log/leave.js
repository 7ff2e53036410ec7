// The page of a browser that leaves: says what it keeps from now on.

import * as archive from "./archive.js";
import { forgetWhatItSaid } from "./forgetting.js";
import * as store from "./store.js";

const show = (id) => (document.getElementById(id).hidden = false);

try {
  localStorage.removeItem("surcease-country");
  await forgetWhatItSaid();
  show((await archive.all()).length ? "not-forgotten" : "forgotten");
  if ((await store.actions()).length) show("waiting");
} catch {
  show("not-forgotten");
}
