"use strict";
document.addEventListener("click", event => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const said = document.querySelector(".said");
  const done = () => { said.textContent = said.dataset.done; setTimeout(() => said.textContent = "", 2000); };
  const byHand = () => {
    const text = document.createElement("textarea");
    text.value = button.dataset.copy;
    document.body.append(text);
    text.select();
    document.execCommand("copy");
    text.remove();
    button.focus();
    done();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(button.dataset.copy).then(done, byHand);
  else byHand();
});
