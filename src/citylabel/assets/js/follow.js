// Chooses places to follow and saves their feeds (OPML) or dates (one calendar). The choice stays in
// the address, ?c=<id>&c=<id>, also over the pages of the list. Nothing leaves the device; the files
// of the places are read from the site itself.
import { fold } from "./directory.js";

const ID = /^[a-z]{2}-[a-z0-9-]{1,100}$/;
const EVENT = /^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm;
const UID = /^UID:.*(?:\r\n .*)*/m;

export function merged(calendars) {
  const events = new Map();
  for (const text of calendars) {
    for (const [event] of text.matchAll(EVENT)) events.set(event.match(UID)[0], event);
  }
  if (!events.size) return "";
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//citylabel//follow//EN", "CALSCALE:GREGORIAN", ""];
  return `${head.join("\r\n")}${[...events.values()].join("")}END:VCALENDAR\r\n`;
}

export function opml(title, feeds) {
  const made = document.implementation.createDocument(null, "opml");
  const add = (parent, name, attributes = {}) => {
    const element = parent.appendChild(made.createElement(name));
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  made.documentElement.setAttribute("version", "2.0");
  add(add(made.documentElement, "head"), "title").textContent = title;
  const body = add(made.documentElement, "body");
  for (const { title: text, address } of feeds) {
    add(body, "outline", { type: "rss", text, title: text, xmlUrl: address });
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

async function titled(address) {
  const feed = new DOMParser().parseFromString(await read(address), "application/xml");
  return { title: feed.querySelector("feed > title").textContent, address };
}

function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

class Choice {
  constructor(form, list) {
    this.form = form;
    this.rows = [...list.children];
    this.said = form.querySelector("[data-told]");
    this.ids = new Set(new URLSearchParams(location.search).getAll("c").filter((id) => ID.test(id)));
  }

  address(id, kind) {
    const [row] = this.rows;
    const known = new URL(row.querySelector(`[data-${kind}]`).href);
    const ending = known.pathname.slice(known.pathname.lastIndexOf("."));
    return new URL(`${id}${ending}`, known).href;
  }

  show() {
    for (const row of this.rows) row.querySelector("input").checked = this.ids.has(row.dataset.id);
    for (const button of this.form.querySelectorAll("[data-save]")) button.disabled = !this.ids.size;
    this.said.textContent = this.form.dataset.chosen.replace("{n}", this.ids.size);
    this.remember();
  }

  remember() {
    const query = new URLSearchParams([...this.ids].sort().map((id) => ["c", id]));
    const address = new URL(location.href);
    address.search = query;
    history.replaceState(history.state, "", address);
    for (const link of document.querySelectorAll(".u-pages a")) {
      const target = new URL(link.href);
      target.search = query;
      link.href = target.href;
    }
  }

  async saved(kind) {
    const ids = [...this.ids].sort();
    if (kind === "feeds") {
      const feeds = await Promise.all(ids.map((id) => titled(this.address(id, "feed"))));
      save("feeds.opml", "text/x-opml", opml(this.form.dataset.title, feeds));
      return "feeds.opml";
    }
    const text = merged(await Promise.all(ids.map((id) => read(this.address(id, "calendar")))));
    if (text) save("calendar.ics", "text/calendar", text);
    return text ? "calendar.ics" : "";
  }

  async tell(kind) {
    const { saved, empty, failed } = this.form.dataset;
    try {
      const name = await this.saved(kind);
      this.said.textContent = name ? saved.replace("{name}", name) : empty;
    } catch {
      this.said.textContent = failed;
    }
  }
}

function textOf(row) {
  const names = [...row.querySelectorAll(".u-rows__title [lang]")].map((name) => name.textContent);
  return fold([...names, ...(row.dataset.also ?? "").split("|")].join(" "));
}

function filtering(form, rows) {
  const field = form.querySelector("[data-name]");
  const texts = new Map(rows.map((row) => [row, textOf(row)]));
  field.addEventListener("input", () => {
    const wanted = fold(field.value).split(" ");
    for (const [row, text] of texts) row.hidden = !wanted.every((part) => text.includes(part));
  });
  form.addEventListener("reset", () => rows.forEach((row) => (row.hidden = false)));
}

function start() {
  const form = document.querySelector("[data-follow]");
  const list = document.querySelector("[data-choices]");
  if (!form || !list) return;
  const choice = new Choice(form, list);
  for (const row of choice.rows) {
    row.querySelector("[data-choose]").hidden = false;
    row.querySelector("input").addEventListener("change", ({ target }) => {
      choice.ids[target.checked ? "add" : "delete"](row.dataset.id);
      choice.show();
    });
  }
  for (const button of form.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => choice.tell(button.dataset.save));
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    choice.ids.clear();
    choice.show();
  });
  filtering(form, choice.rows);
  form.hidden = false;
  choice.show();
}

if (typeof document !== "undefined") start();
