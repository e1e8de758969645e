import { describe, expect, test } from "vitest";
import { parseSource } from "./read-source";

const linesOf = (text: string, path = "components/chat/a.tsx") => parseSource(path, text).wordings;

describe("a page's own words are found", () => {
  test.each([
    ["between tags", "<p>Hello</p>"],
    ["in another script", "<p>Привет</p>"],
    ["in a fragment", "<>Hello</>"],
    ["beside a value", "<p>{count} turns</p>"],
    ["as a child that is a string", '<p>{"Hello"}</p>'],
    ["as one of two", '<p>{isOpen ? "Hide" : "Show"}</p>'],
    ["in place of nothing", '<p>{name ?? "unknown"}</p>'],
    ["after a condition", '<p>{isOpen && "hidden"}</p>'],
    ["around a value", `<p>{\`starts at \${time}\`}</p>`],
    ["in a sum", '<p>{count + " turns"}</p>'],
    ["behind a cast", '<p>{"hidden" as string}</p>'],
    ["in an attribute that is heard", '<button aria-label="Close" />'],
    ["in an attribute's expression", '<button title={isOpen ? "Hide" : name} />'],
    ["in a placeholder", '<input placeholder="Search" />'],
    ["for a picture", '<img alt="Logo" />'],
    ["in a component's property", '<Panel title="Trace" />'],
    ["deep inside", '<ul>{names.map((name) => <li key={name}>{<b title="Name">{name}</b>}</li>)}</ul>'],
    ["as a page's title", 'undefined; export const metadata = { title: { default: "Admin" } }'],
    ["as a sentence anywhere", 'undefined; const result = { message: "The server is gone. Try again." }'],
    ["in an error for people", 'undefined; throw new ChatError("conflict", "Somebody was faster.")'],
  ])("%s", (_, code) => {
    expect(linesOf(`export const a = ${code};`)).toEqual([1]);
  });

  test("once a line, where it stands", () => {
    expect(linesOf("const a = (\n  <p>\n    Hello {name}, hello\n  </p>\n);")).toEqual([3]);
  });
});

describe("what is no language is left alone", () => {
  test.each([
    ["signs", "<p>– · % $ ({count}) 10</p>"],
    ["strings.ts", "<p title={words.title}>{words.text}</p>"],
    ["a call's arguments", '<p>{read("name")}</p>'],
    ["what is compared", '<p>{state === "open" ? one : two}</p>'],
    ["classes, keys and addresses", '<a className="flex items-center" href="/admin" role="alert" key="x" />'],
    ["a title's frame", `undefined; const metadata = { title: \`%s · \${product.name}\` }`],
    ["what is for the log", 'undefined; throw new Error("The answer ended before it began")'],
    ["names of things", 'undefined; const browsers = ["Firefox", "Microsoft Edge", "GUARD_BLOCK"]'],
  ])("%s", (_, code) => {
    expect(linesOf(`export const a = ${code};`)).toEqual([]);
  });

  test.each(["components/chat/a.test.tsx", "e2e/a.tsx", "lib/config/a.tsx"])("%s", (path) => {
    expect(linesOf("export const a = <p>Hello</p>;", path)).toEqual([]);
  });
});
