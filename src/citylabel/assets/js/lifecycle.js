// Where a place stands on a date: the same rules as rules/lifecycle.py, from the same published
// dates; tests/vectors/lifecycle.json holds both to it. Pure. Dates are ISO texts, which compare as
// they are; no time zone comes near them.

const AFTER = {
  refusal: "refused",
  application_withdrawn: "application_withdrawn",
  suspension: "suspended",
  restoration: "valid",
  withdrawal: "withdrawn",
  termination: "terminated",
};
const COMES_TO_NOTHING = new Set(["refusal", "application_withdrawn"]);
const START = { status: "unknown", since: null, last_level: null, until: null };

export function dayAfter(day) {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

// "grant 2028-06-01 silver 2031-05-31;suspension 2029-02-01", in the order in which they take effect
export function parse(text) {
  return text.split(";").filter(Boolean).map((each) => {
    const [kind, on, level = null, until = null] = each.split(" ");
    return { kind, on, level, until };
  });
}

function expired(at, on) {
  if (!["valid", "suspended"].includes(at.status) || !at.until || at.until >= on) return at;
  return { ...at, status: "expired", since: dayAfter(at.until) };
}

function after(at, act) {
  if (act.kind === "grant") return { status: "valid", since: act.on, last_level: act.level, until: act.until };
  if (act.kind === "change") return { ...at, last_level: act.level };
  if (COMES_TO_NOTHING.has(act.kind) && at.until) return at; // a refused renewal changes nothing of what is held
  return Object.hasOwn(AFTER, act.kind) ? { ...at, status: AFTER[act.kind], since: act.on } : at;
}

export function standing(acts, on) {
  let at = START;
  for (const act of acts) {
    if (act.on <= on) at = after(expired(at, act.on), act);
  }
  at = expired(at, on);
  const gone = acts.find((act) => act.kind === "succession" && act.on <= on);
  if (gone && at.status !== "unknown") at = { ...at, status: "succeeded", since: gone.on };
  return { ...at, level: at.status === "valid" ? at.last_level : null };
}
