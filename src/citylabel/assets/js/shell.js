// What the frame round every page adds where there is JavaScript: the colour choice, and menus
// that close. Nothing is stored until somebody chooses; "as on your device" removes it again.

const KEY = "citylabel.colour/1";
const NEXT = { device: "light", light: "dark", dark: "device" };
const root = document.documentElement;

function stored() {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "device";
  } catch {
    return "device"; // storage is switched off: the device's colours it is
  }
}

function store(choice) {
  try {
    if (choice === "device") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // the choice holds for this page only
  }
}

function show(choice) {
  if (choice === "device") delete root.dataset.uColour;
  else root.dataset.uColour = choice;
}

function offerColours() {
  const button = document.querySelector("[data-u-switch]");
  if (!button) return;
  let choice = stored();
  const say = () => {
    button.textContent = button.dataset[choice];
  };
  button.addEventListener("click", () => {
    choice = NEXT[choice];
    store(choice);
    show(choice);
    say();
  });
  say();
  button.hidden = false;
}

function closeMenus() {
  const open = () => document.querySelectorAll("details.u-drop[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
  });
}

show(stored()); // before the first paint, so that a chosen colour does not flash
const ready = () => {
  offerColours();
  closeMenus();
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();
