// The board of the hall. Every message is the whole state, so one that was lost has lost nothing: a stream while
// there is one, polling while there is none, and a sign within 15 seconds when neither answers.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const part = (name) => board.querySelector(`[data-part="${name}"]`);
  const POLL = 1500, SILENCE = 12000, CLIP = 8000, FEW = 4;
  let heard = Date.now();
  let polling = null;
  // Everything seen since this page was opened: a call that goes and comes back is not a new one.
  const known = new Set([...part("calls").children].map((one) => one.dataset.key));

  const alive = () => {
    heard = Date.now();
    board.classList.remove("stale");
    part("link").textContent = board.dataset.online;
  };
  const stale = () => {
    board.classList.add("stale");
    part("link").textContent = board.dataset.stale;
  };

  // --- drawing -------------------------------------------------------------------------------------
  const drawCall = (call, first) => {
    const row = part("call").content.firstElementChild.cloneNode(true);
    row.dataset.key = call.key;
    row.querySelector(".ticket").textContent = call.ticket;
    row.querySelector(".room b").textContent = call.kk;
    row.querySelector(".room span").textContent = call.ru;
    row.classList.toggle("new", first && !call.inside);
    row.classList.toggle("awaited", !call.inside);
    return row;
  };
  const drawNext = (one) => {
    const row = document.createElement("li");
    const minutes = document.createElement("small");
    row.textContent = one.ticket;
    if (one.minutes) minutes.textContent = `≈ ${board.dataset.minutes.replace("{minutes}", one.minutes)}`;
    row.append(minutes);
    return row;
  };
  const drawLast = (state) => {
    const words = ["kk", "ru"].map((language) => {
      const name = (state.waiting ? "last" : "empty") + (language === "kk" ? "Kk" : "Ru");
      return board.dataset[name].replace("{minutes}", state.minutes);
    });
    part("last").textContent = words.join(" · ");
  };
  const draw = (state) => {
    const fresh = state.calls.filter((call) => !known.has(call.key) && !call.inside);
    state.calls.forEach((call) => known.add(call.key));
    const drawn = [...part("calls").children].map((one) => one.dataset.key + one.className).join();
    const rows = state.calls.map((call, place) => drawCall(call, place === 0));
    if (rows.map((one) => one.dataset.key + one.className).join() !== drawn) part("calls").replaceChildren(...rows);
    part("calls").classList.toggle("many", rows.length > FEW);
    part("nobody").hidden = state.calls.length > 0;
    part("next").replaceChildren(...state.next.map(drawNext));
    part("day").textContent = state.day;
    part("day_ru").textContent = state.day_ru;
    setClock(state);
    drawLast(state);
    announced = state.calls.filter((call) => !call.inside).map((call) => call.key);
    fresh.reverse().forEach(say);
    alive();
  };

  // --- the clock: the office's hour by the server, whatever hour this television believes in ----------
  let zone = "", slip = 0;
  const minuteOf = (text) => text.split(":").reduce((hours, minutes) => Number(hours) * 60 + Number(minutes));
  const local = (moment) =>
    new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone }).format(moment);
  const setClock = (state) => {
    zone = state.zone;
    const apart = minuteOf(state.clock) - minuteOf(local(new Date()));
    slip = Math.abs(apart) > 1 ? apart : 0;
    tick();
  };
  const tick = () => {
    if (zone) part("clock").textContent = local(new Date(Date.now() + slip * 60000));
  };

  // --- sound: one call after another, never two at once -----------------------------------------------
  // Calls that wait for the voice, and the keys of those that still have somebody to come.
  const waiting = [];
  let announced = [];
  let speaking = false, forbidden = false;
  const play = (address) =>
    new Promise((done) => {
      const clip = new Audio(address);
      // One that hangs is silenced before the next begins.
      const end = () => { clearTimeout(over); clip.pause(); done(); };
      const over = setTimeout(end, CLIP);
      clip.addEventListener("ended", end);
      clip.addEventListener("error", end);
      clip.play().catch((fault) => {
        forbidden = forbidden || fault.name === "NotAllowedError";
        end();
      });
    });
  const speak = async () => {
    speaking = true;
    while (waiting.length && !forbidden) {
      for (const address of waiting[0].say) if (!forbidden) await play(address);
      // A browser that forbids sound keeps the call until somebody presses the button.
      if (!forbidden) board.dataset.said = `${board.dataset.said || ""} ${waiting.shift().key}`.trim();
    }
    part("sound").hidden = !forbidden;
    speaking = false;
  };
  const say = (call) => {
    waiting.push(call);
    if (!speaking) speak();
  };
  part("sound").addEventListener("click", () => {
    forbidden = false;
    // Who came in meanwhile is not called any more.
    const still = waiting.filter((call) => announced.includes(call.key));
    // With nobody to call, whoever hangs the board hears that it can be heard.
    waiting.splice(0, waiting.length, ...(still.length ? still : [{ key: "", say: [board.dataset.trial] }]));
    if (!speaking) speak();
  });
  // Asked at once, so that a silent board is noticed when it is hung and not at the first call.
  const probe = window.AudioContext ? new AudioContext() : null;
  if (probe) setTimeout(() => { part("sound").hidden = probe.state === "running"; probe.close(); }, 1500);

  // --- the line to the server -------------------------------------------------------------------------
  const poll = () =>
    fetch(board.dataset.state, { cache: "no-store" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then(draw)
      .catch(() => {});
  const startPolling = () => { if (!polling) { poll(); polling = setInterval(poll, POLL); } };
  const stopPolling = () => { clearInterval(polling); polling = null; };
  let stream = null;
  const connect = () => {
    if (!window.EventSource) { startPolling(); return; }
    if (stream) stream.close();
    stream = new EventSource(board.dataset.stream);
    stream.addEventListener("board", (event) => { stopPolling(); draw(JSON.parse(event.data)); });
    stream.addEventListener("beat", () => { stopPolling(); alive(); });
    stream.addEventListener("error", (event) => {
      startPolling();
      if (event.target === stream && stream.readyState === EventSource.CLOSED) setTimeout(connect, POLL);
    });
  };
  let looked = Date.now();
  setInterval(() => {
    tick();
    if (Date.now() - heard <= SILENCE) return;
    stale();
    startPolling();
    // A line that died without a word is never heard again: a new one is tried as long as the silence lasts.
    if (Date.now() - looked > SILENCE) { looked = Date.now(); connect(); }
  }, 1000);
  connect();
})();
