// Does the work that shows that a browser is here, while the person reads. Without this file, or where the
// browser cannot count hashes, the question stays on the page.
(() => {
  const box = document.querySelector("[data-robots]");
  if (!box || !window.crypto || !window.crypto.subtle) return;
  const work = JSON.parse(box.dataset.work);
  const form = box.closest("form");
  const field = box.querySelector("[name=altcha]");
  const status = box.querySelector("[data-robots-status]");
  const question = box.querySelector("[data-robots-question]");
  const encoder = new TextEncoder();
  const AT_ONCE = 500;
  let waiting = null;
  question.hidden = true;

  const hash = async (number) => {
    const bits = await crypto.subtle.digest(work.algorithm, encoder.encode(work.salt + number));
    return Array.from(new Uint8Array(bits), (one) => one.toString(16).padStart(2, "0")).join("");
  };

  const solve = async () => {
    for (let from = 0; from <= work.maxnumber; from += AT_ONCE) {
      const numbers = Array.from({ length: AT_ONCE }, (_, place) => from + place);
      const found = (await Promise.all(numbers.map(hash))).indexOf(work.challenge);
      if (found >= 0) return from + found;
    }
    throw new Error("unsolved");
  };

  form.addEventListener("submit", (event) => {
    if (field.value || !question.hidden) return;
    event.preventDefault();
    waiting = event.submitter;
    status.hidden = false;
  });

  solve()
    .then((number) => {
      const { algorithm, challenge, salt, signature } = work;
      field.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
      status.hidden = true;
      if (waiting) form.requestSubmit(waiting);
    })
    .catch(() => {
      question.hidden = false;
      status.hidden = true;
    });
})();
