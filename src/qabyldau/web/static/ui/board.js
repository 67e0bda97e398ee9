// The board of the hall. Every message is the whole state, so one that was lost has lost nothing: a stream while
// there is one, polling while there is none, and a sign within 15 seconds when neither answers.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const part = (name) => board.querySelector(`[data-part="${name}"]`);
  const POLL = 3000, SILENCE = 12000, CLIP = 8000;
  let heard = Date.now();
  let polling = null;
  let known = new Set([...part("calls").children].map((one) => one.dataset.key));

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
    return row;
  };
  const drawNext = (one) => {
    const row = document.createElement("li");
    const minutes = document.createElement("small");
    row.textContent = one.ticket;
    minutes.textContent = `≈ ${board.dataset.minutes.replace("{minutes}", one.minutes)}`;
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
    known = new Set(state.calls.map((call) => call.key));
    const drawn = [...part("calls").children].map((one) => one.dataset.key + one.className).join();
    const rows = state.calls.map((call, place) => drawCall(call, place === 0));
    if (rows.map((one) => one.dataset.key + one.className).join() !== drawn) part("calls").replaceChildren(...rows);
    part("nobody").hidden = state.calls.length > 0;
    part("next").replaceChildren(...state.next.map(drawNext));
    part("day").textContent = state.day;
    part("day_ru").textContent = state.day_ru;
    board.dataset.zone = state.zone;
    drawLast(state);
    fresh.reverse().forEach(say);
    alive();
  };

  // --- sound: one call after another, never two at once -----------------------------------------------
  const waiting = [];
  let speaking = false;
  const play = (address) =>
    new Promise((done) => {
      const clip = new Audio(address);
      const over = setTimeout(done, CLIP);
      const end = () => { clearTimeout(over); done(); };
      clip.addEventListener("ended", end);
      clip.addEventListener("error", end);
      clip.play().catch((fault) => {
        part("sound").hidden = fault.name !== "NotAllowedError" && part("sound").hidden;
        end();
      });
    });
  const speak = async () => {
    speaking = true;
    while (waiting.length) {
      const call = waiting.shift();
      board.dataset.said = `${board.dataset.said || ""} ${call.key}`.trim();
      for (const address of call.say) await play(address);
    }
    speaking = false;
  };
  const say = (call) => {
    waiting.push(call);
    if (!speaking) speak();
  };
  part("sound").addEventListener("click", () => { part("sound").hidden = true; });

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
    stream = new EventSource(board.dataset.stream);
    stream.addEventListener("board", (event) => { stopPolling(); draw(JSON.parse(event.data)); });
    stream.addEventListener("beat", () => { stopPolling(); alive(); });
    stream.addEventListener("error", () => {
      startPolling();
      if (stream.readyState === EventSource.CLOSED) setTimeout(connect, POLL);
    });
  };
  setInterval(() => {
    if (Date.now() - heard > SILENCE) { stale(); startPolling(); }
    const zone = board.dataset.zone;
    const shape = { hour: "2-digit", minute: "2-digit", hour12: false, ...(zone ? { timeZone: zone } : {}) };
    if (zone) part("clock").textContent = new Intl.DateTimeFormat("ru", shape).format(new Date());
  }, 1000);
  connect();
})();
