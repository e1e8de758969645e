import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { indexDocuments } from "./index-documents";

useTestDatabase();

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "knowledge-"));
  await getPool().query("DELETE FROM documents");
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string | Buffer) => writeFile(path.join(folder, name), text);

async function stored(): Promise<{ id: string; url: string; text: string }[]> {
  const { rows } = await getPool().query<{ id: string; url: string; text: string }>(
    "SELECT p.id, d.url, p.text FROM passages p JOIN documents d ON d.id = p.document_id ORDER BY p.id",
  );
  return rows;
}

it("writes what is new, leaves what is the same, removes what is gone", async () => {
  await write("a.md", "# A\n\n## One\n\nFirst, see [b](b.md#two).\n\n## One\n\nAgain.");
  await write("b.md", "# B\n\n## Two\n\nSecond.");
  expect(await indexDocuments(folder)).toEqual({ documents: 2, changed: 2 });
  expect(await stored()).toEqual([
    { id: "knowledge/a#one", url: "/knowledge/a", text: "First, see [b](/knowledge/b#two)." },
    { id: "knowledge/a#one-1", url: "/knowledge/a", text: "Again." },
    { id: "knowledge/b#two", url: "/knowledge/b", text: "Second." },
  ]);
  expect(await indexDocuments(folder)).toEqual({ documents: 2, changed: 0 });

  await write("a.md", "# A\n\n## One\n\nChanged.");
  await rm(path.join(folder, "b.md"));
  expect(await indexDocuments(folder)).toEqual({ documents: 1, changed: 2 });
  expect((await stored()).map((passage) => passage.text)).toEqual(["Changed."]);
});

it("leaves documents alone that do not come from the folder", async () => {
  await getPool().query(
    "INSERT INTO documents (id, title, url, content_hash) VALUES ('upload-1', 'Upload', '/u/1', 'h'), ('knowledge%', 'Like', '/u/2', 'h')",
  );
  await write("a.md", "# A\n\nText.");
  await indexDocuments(folder);
  const { rows } = await getPool().query<{ id: string }>("SELECT id FROM documents ORDER BY id");
  expect(rows.map((row) => row.id)).toEqual(["knowledge%", "knowledge/a", "upload-1"]);
});

it("may be done by several servers at once", async () => {
  for (let index = 0; index < 8; index += 1)
    await write(`d${index}.md`, `# D${index}\n\n## H\n\nText ${index}.`);
  const results = await Promise.all(Array.from({ length: 6 }, () => indexDocuments(folder)));
  expect(results.map((result) => result.changed).sort()).toEqual([0, 0, 0, 0, 0, 8]);
  expect(await stored()).toHaveLength(8);
});

it("takes files as people leave them", async () => {
  await write("Return Policy.MD", "\uFEFF---\ntags: [x]\n---\r\n# Returns\r\n\r\nWithin 30 days.\0");
  await write("untitled.md", "No title here.");
  await write("empty.md", "");
  await write(".hidden.md", "# Hidden\n\nText.");
  await write("notes.txt", "Not markdown.");
  await write("binary.md", Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x41]));
  expect(await indexDocuments(folder)).toEqual({ documents: 4, changed: 4 });
  const passages = await stored();
  expect(passages).toContainEqual({
    id: "knowledge/return-policy",
    url: "/knowledge/return-policy",
    text: "Within 30 days.\uFFFD",
  });
  const { rows } = await getPool().query("SELECT title FROM documents WHERE id = 'knowledge/untitled'");
  expect(rows).toEqual([{ title: "Untitled" }]);
});

it("changes nothing when a file cannot be read", async () => {
  await write("a.md", "# A\n\nText.");
  await indexDocuments(folder);
  await expect(indexDocuments(path.join(folder, "missing"))).rejects.toThrow("ENOENT");
  expect(await stored()).toHaveLength(1);
});
