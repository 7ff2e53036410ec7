// The page's model, and whoever draws it.

import { look } from "./model.js";

const drawers = [];

export let model;

export const $ = (selector, within = document) => within.querySelector(selector);

export function onDraw(draw) {
  drawers.push(draw);
}

export async function refresh() {
  model = await look();
  for (const draw of drawers) draw(model);
}

export const entryAddress = (id) => `${document.documentElement.dataset.entries}${id}/`;
