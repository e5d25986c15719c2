// Reloads the page when the site was built anew. A file, because the pages' policy refuses
// scripts in the page; it is served by `citylabel serve` alone and never published.

const epoch = new URL(import.meta.url).searchParams.get("epoch");
let controller;

async function wait() {
  controller = new AbortController();
  try {
    const url = `/livereload/${epoch}/${Date.now()}`;
    const answer = await fetch(url, { signal: controller.signal });
    if (Number(await answer.text()) > Number(epoch)) {
      location.reload();
      return;
    }
    wait();
  } catch (error) {
    if (error.name !== "AbortError") setTimeout(wait, 1000); // the program restarts
  }
}

function attend() {
  if (document.visibilityState === "visible") wait();
  else controller?.abort();
}

document.addEventListener("visibilitychange", attend);
window.addEventListener("pagehide", () => controller?.abort());
attend();
