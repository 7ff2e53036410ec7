// Texts come from the page, where they are translated.

const found = new Map();

export function text(key, values = {}) {
  if (!found.has(key)) {
    const said = document.querySelector("#texts").content.querySelector(`[data-text="${key}"]`);
    found.set(key, said.textContent);
  }
  return found.get(key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export const language = () => document.documentElement.lang || undefined;

export function copyOf(id) {
  return document.querySelector(`#${id}-template`).content.cloneNode(true).firstElementChild;
}

export function fill(element, texts) {
  for (const [name, said] of Object.entries(texts)) {
    const place = element.querySelector(`[data-fill="${name}"]`);
    if (place && place.textContent !== said) place.textContent = said;
  }
  return element;
}

// Replaces the children of a list only if they changed, so that focus and screen readers stay.
export function show(list, elements) {
  const same =
    list.children.length === elements.length &&
    elements.every((element, nth) => element.isEqualNode(list.children[nth]));
  if (!same) list.replaceChildren(...elements);
}
