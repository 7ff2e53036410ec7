import { follow } from "./progress.js";

// On a phone the sections scroll sideways in a row of their own.
document.querySelector(".sections [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

follow(document.getElementById("standing"));

const report = document.querySelector(".report[data-figures]");
if (report?.querySelector("[data-figure]")) {
  const { drawAll } = await import("./charts.js");
  drawAll(report);
}
