// Shows one line for a treatment and the next when asked; what belongs to daily ones only with those.

const lines = [...document.querySelectorAll(".line")];
const more = document.querySelector("[data-more-lines]");

for (const line of lines) {
  const how = line.querySelector("select");
  const show = () => (line.querySelector("[data-daily-only]").hidden = how.value !== "daily");
  how.addEventListener("change", show);
  show();
}

for (const line of lines.slice(1)) line.hidden = !line.querySelector("input").value;

more.hidden = false;
more.addEventListener("click", () => {
  const next = lines.find((line) => line.hidden);
  next.hidden = false;
  next.querySelector("input").focus();
  more.hidden = !lines.some((line) => line.hidden);
});
