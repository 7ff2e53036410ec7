// A long press is a short cut for the control beside it, which keyboards and screen readers use.

const LONG_MS = 500;
const MOVED_PX = 10;

export function onLongPress(list, selector, act) {
  let timer;
  let from;
  let held = false;
  const stop = () => clearTimeout(timer);
  list.addEventListener("pointerdown", (event) => {
    const target = event.target.closest(selector);
    held = false;
    if (!target || event.button) return;
    from = event;
    timer = setTimeout(() => {
      held = true;
      act(target);
    }, LONG_MS);
  });
  list.addEventListener("pointermove", (event) => {
    if (from && Math.hypot(event.x - from.x, event.y - from.y) > MOVED_PX) stop();
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) list.addEventListener(end, stop);
  list.addEventListener("contextmenu", (event) => event.target.closest(selector) && event.preventDefault());
  list.addEventListener(
    "click",
    (event) => {
      if (!held) return;
      event.preventDefault();
      event.stopPropagation();
      held = false;
    },
    true,
  );
}
