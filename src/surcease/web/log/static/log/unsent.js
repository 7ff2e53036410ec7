// What is not sent yet, and what the server would not record: that stays until the user decides.

import { find } from "./model.js";
import { $, model, onDraw, refresh } from "./page.js";
import { forget } from "./store.js";
import { copyOf, fill, show, text } from "./texts.js";
import { hasWords, inWords, whenInWords } from "./words.js";

const isRefused = (action) => action.refused !== undefined;

// The entry as the action would have it.
export function asSaid(action) {
  const entry = find(model, action.entry);
  return { id: action.entry, kind: action.kind, cells: { ...entry?.cells, ...action.cells } };
}

function line(action) {
  const element = copyOf("unsent");
  const entry = asSaid(action);
  const refused = isRefused(action);
  element.dataset.nth = action.nth;
  $('[data-fill="mark"]', element).classList.add(refused ? "refused" : "unsent");
  $('[data-fill="choices"]', element).hidden = !refused;
  $('[data-fill="reason"]', element).hidden = !refused;
  return fill(element, {
    when: whenInWords(entry),
    words: hasWords(entry) ? inWords(entry) : "",
    mark: text(refused ? "refused" : "waiting"),
    reason: refused ? action.refused || text("unreadable") : "",
  });
}

export function watchUnsent(correct) {
  const list = $("#unsent-list");
  onDraw((now) => show(list, now.actions.map(line)));
  list.addEventListener("click", async ({ target }) => {
    const nth = Number(target.closest("[data-nth]")?.dataset.nth);
    if (target.closest("[data-throw-away]")) {
      await forget(nth);
      await refresh();
    }
    if (target.closest("[data-correct]")) correct(model.actions.find((action) => action.nth === nth));
  });
}
