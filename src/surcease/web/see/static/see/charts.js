// Draws the charts of a page in place of their still pictures, as they come into view.
import { view as vegaView } from "../vendor/vega.js";
import { addReading } from "./reading.js";
import { addZoom, withWindow } from "./zoom.js";

// A drawing may shrink by so much before its letters are too small.
const SMALLEST = 0.75;

export function drawAll(report) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        draw(target, report.dataset.figures);
      }
    },
    { rootMargin: "200px" },
  );
  for (const place of report.querySelectorAll("[data-figure]")) seen.observe(place);
}

async function draw(place, addresses) {
  const name = place.dataset.figure;
  const response = await fetch(addresses.replace("/x.json", `/${name}.json`));
  if (!response.ok) return; // the still picture stays
  const chart = await response.json();
  const still = place.firstElementChild;
  const spec = isNarrow(place, still) && chart.narrow ? chart.narrow : chart.vega;
  const hasTime = name === "timeline";

  const drawing = document.createElement("div");
  const view = vegaView(hasTime ? withWindow(spec) : spec, {
    renderer: "svg",
    container: drawing,
    hover: false,
  });
  await view.runAsync();
  nameDrawing(drawing.querySelector("svg"), still);
  drawing.classList.toggle("full", isNarrow(place, drawing.querySelector("svg")));
  place.replaceChildren(drawing);

  const figure = place.closest("figure");
  const reading = chart.reading && addReading(figure, drawing, view, chart.reading);
  if (hasTime) addZoom(figure, view, chart.reading, () => reading?.mark());
}

function isNarrow(place, still) {
  return place.clientWidth < SMALLEST * Number(still.getAttribute("width"));
}

function nameDrawing(svg, still) {
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", still.querySelector("title").textContent);
  quieten(svg);
}

// It is one image: what Vega says of its parts is noise.
function quieten(svg) {
  for (const part of svg.querySelectorAll("[role]")) {
    part.removeAttribute("role");
    part.removeAttribute("aria-roledescription");
  }
}
