const { readFileSync, readdirSync, existsSync } = require("node:fs");
const yaml = require(process.env.BENCH_MODULES + "/js-yaml");

const shell = readFileSync("shell.html", "utf8");
const scheme = JSON.parse(readFileSync("scheme.json", "utf8"));
const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const e = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? "")).replace(/[&<>"']/g, (sign) => signs[sign]);
const read = (path) => yaml.load(readFileSync(path, "utf8"), { schema: yaml.CORE_SCHEMA });
const each = (group, write) => Object.entries(group ?? {}).map(([id, value]) => write(id, value)).join("");
const all = (list, write) => (list ?? []).map(write).join("");
const measured = (value) => (value !== null && typeof value === "object" ? `<b>${e(value.n)}</b>${value.d === undefined ? "" : ` of ${e(value.d)}`}${value.note ? ` ${e(value.note)}` : ""}` : `<b>${e(value)}</b>`);

const answer = (it) => `${each(it.values, (id, value) => `<li><span>${e(id)}</span> ${measured(value)}</li>\n`)}${all(it.evidence, (one) => `<li><a href="${e(one.link)}" rel="nofollow noopener external">${e(one.title)}</a> <small>${e(one.publisher)}, ${e(one.kind)}${one.where ? `, ${e(one.where)}` : ""}, ${e(one.as_of)}, ${e(one.seen_on)}</small></li>\n`)}${it.note ? `<li>${e(it.note)}</li>` : ""}${it.reason ? `<li>${e(it.reason)}</li>` : ""}`;

const criterion = (one, given, found) => `
<details id="c-${e(one.id)}"><summary><b>${e(one.id)}</b> ${e(one.title)} <span>${e(given.answer)}</span></summary>
<p>${e(one.question)}</p>
<ul>
${answer(given)}
</ul>
${found ? `<p><b>${e(found.outcome)}, ${e(found.assurance)}.</b> ${e(found.reason)}</p>
<ul>${each(found.values, (id, value) => `<li>${e(id)} ${measured(value)}</li>`)}${all(found.points, (point) => `<li>${e(point)}</li>`)}</ul>` : ""}
</details>`;

function article(id) {
  const home = `cities/${id}/`, at = `${home}2026/`;
  const city = read(`${home}city.yml`), application = read(`${at}application.yml`), evaluation = read(`${at}evaluation.yml`);
  const review = read(`${at}review.yml`), decisions = read(`${at}decisions.yml`).decisions;
  const updates = existsSync(`${at}updates`) ? readdirSync(`${at}updates`).sort().map((day) => [day.slice(0, -4), read(`${at}updates/${day}`)]) : [];
  const title = city.names[0].text;
  const html = `<h1>${e(title)}</h1>
<p>${e(city.country)}, ${e(city.kind)}, ${e(application.base.inhabitants.value)}, <a href="${e(city.website)}">${e(city.website)}</a></p>
<blockquote>${e(application.summary)}</blockquote>
<p>${e(application.submitted_on)} ${e(application.seeks)} ${e(application.authority.role)} <a href="${e(application.authority.proof)}">${e(application.authority.proof)}</a></p>
<ul>${all(application.top_list, (one) => `<li>${e(one.name)} ${e(one.cases)}</li>`)}</ul>
${all(scheme.themes, (theme) => `
<section id="${e(theme.id)}"><h2>${e(theme.title)}</h2><p>${e(theme.about)}</p>${all(theme.criteria, (one) => criterion(one, application.answers[one.id], evaluation.findings[one.id]))}
</section>`)}${all(updates, ([day, update]) => `
<section><h2>${e(day)}</h2>
${each(update.answers, (one, given) => `<details><summary>${e(one)}</summary><ul>${answer(given)}</ul></details>\n`)}<ul>${all(update.progress, (one) => `<li>${e(one.commitment)} ${e(one.state)} ${e(one.note)}</li>`)}</ul>
</section>`)}
<table><tbody>${all(application.commitments, (one) => `<tr><td>${e(one.what)}</td><td>${e(one.criterion)}</td><td>${e(one.step)}</td><td>${e(one.by)}</td><td>${e(one.responsible)}</td></tr>`)}</tbody></table>
<ul>${all(evaluation.assessors, (one) => `<li>${e(one.party)} ${e(one.interests)}</li>`)}${all(evaluation.challenges, (one) => `<li>${e(one.received_on)} ${e(one.by)} ${e(one.text)} ${e(one.outcome)} ${e(one.reason)}</li>`)}</ul>
<p>${e(evaluation.summary)}</p>
<p>${e(review.reviewer)} ${e(review.interests)} ${e(review.reason)}</p>
<ol>${all(decisions, (one) => `<li>${e(one.decision)} ${e(one.level)} ${e(one.decided_on)} ${e(one.effective_on)} ${e(one.until)} ${e(one.reason)}</li>`)}</ol>
<div>${e(scheme.filler)}</div>
`;
  return shell.replaceAll("@@TITLE@@", e(title)).replace("@@ARTICLE@@", () => html);
}

module.exports = {
  data: {
    ids: existsSync("cities") ? readdirSync("cities").sort() : [],
    pagination: { data: "ids", size: 1, alias: "id" },
    permalink: (data) => `cities/${data.id}/`,
  },
  render: (data) => article(data.id),
};
