// One question to the server, and what it means that there is no answer.

import { forgetAdmission, isAdmitted } from "./admission.js";

const PATIENCE_MS = 15_000;

export class Unreachable extends Error {}
export class Locked extends Error {}
export class Rejected extends Error {}

// What the app itself cannot take, or what is too large for something before it. Any other refusal is
// of another program at this address, or of the app under a name that is not its own: that passes.
async function isRejected(answer) {
  if (answer.status === 413) return true;
  if (answer.status !== 400) return false;
  return Boolean((await answer.json().catch(() => null))?.reason);
}

export async function ask(url, options = {}) {
  if (!isAdmitted()) throw new Locked();
  let answer;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    answer = await fetch(url, { redirect: "manual", cache: "no-store", signal, ...options });
  } catch {
    throw new Unreachable();
  }
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
    forgetAdmission();
    throw new Locked();
  }
  if (await isRejected(answer)) throw new Rejected();
  if (!answer.ok) throw new Unreachable();
  try {
    return await answer.json();
  } catch {
    throw new Unreachable();
  }
}

// Over plain http a browser has locks only for its own machine. Two pages may then send the same
// action, which the server counts once.
export const oneAtATime = (work) => navigator.locks?.request("surcease-sync", work) ?? work();
