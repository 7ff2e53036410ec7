// Shows less of a long time at once. The buttons work with a finger and with the keyboard, and the
// page scrolls as ever, since no wheel and no swipe is taken from it.

const NARROWER = 0.5;
const STEP = 0.5;

// Lets the scales of time follow a window, and cuts off what lies outside of it.
export function withWindow(spec) {
  const scales = spec.scales.map((scale) =>
    scale.name.endsWith("_x") ? { ...scale, domainRaw: { signal: "window" } } : scale,
  );
  const marks = spec.marks.map((group) => ({
    ...group,
    marks: group.marks.map((mark) => ({ ...mark, clip: true })),
  }));
  return { ...spec, scales, marks, signals: [...spec.signals, { name: "window", value: null }] };
}

export function addZoom(figure, view, reading, after) {
  const [parts] = document.getElementById("zoom").content.cloneNode(true).children;
  const first = reading.points[0][0];
  const last = Number(view.scale("concat_0_x").domain()[1]);
  let [from, to] = [first, last];

  const moves = {
    earlier: () => [from - STEP * (to - from), to - STEP * (to - from)],
    later: () => [from + STEP * (to - from), to + STEP * (to - from)],
    closer: () => [to - NARROWER * (to - from), to],
    whole: () => [first, last],
  };

  parts.addEventListener("click", async (event) => {
    const move = moves[event.target.dataset.zoom];
    if (!move) return;
    [from, to] = within(move(), first, last);
    await view.signal("window", [from, to]).runAsync();
    after();
  });
  figure.querySelector("figcaption").before(parts);
}

function within([from, to], first, last) {
  const length = Math.min(to - from, last - first);
  const start = Math.min(Math.max(from, first), last - length);
  return [start, start + length];
}
