import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";

/** A line of code in pieces, each with its colour. */
export type ColouredLine = readonly { readonly content: string; readonly color: string | undefined }[];

/** Each language is fetched when an answer first uses it. A fork adds one line for another. */
const languages = {
  bash: () => import("shiki/langs/bash.mjs"),
  c: () => import("shiki/langs/c.mjs"),
  csharp: () => import("shiki/langs/csharp.mjs"),
  css: () => import("shiki/langs/css.mjs"),
  diff: () => import("shiki/langs/diff.mjs"),
  dockerfile: () => import("shiki/langs/dockerfile.mjs"),
  go: () => import("shiki/langs/go.mjs"),
  html: () => import("shiki/langs/html.mjs"),
  ini: () => import("shiki/langs/ini.mjs"),
  java: () => import("shiki/langs/java.mjs"),
  json: () => import("shiki/langs/jsonc.mjs"),
  markdown: () => import("shiki/langs/markdown.mjs"),
  prisma: () => import("shiki/langs/prisma.mjs"),
  python: () => import("shiki/langs/python.mjs"),
  rust: () => import("shiki/langs/rust.mjs"),
  sql: () => import("shiki/langs/sql.mjs"),
  toml: () => import("shiki/langs/toml.mjs"),
  tsx: () => import("shiki/langs/tsx.mjs"),
  xml: () => import("shiki/langs/xml.mjs"),
  yaml: () => import("shiki/langs/yaml.mjs"),
} as const;

type Language = keyof typeof languages;

const aliases: Readonly<Record<string, Language>> = {
  cs: "csharp",
  docker: "dockerfile",
  env: "ini",
  javascript: "tsx",
  js: "tsx",
  jsonc: "json",
  jsx: "tsx",
  md: "markdown",
  py: "python",
  rs: "rust",
  sh: "bash",
  shell: "bash",
  ts: "tsx",
  typescript: "tsx",
  yml: "yaml",
  zsh: "bash",
};

// Colours are variables of the page (prose.css), so a change of theme needs no second run.
const theme = createCssVariablesTheme({ name: "page", variablePrefix: "--code-", fontStyle: true });

/** More than this is shown plain: the grammars' patterns take time that grows with the text. */
const MAX_CHARACTERS = 30_000;

let highlighter: Promise<HighlighterCore> | undefined;

/** Coloured tokens, line by line; null when the language is unknown or the code too long. */
export async function highlightCode(code: string, languageName: string): Promise<ColouredLine[] | null> {
  const language = findLanguage(languageName.toLowerCase());
  if (language === undefined || code.length > MAX_CHARACTERS) return null;
  highlighter ??= createHighlighterCore({ themes: [theme], engine: createJavaScriptRegexEngine() });
  const core = await highlighter;
  const grammar = (await languages[language]()).default;
  if (!core.getLoadedLanguages().includes(language)) await core.loadLanguage(grammar);
  const lang = core.getLoadedLanguages().includes(language) ? language : grammar.at(-1)?.name;
  if (lang === undefined) return null;
  const lines = core.codeToTokensBase(code, { lang, theme: "page" });
  return lines.map((tokens) => tokens.map(({ content, color }) => ({ content, color })));
}

function findLanguage(name: string): Language | undefined {
  if (Object.hasOwn(aliases, name)) return aliases[name];
  return Object.keys(languages).find((known): known is Language => known === name);
}
