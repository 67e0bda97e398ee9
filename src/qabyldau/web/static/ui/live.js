// Tells a member of staff that the office's journal has grown since the page was drawn. Nothing moves by
// itself: what is being typed stays, and the person decides when to refresh. Without scripts nothing is lost.
(() => {
  const bar = document.getElementById("live");
  if (!bar || !window.EventSource) return;
  const drawn = Number(bar.dataset.seq);
  const stream = new EventSource(bar.dataset.stream);
  stream.addEventListener("change", (event) => {
    bar.hidden = JSON.parse(event.data).seq <= drawn;
  });
  window.addEventListener("pagehide", () => stream.close());
})();
