// The place in the line, asked for anew while the applicant waits; the way into the video stays where it is.
(() => {
  const room = document.getElementById("waiting");
  const line = () => room && room.querySelector('[data-part="line"]');
  if (!line()) return;
  const EVERY = 15000;
  const refresh = async () => {
    try {
      const answer = await fetch(room.dataset.refresh, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector('[data-part="line"]');
      if (fresh && fresh.textContent !== line().textContent) line().replaceWith(document.adoptNode(fresh));
    } catch {
      // No connection now: the next time.
    }
  };
  setInterval(refresh, EVERY);
})();
