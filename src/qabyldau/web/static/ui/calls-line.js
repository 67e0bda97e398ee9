// The line to the server: asks for the key and for numbers, sends what waits in the order of receipt, one at a time, each
// as often as needed. One window sends at a time; the server knows a number that it has seen before.
const CallsLine = (() => {
  const FIRST_PAUSE = 300, LONGEST_PAUSE = 20000, PATIENCE = 15000;
  let page = null;
  let told = () => {};
  let pause = FIRST_PAUSE;
  let timer = 0;

  const token = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || "";
  const post = async (url, value) => {
    const answer = await fetch(url, {
      method: "POST",
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify(value),
    });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return { status: 401 };
    if (answer.status >= 500) throw new Error(answer.status);
    const plain = (answer.headers.get("Content-Type") || "").includes("json");
    return { status: answer.status, ...(plain ? await answer.json() : {}) };
  };

  // "open": the key is here; "sign-in": somebody must sign in first; "away": the server does not answer.
  const prepare = async () => {
    const device = await CallsBox.device();
    try {
      const answer = await post(page.dataset.prepare, { device: device.id, left: CallsBox.left(device) });
      if (answer.status !== 200) return { state: "sign-in" };
      await CallsBox.seen(answer.numbers);
      return { state: "open", raw: CallsBox.bytes(answer.key) };
    } catch {
      return { state: "away" };
    }
  };

  const answers = () =>
    fetch(page.dataset.health, { credentials: "omit", cache: "no-store" }).then((one) => one.ok, () => false);

  const sendOne = async (row) => {
    const said = await CallsBox.open(row).catch(() => null);
    if (said === null) {
      await CallsBox.refused(row, { code: "broken", words: "", faults: {} });
      return "sent";
    }
    const answer = await post(page.dataset.send, {
      number: row.number, taken_at: row.takenAt, sent_at: new Date().toISOString(), said,
    });
    if (answer.status === 401) return "sign-in";
    if (answer.status === 200) await CallsBox.sent(row, { appeal: answer.appeal, url: answer.url, others: answer.others });
    else await CallsBox.refused(row, { code: answer.code || "faults", words: answer.words || "", faults: answer.faults || {} });
    return "sent";
  };

  // With nothing to send it is only asked whether the server is there.
  const sendAll = async () => {
    const waiting = await CallsBox.waiting();
    if (!waiting.length && !(await answers())) throw new Error("away");
    for (const row of waiting) {
      const result = await sendOne(row);
      if (result !== "sent") return result;
      pause = FIRST_PAUSE;
      await told("sending");
    }
    return "done";
  };

  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };
  const send = async () => {
    clearTimeout(timer);
    if (!CallsBox.isOpen()) return;
    await navigator.locks.request("qabyldau-calls", { ifAvailable: true }, async (mine) => {
      if (!mine) { again(); return; }
      try {
        await told(await sendAll());
      } catch {
        await told("away");
        if ((await CallsBox.waiting()).length) again();
      }
    });
  };

  return {
    prepare, send, answers,
    begin: (place, tell) => { page = place; told = tell; },
    hurry: () => { pause = FIRST_PAUSE; return send(); },
  };
})();
