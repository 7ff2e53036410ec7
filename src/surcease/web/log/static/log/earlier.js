// Earlier entries by their day, from what this device keeps: they are found with the server gone.

import * as archive from "./archive.js";
import { dateOf } from "./clock.js";
import { begins, isWhole, latestFirst, withActions } from "./merge.js";
import { line } from "./now.js";
import { $, model, onDraw } from "./page.js";
import { show } from "./texts.js";
import { hasWords } from "./words.js";

const AT_ONCE = 50;

let most = AT_ONCE;

const section = () => $("#earlier");
const lastDay = () => $("#earlier-to").value || dateOf(new Date());

async function draw() {
  const [kept, upto] = await Promise.all([archive.all(), archive.upto()]);
  const found = withActions([...kept, ...model.told], model.actions)
    .filter((entry) => !entry.deleted && isWhole(entry) && hasWords(entry))
    .filter((entry) => begins(entry).slice(0, 10) <= lastDay());
  const shown = latestFirst(found).slice(0, most);
  show($("#earlier-list"), shown.map((entry) => line(model, entry)));
  $("#earlier-more").hidden = shown.length === found.length;
  $("#earlier-incomplete").hidden = (upto ?? "") === model.latest;
}

export function openEarlier() {
  most = AT_ONCE;
  return draw();
}

export function watchEarlier() {
  onDraw(() => section().classList.contains("open") && draw());
  $("#earlier-to").addEventListener("input", openEarlier);
  $("#earlier-more").addEventListener("click", () => {
    most += AT_ONCE;
    draw();
  });
}
