// Reads a chart off: a slider goes from mark to mark and says each, and so does a finger or a mouse.

const SVG = "http://www.w3.org/2000/svg";
const SCALES = ["x", "concat_0_x"];

export function addReading(figure, drawing, view, reading) {
  const [parts] = document.getElementById("reading").content.cloneNode(true).children;
  const slider = parts.querySelector("input");
  const said = parts.querySelector("output");
  const places = reading.points.map(([at]) => at);
  const marker = reading.along_x ? lineOf(drawing, view) : highlightOf(drawing, reading.field);

  function mark() {
    if (said.textContent) marker(places[slider.value]);
  }

  function show(index) {
    const [, says] = reading.points[index];
    slider.value = index;
    slider.setAttribute("aria-valuetext", says);
    said.textContent = says;
    mark();
  }

  slider.max = places.length - 1;
  slider.value = slider.max;
  slider.setAttribute("aria-valuetext", reading.points.at(-1)[1]);
  slider.addEventListener("input", () => show(Number(slider.value)));
  drawing.addEventListener("pointermove", (event) => {
    const index = reading.along_x
      ? nearest(places, valueAt(event, drawing, view))
      : places.indexOf(valueOf(event.target, reading.field));
    if (index >= 0) show(index);
  });
  figure.querySelector("figcaption").before(parts);
  return { mark };
}

function nearest(places, value) {
  let found = -1;
  let least = Infinity;
  places.forEach((place, index) => {
    const distance = Math.abs(place - value);
    if (distance < least) [found, least] = [index, distance];
  });
  return found;
}

function scaleOf(view) {
  for (const name of SCALES) {
    try {
      return view.scale(name);
    } catch {
      // this drawing calls it otherwise
    }
  }
  return null;
}

// The group of marks that a horizontal axis belongs to, and where it begins in the drawing.
function plotOf(view) {
  const root = view.scenegraph().root.items[0];
  const group = root.items.find((mark) => mark.name === "concat_0_group")?.items[0];
  const [left, top] = view.origin();
  return {
    left: left + (group?.x ?? 0),
    top: top + (group?.y ?? 0),
    height: root.height ?? view.height(),
  };
}

function valueAt(event, drawing, view) {
  const svg = drawing.querySelector("svg");
  const box = svg.getBoundingClientRect();
  const shrunk = Number(svg.getAttribute("width")) / box.width;
  const x = (event.clientX - box.left) * shrunk - plotOf(view).left;
  return Number(scaleOf(view).invert(x));
}

function valueOf(element, field) {
  return element.__data__?.datum?.[field];
}

function lineOf(drawing, view) {
  const line = document.createElementNS(SVG, "line");
  line.classList.add("read-line");
  return (value) => {
    const { left, top } = plotOf(view);
    const scale = scaleOf(view);
    const [from, to] = scale.range();
    const x = scale(value);
    const svg = drawing.querySelector("svg");
    line.toggleAttribute("hidden", x < Math.min(from, to) || x > Math.max(from, to));
    for (const [name, place] of Object.entries({
      x1: left + x,
      x2: left + x,
      y1: top,
      y2: Number(svg.getAttribute("height")) - 24,
    })) {
      line.setAttribute(name, place);
    }
    svg.append(line);
  };
}

function highlightOf(drawing, field) {
  return (value) => {
    for (const element of drawing.querySelectorAll("path, rect, line")) {
      element.classList.toggle("read-mark", valueOf(element, field) === value);
    }
  };
}
