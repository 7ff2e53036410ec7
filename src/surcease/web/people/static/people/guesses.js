// What the browser knows already: the time zone, and the names of countries.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const select of document.querySelectorAll("select[data-guess-zone]")) {
  if (select.value === "" && zone) {
    if (![...select.options].some((option) => option.value === zone)) select.add(new Option(zone, zone));
    select.value = zone;
  }
}

const names = new Intl.DisplayNames([document.documentElement.lang], { type: "region" });
for (const select of document.querySelectorAll("select[data-countries]")) {
  const countries = [...select.options].filter((option) => option.value);
  for (const option of countries) option.text = names.of(option.value);
  countries.sort((one, other) => one.text.localeCompare(other.text));
  const chosen = select.value;
  select.append(...countries);
  select.value = chosen;
  remember(chosen);
  select.addEventListener("change", () => remember(select.value));
}

// The page with numbers to call is the same for everyone; it reads here which to show first.
function remember(country) {
  if (country) localStorage.setItem("surcease-country", country);
  else localStorage.removeItem("surcease-country");
}
