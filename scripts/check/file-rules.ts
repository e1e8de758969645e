import type { SourceFile } from "./read-source";

/** A rule about one file by itself. `find` gives the lines that break it, 1 for the file as a whole. */
export type FileRule = {
  readonly name: string;
  readonly reason: string;
  readonly applies: RegExp;
  readonly except?: RegExp;
  readonly find: (file: SourceFile) => readonly number[];
};

const product = /^(lib|app|components)\/.*\.tsx?$/;
const tests = /\.(test|fixture)\.tsx?$/;
const code = /\.[cm]?tsx?$|\.mjs$/;

const MAX_LINES = 250;
const MAX_ROUTE_LINES = 15;
const MAX_README_LINES = 120;
const MAX_AGENTS_LINES = 60;

export const fileRules: readonly FileRule[] = [
  {
    name: "server-only-first",
    reason: "the build fails when one of these reaches the browser, instead of a secret reaching it",
    applies: /^lib\/.*\.tsx?$/,
    except:
      /^lib\/protocol\/|^lib\/db\/generated\/|^lib\/config\/(product|([a-z]+-)*strings)\.ts$|\.(test|fixture)\.tsx?$/,
    find: ({ lines }) => (lines[0] === 'import "server-only";' ? [] : [1]),
  },
  {
    name: "only-env-reads-the-environment",
    reason: "every variable is named, checked and described in one place",
    applies: product,
    except: /^lib\/config\/env\.ts$|\.test\.tsx?$/,
    find: ({ lines }) =>
      lines.flatMap((line, index) =>
        /\bprocess\s*(\.|\?\.|\[\s*["'])\s*env\b/.test(line) ? [index + 1] : [],
      ),
  },
  {
    name: "no-drawers",
    reason: "a thing lives in a file named after it; a drawer is where nobody finds it",
    applies: code,
    find: ({ path }) =>
      /(^|\/)(index|utils?|helpers?|types|constants|misc|common)\.[a-z]+$/.test(path) ? [1] : [],
  },
  {
    name: "words-stand-in-strings",
    reason: "a fork translates the product in lib/config/strings.ts and its parts, and nowhere else",
    applies: /^(app|components)\/.*\.tsx?$/,
    find: ({ wordings }) => wordings,
  },
  {
    name: "imports-stay-or-say-where",
    reason: "inside a feature imports are relative, so it can be moved; between features they start with @/",
    applies: product,
    find: (file) => file.imports.filter((found) => isWrongWay(file.path, found)).map(({ line }) => line),
  },
  {
    name: "short-files",
    reason: `a file of more than ${MAX_LINES} lines does more than its name says`,
    applies: code,
    // Lists of words, with a line here and there that joins them.
    except: /^scripts\/guard\/generate\/|^lib\/config\/strings\.ts$/,
    find: ({ lines, isData }) => (lines.length > MAX_LINES && !isData ? [MAX_LINES + 1] : []),
  },
  {
    name: "thin-routes",
    reason: `a route is one line: POST = handle(runTurn); more than ${MAX_ROUTE_LINES} lines of it belong to lib/pipeline`,
    applies: /^app\/.*\/route\.tsx?$/,
    find: ({ lines }) =>
      lines.filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line)).length > MAX_ROUTE_LINES
        ? [MAX_ROUTE_LINES + 1]
        : [],
  },
  {
    name: "short-readme",
    reason: "the rest of the documentation is knowledge/, which the product itself answers from",
    applies: /^README\.md$/,
    find: ({ lines }) => (lines.length > MAX_README_LINES ? [MAX_README_LINES + 1] : []),
  },
  {
    name: "short-agents",
    reason: "rules that are not read do not hold",
    applies: /^AGENTS\.md$/,
    find: ({ lines }) => (lines.length > MAX_AGENTS_LINES ? [MAX_AGENTS_LINES + 1] : []),
  },
];

/** The folder that imports are relative in: lib/models, components/chat; app as a whole. */
function homeOf(path: string): string {
  return path.startsWith("app/") ? "app/" : `${path.split("/", 2).join("/")}/`;
}

function isWrongWay(path: string, { specifier, target }: SourceFile["imports"][number]): boolean {
  if (target.startsWith("npm:") || tests.test(path)) return false;
  const isInside = target.startsWith(homeOf(path));
  return specifier.startsWith("@/") ? isInside && !path.startsWith("app/") : !isInside;
}
