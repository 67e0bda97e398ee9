// Keys of the desk: one letter presses the button that names it. Nothing happens while somebody types.
(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button && !button.disabled) button.click();
  });

  // The part that nobody types into draws itself anew when the office did something. A button that is in
  // focus stays in focus; a press that is on its way is not disturbed.
  const live = document.getElementById("desk-live");
  if (!live) return;
  let drawing = false;
  let again = null;
  let sent = false;
  document.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });

  const named = (node) => node && node.dataset ? node.dataset.press : undefined;
  const draw = async ({ seq, bar }) => {
    if (drawing) { again = { seq, bar }; return; }
    drawing = true;
    try {
      const answer = await fetch(window.location.href, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("desk-live");
      if (!fresh || sent) return;
      const press = named(document.activeElement);
      live.replaceChildren(...fresh.childNodes);
      if (press) live.querySelector(`[data-press="${CSS.escape(press)}"]`)?.focus();
      bar.dataset.seq = page.getElementById("live")?.dataset.seq ?? seq;
      bar.hidden = true;
    } catch {
      // The line about the change stays, with its link: the person refreshes by hand.
    } finally {
      drawing = false;
      if (again) { const next = again; again = null; draw(next); }
    }
  };
  document.addEventListener("office-changed", (event) => draw(event.detail));
})();
