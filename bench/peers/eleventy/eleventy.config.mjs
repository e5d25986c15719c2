// Pages by pagination over ids; each page reads its records when it is rendered, so that memory stays low.
export default function (config) {
  config.setTemplateFormats(["11ty.js", "md"]);
  config.setQuietMode(true);
  config.addTransform("frame", function (content) {
    return this.page.inputPath.endsWith(".md") ? frame(this.page.fileSlug, content) : content;
  });
  return { dir: { input: "pages", output: process.env.BENCH_OUT }, markdownTemplateEngine: false };
}

import { readFileSync } from "node:fs";

const shell = readFileSync("shell.html", "utf8");

export function frame(title, article) {
  return shell.replaceAll("@@TITLE@@", title).replace("@@ARTICLE@@", () => article);
}
