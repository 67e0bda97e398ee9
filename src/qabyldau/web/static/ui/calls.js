// The operator's page: a form, the number for the caller, and what waits. It asks the server for nothing it can do alone.
(() => {
  const page = document.getElementById("calls");
  const form = document.getElementById("call");
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const words = part("words").dataset;
  const PROBE = 15000, TYPING = 800, IDLE = 15 * 60000, SHORTEST_PHRASE = 10, PLACES = 5;
  let mending = null;
  let typing = 0;
  let touched = Date.now();

  const written = (number) => `${page.dataset.prefix}-${String(number).padStart(PLACES, "0")}`;
  const clock = (moment) => {
    const shape = { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false };
    return new Intl.DateTimeFormat("ru", { ...shape, timeZone: page.dataset.zone }).format(new Date(moment));
  };
  const show = (name, yes) => { part(name).hidden = !yes; };

  // --- the form --------------------------------------------------------------------------------------
  const said = () => {
    const found = {};
    for (const [name, value] of new FormData(form)) found[name] = String(value);
    return found;
  };
  const fill = (values) => {
    form.reset();
    for (const field of form.elements) {
      if (!field.name || !(field.name in values)) continue;
      if (field.type === "radio") field.checked = field.value === values[field.name];
      else if (field.type === "checkbox") field.checked = true;
      else field.value = values[field.name];
    }
  };
  const PASSES = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]];
  const checks = (number) => {
    const digits = [...number].map(Number);
    for (const weights of PASSES) {
      const rest = weights.reduce((sum, weight, place) => sum + weight * digits[place], 0) % 11;
      if (rest < 10) return rest === digits[11];
    }
    return false;
  };
  const faultsOf = (values) => {
    const found = {};
    const number = values.number.replace(/[\s-]/g, "");
    if (!values.name.trim()) found.name = [words.noName];
    if (values.phone.replace(/\D/g, "").length < 10) found.phone = [words.noPhone];
    if (!values.topic) found.topic = [words.noTopic];
    if (number && !/^\d{12}$/.test(number)) found.number = [words.twelve];
    else if (number && !checks(number) && !values.as_is) found.number = [words.checkDigit];
    return found;
  };
  const point = (faults) => {
    form.querySelectorAll("[data-fault]").forEach((one) => one.remove());
    form.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
    for (const [name, lines] of Object.entries(faults)) {
      const field = form.elements[name];
      const control = field && (field.length && field.tagName !== "SELECT" ? field[0] : field);
      if (!control) continue;
      const line = document.createElement("p");
      line.className = "error";
      line.dataset.fault = name;
      line.textContent = lines.join(" ");
      control.closest(".field").prepend(line);
      control.setAttribute("aria-invalid", "true");
    }
    const first = form.querySelector("[aria-invalid]");
    if (first) first.focus();
    return !first;
  };
  const clear = async () => {
    mending = null;
    form.reset();
    point({});
    show("mending", false);
    await CallsBox.dropDraft();
  };

  const save = async (event) => {
    event.preventDefault();
    clearTimeout(typing);
    const values = said();
    if (!point(faultsOf(values))) return;
    const number = mending ? mending.number : await CallsBox.takeNumber();
    if (number === null) { show("none", true); return; }
    await CallsBox.keep(number, values, mending ? mending.takenAt : new Date().toISOString());
    await clear();
    part("given").textContent = written(number);
    show("done", true);
    part("done").focus();
    await draw();
    CallsLine.hurry();
  };
  const typed = () => {
    clearTimeout(typing);
    typing = setTimeout(() => { if (CallsBox.isOpen() && !mending) CallsBox.draft(said()); }, TYPING);
  };

  // --- what is kept here -----------------------------------------------------------------------------
  const button = (text, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button--second button--small";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  };
  const link = (to, text) => {
    const made = document.createElement("a");
    made.href = to;
    made.textContent = text;
    return made;
  };
  const mend = async (row) => {
    mending = row;
    fill(await CallsBox.open(row));
    show("done", false);
    show("mending", true);
    part("mended").textContent = written(row.number);
    point(row.why.faults);
  };
  const renumber = async (row) => {
    const values = await CallsBox.open(row);
    const number = await CallsBox.takeNumber();
    if (number === null) { show("none", true); return; }
    await CallsBox.keep(number, values, row.takenAt);
    await CallsBox.forget(row.number);
    await draw();
    CallsLine.hurry();
  };
  const drawn = (row) => {
    const line = part("row").content.firstElementChild.cloneNode(true);
    const cell = (name) => line.querySelector(`[data-cell="${name}"]`);
    line.dataset.number = row.number;
    line.dataset.state = row.state;
    cell("number").textContent = written(row.number);
    cell("at").textContent = clock(row.takenAt);
    cell("state").textContent = words[row.state];
    cell("state").className = `tag ${{ sent: "tag--good", refused: "tag--bad" }[row.state] || ""}`.trim();
    if (row.state === "sent") {
      cell("what").append(link(row.url, row.appeal));
      if (row.others.length) cell("what").append(` ${words.others} `, ...row.others.flatMap((one) => [link(one.url, one.appeal), " "]));
    }
    if (row.state === "refused") {
      cell("what").append(row.why.words || (row.why.code === "broken" ? words.broken : words.faults), " ");
      if (row.why.code === "faults") cell("what").append(button(words.mend, () => mend(row)));
      else if (row.why.code !== "broken") cell("what").append(button(words.renumber, () => renumber(row)));
    }
    return line;
  };
  const draw = async () => {
    const rows = await CallsBox.all();
    part("rows").replaceChildren(...rows.reverse().map(drawn));
    show("list", rows.length > 0);
    const waits = rows.filter((row) => row.state === "waiting").length;
    part("waits").textContent = waits;
    show("waiting", waits > 0);
    const left = CallsBox.left(await CallsBox.device());
    part("left").textContent = left;
    show("none", left === 0);
  };

  // --- the line and the lock -------------------------------------------------------------------------
  const tell = async (state) => {
    page.dataset.line = state;
    const here = state === "done" || state === "sending";
    show("online", here);
    show("away", state === "away");
    show("sign-in", state === "sign-in");
    await draw();
  };
  const opened = async () => {
    show("locked", false);
    show("phrase", false);
    show("open", true);
    const draft = await CallsBox.drafted();
    if (draft) fill(draft);
    await draw();
    await CallsLine.hurry();
  };
  const lock = () => {
    CallsBox.lock();
    form.reset();
    show("open", false);
    show("locked", true);
  };
  // A new key is shown to the device only while somebody is signed in; without a phrase it would not open alone.
  const prepare = async () => {
    const answer = await CallsLine.prepare();
    if (answer.state !== "open") {
      await tell(answer.state);
      show("locked", true);
      return;
    }
    await tell("done");
    await CallsBox.unlock(answer.raw);
    if ((await CallsBox.device()).wrapped) { await opened(); return; }
    show("phrase", true);
    part("phrase").addEventListener("submit", async (event) => {
      event.preventDefault();
      const chosen = part("phrase").elements.phrase.value;
      show("short", chosen.length < SHORTEST_PHRASE);
      if (chosen.length < SHORTEST_PHRASE) return;
      await CallsBox.choosePhrase(chosen, answer.raw);
      await opened();
    });
  };
  part("locked").addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = part("locked").elements.phrase;
    const result = await CallsBox.unlockByPhrase(field.value);
    field.value = "";
    show("wrong", result === "wrong");
    show("old", result === "server");
    if (result === "open") await opened();
  });
  const probe = async () => {
    if (Date.now() - touched > IDLE && CallsBox.isOpen()) { lock(); return; }
    if (page.dataset.line !== "away") return;
    if (await CallsLine.answers()) await (CallsBox.isOpen() ? CallsLine.hurry() : prepare());
  };

  form.addEventListener("submit", save);
  form.addEventListener("input", typed);
  part("give-up").addEventListener("click", clear);
  part("lock").addEventListener("click", lock);
  ["pointerdown", "keydown"].forEach((name) => page.addEventListener(name, () => { touched = Date.now(); }));
  window.addEventListener("online", () => { if (CallsBox.isOpen()) CallsLine.hurry(); });
  window.addEventListener("offline", () => tell("away"));
  setInterval(probe, PROBE);
  CallsLine.begin(page, tell);
  if (navigator.serviceWorker) navigator.serviceWorker.register(page.dataset.worker, { scope: page.dataset.scope });
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  CallsBox.tidy().then(prepare);
})();
