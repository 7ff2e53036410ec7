import { watchEarlier } from "./earlier.js";
import { holdPage } from "./held.js";
import { model, refresh } from "./page.js";
import { onChange } from "./record.js";
import { go } from "./route.js";
import { watchNow } from "./now.js";
import { watchSession } from "./session.js";
import { watchForms } from "./submit.js";
import { keepInStep } from "./sync.js";
import { watchUnits } from "./units.js";
import { watchUnsent } from "./unsent.js";
import { correct, openDose, watchViews } from "./views.js";
import { watchDone } from "./writing.js";

// Links to other views of this page stay on it, so that they need no network.
function stayHere(event) {
  if (event.defaultPrevented) return;
  const link = event.target.closest("a[href]");
  const { entries, log } = document.documentElement.dataset;
  const address = link && new URL(link.href);
  if (!address || address.origin !== location.origin || event.metaKey || event.ctrlKey) return;
  if (!address.pathname.startsWith(entries) && !(address.pathname === log && address.hash)) return;
  event.preventDefault();
  go(address.pathname + address.hash);
}

watchForms(); // first: a tap must never wait for what was logged before
watchNow(openDose);
watchDone();
watchUnsent(correct);
watchEarlier();
watchSession(() => model);
watchUnits(() => model.doses);
document.addEventListener("click", stayHere);
onChange(refresh);
holdPage();
await refresh();
await watchViews();
keepInStep();
document.documentElement.dataset.ready = "";
