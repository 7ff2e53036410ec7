// Puts the number of the user's own country first. The country is that of the settings, else that of
// the browser's language. The page is the same for everyone, so that it can be kept for offline use.

const country = localStorage.getItem("surcease-country") || new Intl.Locale(navigator.language).region;

for (const calls of document.querySelectorAll(".calls")) {
  const own = [...calls.children].filter((call) => call.dataset.countries.split(" ").includes(country));
  calls.prepend(...own);
}
