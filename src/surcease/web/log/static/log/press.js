// A long press is a short cut for the control beside it, which keyboards and screen readers use.

const LONG_MS = 500;
const MOVED_PX = 10;

export function onLongPress(list, selector, act) {
  let timer;
  let from;
  let held = false;
  const stop = () => clearTimeout(timer);
  const hold = (target) => {
    held = true;
    act(target);
  };
  list.addEventListener("pointerdown", (event) => {
    const target = event.target.closest(selector);
    if (!target || event.button) return;
    from = event;
    timer = setTimeout(hold, LONG_MS, target);
  });
  list.addEventListener("pointermove", (event) => {
    if (from && Math.hypot(event.x - from.x, event.y - from.y) > MOVED_PX) stop();
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) list.addEventListener(end, stop);
  list.addEventListener("contextmenu", (event) => event.target.closest(selector) && event.preventDefault());
  // The click that ends a long press is none; whatever is pressed next is one again.
  const release = () => (held = false);
  const swallow = (event) => {
    if (!held) return;
    release();
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", swallow, true);
  for (const next of ["pointerdown", "keydown"]) addEventListener(next, release, true);
}
