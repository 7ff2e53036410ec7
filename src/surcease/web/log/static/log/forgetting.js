// Removes from this device what the diary told it. What was not sent yet stays: nobody else has it.

import * as archive from "./archive.js";
import * as held from "./held.js";
import * as store from "./store.js";

export function forgetWhatItSaid() {
  held.forget();
  return Promise.all([store.forgetState(), archive.forget()]);
}
