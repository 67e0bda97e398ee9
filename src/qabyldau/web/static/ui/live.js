// Tells a member of staff that the office's journal has grown since the page was drawn. Nothing moves by
// itself: what is being typed stays, and the person decides when to refresh. Without scripts nothing is lost.
(() => {
  const bar = document.getElementById("live");
  if (!bar || !window.EventSource) return;
  const stream = new EventSource(bar.dataset.stream);
  stream.addEventListener("change", (event) => {
    const { seq } = JSON.parse(event.data);
    bar.hidden = seq <= Number(bar.dataset.seq);
    // A page that can draw itself anew hears of it, and says in data-seq how far it has come.
    if (!bar.hidden) document.dispatchEvent(new CustomEvent("office-changed", { detail: { seq, bar } }));
  });
  window.addEventListener("pagehide", () => stream.close());
})();
