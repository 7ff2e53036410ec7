// Earlier versions of an entry come from the server; without it the page says when they can be seen.

import { isAdmitted } from "./admission.js";
import { $, entryAddress } from "./page.js";
import { text } from "./texts.js";

export async function showVersions(section, id) {
  const place = $("[data-versions]", section);
  place.textContent = "";
  try {
    if (!isAdmitted()) throw new Error("not let in");
    const answer = await fetch(`${entryAddress(id)}versions/`, { cache: "no-store" });
    if (!answer.ok) throw new Error("no versions");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.body.children);
  } catch {
    place.textContent = text("versions-later");
  }
}
