// Follows an import that is under way: what is said of it changes in place, so that nobody who reads or
// stands on this page is thrown back to its beginning. Once it is done the next page is shown.

const EVERY_MS = 2000;
const SAID = "h1, [role='status']";

const saidIn = (page) => [...page.querySelector("[data-busy]").querySelectorAll(SAID)];

async function look() {
  const page = await ask();
  if (page && !page.querySelector("[data-busy]")) {
    location.replace(location.href); // a reload would send a form again that led here
    return;
  }
  if (page) tell(saidIn(page));
  setTimeout(look, EVERY_MS);
}

// What is the same is not written again, or a screen reader would say it every time.
function tell(said) {
  saidIn(document).forEach((element, nth) => {
    if (element.textContent !== said[nth].textContent) element.textContent = said[nth].textContent;
  });
}

// Without an answer, as when the app was stopped, it is asked again.
async function ask() {
  try {
    return new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  } catch {
    return null;
  }
}

setTimeout(look, EVERY_MS);
