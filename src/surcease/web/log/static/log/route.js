// Which view is open. All of them are one document, so that none needs the network.

const ENTRY = /\/log\/entry\/([0-9a-f-]{36})\/$/;

const $ = (selector) => document.querySelector(selector);

// A view stands in for the server's page of the same use while the server is gone.
export function place() {
  const view = location.hash.slice(1);
  const entry = ENTRY.exec(location.pathname)?.[1];
  if (view) return { view };
  if (entry) return { view: "entry", entry };
  return { view: $(`[data-instead-of="${location.pathname}"]`)?.id ?? "now" };
}

export function open(section) {
  const main = document.querySelector("main");
  main.dataset.routed = "";
  for (const view of main.querySelectorAll(".view")) view.classList.toggle("open", view === section);
  main.querySelector("#now").hidden = Boolean(section);
  scrollTo(0, 0);
  section?.focus({ preventScroll: true });
}

export function go(address) {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}
