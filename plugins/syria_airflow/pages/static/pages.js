// Light or dark as Airflow is set; without Airflow's choice the style sheet follows the system.
"use strict";

const inAirflow = window.parent !== window;

function chosenTheme() {
  try {
    const outside = inAirflow ? window.parent.document.documentElement.classList : null;
    for (const theme of ["dark", "light"]) {
      if (outside && outside.contains(theme)) return theme;
    }
    const kept = window.localStorage.getItem("theme");
    return ["dark", "light"].includes(kept) ? kept : null;
  } catch {
    return null;
  }
}

function applyTheme() {
  const theme = chosenTheme();
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

applyTheme();
if (inAirflow) {
  try {
    new MutationObserver(applyTheme).observe(window.parent.document.documentElement, { attributeFilter: ["class"] });
  } catch { /* not Airflow's frame: the system's colours stand */ }
}

// Airflow shows plugin pages in a frame that may open nothing, so links that lead out of it are opened by the frame's owner.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[target=_blank]");
  if (!link || !inAirflow || event.defaultPrevented) return;
  try {
    const owner = window.parent.document;
    const copy = owner.createElement("a");
    copy.href = link.href;
    copy.target = "_blank";
    copy.rel = "noopener noreferrer";
    owner.body.append(copy);
    copy.click();
    copy.remove();
    event.preventDefault();
  } catch { /* the browser then does what it can */ }
});

// One box for all rows of a list.
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-all]")) return;
  const boxes = event.target.form.querySelectorAll("input[name=rejected_id]");
  for (const box of boxes) box.checked = event.target.checked;
});

// A retry takes seconds: say so, and do not let it be sent twice.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "yes";
  if (event.submitter) event.submitter.textContent = event.submitter.dataset.busy || event.submitter.textContent;
});
