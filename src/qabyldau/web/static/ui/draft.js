// Keeps what is typed of a note while it is typed; without this file the button "Keep my draft" does the same.
const form = document.querySelector("form[data-draft]");
const words = document.querySelector("[data-draft-words]");
const PAUSE = 4000;
let waiting = 0;

async function keep() {
  waiting = 0;
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form) });
    if (answer.ok) words.textContent = (await answer.json()).words;
  } catch {
    // The network is away: what is typed stays on the page, and the next pause tries again.
  }
}

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  window.addEventListener("pagehide", () => {
    if (waiting) navigator.sendBeacon(form.dataset.draft, new FormData(form));
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}
