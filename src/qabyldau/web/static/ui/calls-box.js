// What the device keeps of calls: every request and the draft closed by AES-GCM. The key comes from the server; on the
// device it lies wrapped by a phrase that only the operator knows, and unwrapped it lives in this page alone.
const CallsBox = (() => {
  const NAME = "qabyldau-calls", ROUNDS = 600000, DAY = 86400000, KEEPS_DRAFT = 7 * DAY, KEEPS_SENT = DAY;
  const OPENS_ALONE = 7 * DAY;
  let key = null;
  let database = null;

  const asked = (request) =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const base = () => {
    if (!database) {
      const opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("device");
        opening.result.createObjectStore("requests", { keyPath: "number" });
      };
      database = asked(opening);
    }
    return database;
  };
  const store = async (name, mode = "readonly") => (await base()).transaction(name, mode).objectStore(name);
  const get = async (name, id) => asked((await store(name)).get(id));
  const put = async (name, value, id) => asked((await store(name, "readwrite")).put(value, id));
  const drop = async (name, id) => asked((await store(name, "readwrite")).delete(id));

  // --- closing and opening ---------------------------------------------------------------------------
  const random = (count) => crypto.getRandomValues(new Uint8Array(count));
  const imported = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  // A box is bound to its place: moved to another number it does not open.
  const bound = (place) => new TextEncoder().encode(`calls|${place}`);
  const closed = async (value, place) => {
    const iv = random(12);
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return { iv, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(place) }, key, plain) };
  };
  const opened = async ({ iv, box }, place) => {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bound(place) }, key, box);
    return JSON.parse(new TextDecoder().decode(plain));
  };
  const wrapping = async (phrase, salt) => {
    const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(phrase), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
    return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };

  // --- the device ------------------------------------------------------------------------------------
  const device = async () => {
    const known = await get("device", "me");
    if (known) return known;
    const made = { id: crypto.randomUUID(), blocks: [], wrapped: null, seen: 0 };
    await put("device", made, "me");
    return made;
  };
  const changed = async (change) => {
    await device();
    const place = await store("device", "readwrite");
    const row = await asked(place.get("me"));
    const result = change(row);
    await asked(place.put(row, "me"));
    return result;
  };
  const left = (row) => row.blocks.reduce((sum, [first, last]) => sum + last - first + 1, 0);

  const unlock = async (raw) => { key = await imported(raw); };
  const choosePhrase = async (phrase, raw) => {
    const salt = random(16), iv = random(12);
    const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await wrapping(phrase, salt), raw);
    await changed((row) => { row.wrapped = { salt, iv, box }; });
  };
  // Without the server only by the phrase, and only while the server was seen not too long ago.
  const unlockByPhrase = async (phrase) => {
    const row = await device();
    if (!row.wrapped || Date.now() - row.seen > OPENS_ALONE) return "server";
    try {
      const { salt, iv, box } = row.wrapped;
      await unlock(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await wrapping(phrase, salt), box));
      return "open";
    } catch {
      return "wrong";
    }
  };

  // --- requests --------------------------------------------------------------------------------------
  // One transaction, so that two windows never give one number.
  const takeNumber = () =>
    changed((row) => {
      const [first, last] = row.blocks[0] || [0, -1];
      if (last < first) return null;
      row.blocks = first === last ? row.blocks.slice(1) : [[first + 1, last], ...row.blocks.slice(1)];
      return first;
    });
  const keep = async (number, said, takenAt) => {
    await put("requests", { number, takenAt, state: "waiting", ...(await closed(said, number)) });
    await drop("device", "draft");
  };
  const all = async () => asked((await store("requests")).getAll());
  const waiting = async () => (await all()).filter((row) => row.state === "waiting");
  // What was sent is wiped at once: of it only the two numbers stay, until tomorrow.
  const sent = (row, appeal) =>
    put("requests", { number: row.number, takenAt: row.takenAt, state: "sent", at: Date.now(), ...appeal });
  const refused = (row, why) => put("requests", { ...row, state: "refused", why });
  const draft = async (said) => put("device", { at: Date.now(), ...(await closed(said, "draft")) }, "draft");
  const drafted = async () => {
    const row = await get("device", "draft");
    return row ? opened(row, "draft").catch(() => null) : null;
  };
  const tidy = async () => {
    const now = Date.now();
    for (const row of await all()) if (row.state === "sent" && now - row.at > KEEPS_SENT) await drop("requests", row.number);
    const row = await get("device", "draft");
    if (row && now - row.at > KEEPS_DRAFT) await drop("device", "draft");
  };

  return {
    device, left, unlock, unlockByPhrase, choosePhrase, takeNumber, keep, all, waiting, sent, refused, draft, drafted, tidy,
    bytes,
    isOpen: () => key !== null,
    lock: () => { key = null; },
    open: (row) => opened(row, row.number),
    forget: (number) => drop("requests", number),
    dropDraft: () => drop("device", "draft"),
    seen: (numbers) => changed((row) => { row.seen = Date.now(); if (numbers.length) row.blocks.push(numbers); }),
  };
})();
