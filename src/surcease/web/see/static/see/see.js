import { follow } from "./progress.js";

follow(document.getElementById("standing"));

const report = document.querySelector(".report[data-figures]");
if (report?.querySelector("[data-figure]")) {
  const { drawAll } = await import("./charts.js");
  drawAll(report);
}
