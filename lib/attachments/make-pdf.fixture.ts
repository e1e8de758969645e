import { createCipheriv, createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

type Options = {
  /** Streams are compressed. */
  readonly deflated?: boolean;
  /** They are compressed already. */
  readonly packed?: boolean;
  /** Protected by a password that nobody knows. */
  readonly encrypted?: boolean;
};

/** A small PDF with one page for each text, made by hand (ISO 32000-1, 7.5). */
export function makePdf(pages: readonly string[], options: Options = {}): Uint8Array<ArrayBuffer> {
  const contents = pages.map((text) => `BT /F1 12 Tf 72 720 Td 14 TL ${lines(text)} ET`);
  return assemble(
    contents.map((content) => Buffer.from(content, "latin1")),
    options,
  );
}

/** A PDF with one page whose content is these bytes. */
export function makePdfOf(content: Buffer, options: Options = {}): Uint8Array<ArrayBuffer> {
  return assemble([content], options);
}

function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => `(${line.replaceAll(/[\\()]/g, "\\$&")}) Tj T*`)
    .join(" ");
}

function assemble(
  contents: readonly Buffer[],
  { deflated = false, packed = false, encrypted = false }: Options,
): Uint8Array<ArrayBuffer> {
  const kids = contents.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const bodies: Buffer[] = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
  ];
  contents.forEach((content, index) => {
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`;
    const bytes = deflated ? deflateSync(content) : content;
    const filter = deflated || packed ? " /Filter /FlateDecode" : "";
    bodies.push(Buffer.from(page), stream(`<< /Length ${bytes.length}${filter} >>`, bytes));
  });
  if (encrypted) bodies.push(Buffer.from(encryptionOf("not this one")));
  return serialise(bodies, encrypted ? `/Encrypt ${bodies.length} 0 R /ID [<00> <00>]` : "");
}

function stream(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${dictionary}\nstream\n`), bytes, Buffer.from("\nendstream")]);
}

/** The standard handler, revision 2: keys that fit no empty password (ISO 32000-1, 7.6.3). */
function encryptionOf(password: string): string {
  const owner = createHash("md5").update(password).digest("hex").repeat(2);
  const cipher = createCipheriv("aes-128-ecb", createHash("md5").update(owner).digest(), null);
  const user = Buffer.concat([cipher.update(Buffer.alloc(32)), cipher.final()])
    .toString("hex")
    .slice(0, 64);
  return `<< /Filter /Standard /V 1 /R 2 /O <${owner}> /U <${user}> /P -4 >>`;
}

function serialise(bodies: readonly Buffer[], trailer: string): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let length = chunks[0]?.length ?? 0;
  bodies.forEach((body, index) => {
    offsets.push(length);
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    chunks.push(object);
    length += object.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  chunks.push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}
