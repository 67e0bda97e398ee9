// The room loses nothing: what is typed is kept sealed in this browser, what is sent waits here until the office
// has answered, goes in order, and carries a key, so that a second time does nothing. Without this file the same
// forms are sent by the browser itself.
(() => {
  const room = document.getElementById("room");
  if (!room || !window.fetch) return;
  const FORMS = "form[data-keep]";
  const RETRY = 4000, PAUSE = 400;
  const SPACE = "room:", NAME = `${SPACE}${room.dataset.day}`;
  const part = (name, within = room) => within.querySelector(`[data-part="${name}"]`);
  const words = (name, said = {}) => room.dataset[name].replace(/\{(\w+)\}/g, (_, key) => said[key]);
  const say = (text) => { part("link").textContent = text; part("link").hidden = !text; };

  // --- keeping: sealed with a key that stands on the page alone -------------------------------------------
  const kept = { drafts: {}, queue: [] };
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const plain = (raw) => btoa(String.fromCharCode(...new Uint8Array(raw)));
  let seal = null;
  const save = async () => {
    if (!seal) return;
    if (!kept.queue.length && !Object.keys(kept.drafts).length) return localStorage.removeItem(NAME);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const said = new TextEncoder().encode(JSON.stringify(kept));
    const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, seal, said);
    localStorage.setItem(NAME, JSON.stringify({ iv: plain(iv), data: plain(closed) }));
  };
  const load = async () => {
    if (!window.crypto?.subtle) return say(words("memory"));
    seal = await crypto.subtle.importKey("raw", bytes(room.dataset.key), "AES-GCM", false, ["encrypt", "decrypt"]);
    Object.keys(localStorage).filter((one) => one.startsWith(SPACE) && one !== NAME).forEach((one) => localStorage.removeItem(one));
    try {
      const { iv, data } = JSON.parse(localStorage.getItem(NAME));
      const said = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, seal, bytes(data));
      Object.assign(kept, JSON.parse(new TextDecoder().decode(said)));
    } catch {
      localStorage.removeItem(NAME); // nothing there, or another person's: nobody here can read it
    }
  };
  let saving = Promise.resolve();
  const store = () => (saving = saving.then(save, save));

  // --- drafts ------------------------------------------------------------------------------------------
  const typed = (form) => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const FRESH = new Set(["once", "csrfmiddlewaretoken"]);
  const restore = (form) => {
    const said = kept.drafts[form.dataset.keep];
    if (!said) return;
    for (const field of form.elements) {
      if (!field.name || FRESH.has(field.name)) continue;
      const values = said.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    form.closest("details")?.setAttribute("open", "");
  };
  let soon = null;
  room.addEventListener("input", (event) => {
    const form = event.target.closest(FORMS);
    if (!form) return;
    kept.drafts[form.dataset.keep] = typed(form);
    clearTimeout(soon);
    soon = setTimeout(store, PAUSE);
  });

  // --- sending, in order -------------------------------------------------------------------------------
  const formOf = (one) => room.querySelector(`form[data-keep="${CSS.escape(one.form)}"]`);
  const token = () => room.querySelector("[name=csrfmiddlewaretoken]").value;
  const post = (one) => {
    const body = new URLSearchParams([...one.said, ["csrfmiddlewaretoken", token()]]);
    return fetch(one.to, { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } });
  };
  const drop = async (one) => {
    kept.queue.shift();
    delete kept.drafts[one.form];
    await store();
  };
  let compared = false; // a person compares two wordings: nothing goes until they have chosen
  const compare = (one, answer) => {
    compared = true;
    const box = part("conflict").content.firstElementChild.cloneNode(true);
    part("theirs", box).textContent = answer.theirs;
    part("mine", box).textContent = new Map(one.said).get("text") || "";
    part("take-theirs", box).addEventListener("click", async () => { await drop(one); location.reload(); });
    part("send-mine", box).addEventListener("click", async () => {
      const fresh = { once: crypto.randomUUID?.() || String(Date.now()), seen: answer.version, version: answer.version };
      one.said = one.said.map(([name, value]) => [name, fresh[name] ?? value]);
      box.remove();
      compared = false;
      await store();
      flush();
    });
    (formOf(one) || room).prepend(box);
    box.querySelector("button").focus();
  };
  // True: done, the next one may go.
  const answered = async (one, response) => {
    const isOurs = (response.headers.get("Content-Type") || "").startsWith("application/json");
    if (!isOurs && response.status < 500) { say(words("session")); return false; }
    if (!isOurs) { say(words("away")); return false; }
    const answer = await response.json();
    if (response.ok) { await drop(one); return true; }
    if (response.status === 409) { compare(one, answer); return false; }
    kept.queue.shift(); // refused by the law or by a field: it stays in its form, as typed
    await store();
    const form = formOf(one);
    form?.classList.remove("room-waits");
    say(words("refused", { why: answer.against }));
    return false;
  };
  let busy = false;
  const flush = async () => {
    if (busy || compared || !kept.queue.length) return;
    busy = true;
    let sent = false;
    try {
      while (kept.queue.length) {
        say(words("sending"));
        if (!(await answered(kept.queue[0], await post(kept.queue[0])))) { sent = false; break; }
        sent = true;
      }
    } catch {
      sent = false;
      say(`${words("away")} ${words("kept", { count: kept.queue.length })}`);
    } finally {
      busy = false;
    }
    if (sent) { await saving; location.reload(); }
  };
  room.addEventListener("submit", async (event) => {
    const form = event.target.closest(FORMS);
    if (!form) return;
    event.preventDefault();
    const one = { form: form.dataset.keep, to: form.action, said: typed(form) };
    const key = new Map(one.said).get("once");
    if (kept.queue.some((other) => new Map(other.said).get("once") === key)) return;
    kept.queue.push(one);
    form.classList.add("room-waits");
    await store();
    flush();
  });
  window.addEventListener("online", flush);
  setInterval(flush, RETRY);

  // --- the timer ---------------------------------------------------------------------------------------
  const timer = part("timer");
  const ahead = timer ? Date.now() - Date.parse(timer.dataset.now) : 0; // of the office's clock
  const tick = () => {
    const minutes = Math.max(0, Math.floor((Date.now() - ahead - Date.parse(timer.dataset.start)) / 60000));
    timer.textContent = words("minutes", { minutes, all: timer.dataset.all });
    timer.classList.toggle("late", minutes >= Number(timer.dataset.all));
  };
  if (timer) { tick(); setInterval(tick, 10000); }

  load().then(() => {
    room.querySelectorAll(FORMS).forEach(restore);
    room.dataset.ready = "yes";
    flush();
  });
})();
