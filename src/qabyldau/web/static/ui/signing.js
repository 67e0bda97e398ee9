// Asks NCALayer on this machine to sign what stands in the block, puts the signature into its form and
// sends it. Everything else works without this file: a signature made elsewhere is sent as a file.
(() => {
  const NCALAYER = "wss://127.0.0.1:13579";
  const HELLO_MS = 8000;
  const PERSON_MS = 180000;
  const PURPOSES = { auth: "1.3.6.1.5.5.7.3.2", sign: "1.3.6.1.5.5.7.3.4" };

  const request = (block) => ({
    module: "kz.gov.pki.knca.basics",
    method: "sign",
    args: {
      allowedStorages: null,
      format: "cms",
      data: block.dataset.document,
      signingParams: { decode: true, encapsulate: block.dataset.usage === "auth", digested: false },
      signerParams: { extKeyUsageOids: [PURPOSES[block.dataset.usage]] },
      locale: document.documentElement.lang,
    },
  });

  const signatureIn = (answer) => {
    if (answer.status !== true) throw new Error("wrong_key");
    const result = (answer.body || {}).result;
    const first = Array.isArray(result) ? result[0] : result;
    if (typeof first !== "string" || !first) throw new Error("cancelled");
    return first;
  };

  const sign = (block) =>
    new Promise((done, fail) => {
      const socket = new WebSocket(NCALAYER);
      let timer = setTimeout(() => stop("not_running"), HELLO_MS);
      let greeted = false;
      const stop = (code) => {
        clearTimeout(timer);
        socket.onclose = null;
        socket.close();
        fail(new Error(code));
      };
      socket.onclose = () => stop("not_running");
      socket.onmessage = (event) => {
        let said;
        try {
          said = JSON.parse(event.data);
        } catch {
          return stop("wrong_key");
        }
        if (!greeted) {
          greeted = true;
          clearTimeout(timer);
          timer = setTimeout(() => stop("timeout"), PERSON_MS);
          return socket.send(JSON.stringify(request(block)));
        }
        try {
          const signature = signatureIn(said);
          clearTimeout(timer);
          socket.onclose = null;
          socket.close();
          return done(signature);
        } catch (fault) {
          return stop(fault.message);
        }
      };
    });

  const begin = (block) => {
    const button = block.querySelector("[data-signing-button]");
    const status = block.querySelector("[data-signing-status]");
    const words = block.querySelector("[data-signing-words]");
    const say = (code) => {
      status.hidden = false;
      words.textContent = block.querySelector(`[data-code="${code}"]`).textContent;
      status.classList.toggle("note--bad", code !== "wait" && code !== "done");
    };
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      say("wait");
      try {
        block.querySelector("[data-signing-field]").value = await sign(block);
        say("done");
        block.closest("form").submit();
      } catch (fault) {
        say(block.querySelector(`[data-code="${fault.message}"]`) ? fault.message : "wrong_key");
        button.disabled = false;
        button.focus();
      }
    });
  };

  document.querySelectorAll("[data-signing]").forEach(begin);
})();
