// Follows a result that is being worked out, and shows it once it is done.

const EVERY_MS = 1500;

export function follow(standing) {
  if (standing?.dataset.underWay !== "yes") return;
  const parts = {};
  for (const part of standing.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  const bar = standing.querySelector("progress");

  async function look() {
    const state = await ask(standing.dataset.state);
    if (state?.under_way) {
      if (parts.stage.textContent !== state.stage) parts.stage.textContent = state.stage;
      bar.value = state.share;
    }
    if (!state || state.under_way) setTimeout(look, EVERY_MS);
    else finish(standing, parts);
  }

  setTimeout(look, EVERY_MS);
}

// A page that shows nothing yet is loaded anew; one that is being read waits until it is told to.
function finish(standing, parts) {
  if (standing.dataset.shown !== "yes") {
    location.reload();
    return;
  }
  parts["under-way"].hidden = true;
  parts.done.hidden = false;
}

// Without an answer, as when the app was stopped, it is asked again.
async function ask(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
