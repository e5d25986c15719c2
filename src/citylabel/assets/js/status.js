// Keeps an old page from claiming what ended. The page carries the dates that were known when it was
// built, and the words for what they lead to; this shows those that are true today. A specimen stays
// as on its day. Without this script the page says on which day its label ends.
import { parse, standing } from "./lifecycle.js";

// The days of the label are days in UTC. A clock that lags behind the page is wrong.
export function dayOf(holder, now = new Date()) {
  const { on, specimen } = holder.dataset;
  const today = now.toISOString().slice(0, 10);
  return specimen === undefined && today > on ? today : on;
}

export function keyOf({ status, since, level }) {
  return [status, since, level].filter(Boolean).join(" ");
}

function markOf(look) {
  return document.querySelector(`template[data-mark="${CSS.escape(look)}"]`)?.content.cloneNode(true);
}

// Shows what is true today; tells whether that differs from what the page was built with.
function show(holder) {
  const acts = parse(holder.dataset.acts);
  const key = keyOf(standing(acts, dayOf(holder)));
  if (key === (holder.dataset.shown ?? keyOf(standing(acts, holder.dataset.on)))) return false;
  const words = [...holder.querySelectorAll("template[data-at]")];
  const then = words.find((each) => each.dataset.at === key);
  for (const child of [...holder.childNodes]) if (!words.includes(child)) child.remove();
  if (then) holder.prepend(then.content.cloneNode(true)); // silence says less than a label that ended
  holder.dataset.shown = key;
  const within = holder.closest("li, tr") ?? document;
  for (const each of within.querySelectorAll("[data-dated]")) each.hidden = true;
  const mark = then?.dataset.look && markOf(then.dataset.look);
  if (mark) within.querySelector(":scope > .u-mark")?.replaceWith(mark);
  return true;
}

function start() {
  const holders = [...document.querySelectorAll("[data-acts]")];
  const news = document.querySelector("[data-news]");
  const update = () => {
    if (!holders.map(show).includes(true) || !news || news.childElementCount > 1) return;
    news.append(news.querySelector("template").content.cloneNode(true));
  };
  update();
  document.addEventListener("visibilitychange", update); // a page left open for days
}

if (typeof document !== "undefined") start();
