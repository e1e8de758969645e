import "server-only";
import { strings } from "@/lib/config/strings";
import { encodedImage } from "@/lib/protocol/encoded-image";

/** What a page shows of the bytes of one side of a call. */
export type ShownBody = {
  readonly bytes: number;
  /** Made readable: JSON is indented, also inside event streams, and images are named. */
  readonly pretty: string;
  /** Only its beginning is shown. */
  readonly isCut: boolean;
};

/** Longer than any answer's stream that somebody would read on a page. */
const MAX_SHOWN_LENGTH = 60_000;

/** Makes bytes readable; null stays null. */
export function showBody(body: Buffer | null): ShownBody | null {
  if (body === null) return null;
  const text = body
    .toString("utf8")
    .replaceAll(encodedImage, (image) => strings.admin.turns.one.encodedImage(image.length));
  const pretty = indent(text) ?? text.split("\n").map(indentData).join("\n");
  return {
    bytes: body.byteLength,
    pretty: pretty.slice(0, MAX_SHOWN_LENGTH),
    isCut: pretty.length > MAX_SHOWN_LENGTH,
  };
}

function indentData(line: string): string {
  if (!line.startsWith("data: {")) return line;
  return `data: ${indent(line.slice("data: ".length)) ?? line.slice("data: ".length)}`;
}

function indent(json: string): string | null {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return null;
  }
}
