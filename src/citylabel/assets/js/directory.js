// Filters the places on the page while somebody types: without accents, without case, by all the
// names a place has. The words to say are in the page; what was typed is kept in ?q= only.

const PLAIN = { ß: "ss", ø: "o", ł: "l", ð: "d", đ: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };

export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßøłðđþæœı]/g, (sign) => PLAIN[sign])
    .replace(/ς/g, "σ")
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

function textOf(row) {
  const names = [...row.querySelectorAll(".u-rows__title [lang]")].map((name) => name.textContent);
  return fold([...names, ...(row.dataset.also ?? "").split("|")].join(" "));
}

function say(place, found, total) {
  const words = found ? place.dataset.some : place.dataset.none;
  const text = words.replace("{found}", found).replace("{total}", total);
  place.textContent = place.dataset.more ? `${text} ${place.dataset.more}` : text;
}

function remember(typed) {
  const address = new URL(location.href);
  if (typed) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

function start() {
  const form = document.querySelector("[data-find]");
  const status = document.querySelector("[data-said]");
  const list = document.querySelector("[data-places]");
  if (!form || !status || !list) return;
  const field = form.elements.namedItem("q");
  const rows = [...list.children].map((row) => ({ row, text: textOf(row) }));
  const filter = () => {
    const wanted = fold(field.value).split(" ");
    const shown = rows.filter(({ row, text }) => {
      row.hidden = !wanted.every((part) => text.includes(part));
      return !row.hidden;
    });
    if (field.value.trim()) say(status, shown.length, rows.length);
    else status.textContent = "";
  };
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", () => {
    filter();
    remember(field.value.trim());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  filter();
}

if (typeof document !== "undefined") start();
