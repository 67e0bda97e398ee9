// A field of the list is put where the cursor stands in a box. Without scripts it is copied by hand.
(() => {
  const boxes = [...document.querySelectorAll("form textarea, form input[type=text]")];
  let last = document.getElementById("id_text");
  for (const box of boxes) box.addEventListener("focus", () => (last = box));
  for (const sign of document.querySelectorAll("[data-insert]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "field-insert";
    button.textContent = sign.textContent;
    button.addEventListener("click", () => {
      if (!last || last.readOnly || last.disabled) return;
      last.setRangeText(sign.textContent, last.selectionStart, last.selectionEnd, "end");
      last.focus();
    });
    sign.replaceWith(button);
  }
})();
