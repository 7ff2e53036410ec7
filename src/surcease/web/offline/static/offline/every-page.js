// Every page: light or dark as chosen, and the service worker that keeps the log page.

const chosen = /(?:^|; )surcease_theme=(dark|light)/.exec(document.cookie)?.[1] ?? "dark";
document.documentElement.dataset.theme = chosen;

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register(document.documentElement.dataset.worker));
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-theme-choice]")) return;
  event.preventDefault();
  const theme = event.submitter.value;
  document.cookie = `surcease_theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.dataset.theme = theme;
});
