import { type Agent, type IncomingMessage, request } from "node:http";
import type { ReadAnswer, ReadingJob } from "./reading-job";

type Wire = {
  /** Matches each piece of text, and captures it. */
  readonly piece: RegExp;
  /** Found in a stream in which something went wrong. */
  readonly trouble: RegExp;
};

const wires: Readonly<Record<ReadingJob["wire"], Wire>> = {
  provider: { piece: /"content":"([^"]+)"/g, trouble: /\{"error".{0,300}/ },
  parts: {
    piece: /"type":"text-delta".*?"delta":"([^"]+)"/g,
    trouble: /"type":"(?:error|data-notice)".{0,300}/,
  },
};

const END = "data: [DONE]\n\n";

type Ask = {
  readonly agent: Agent;
  readonly job: ReadingJob;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly epochMs: number;
};

/** Asks once and reads the answer to its end, doing as little as possible while it comes. Never rejects. */
export function readAnswer({ agent, job, headers, body, epochMs }: Ask): Promise<ReadAnswer> {
  const { piece } = wires[job.wire];
  const startMs = performance.now() - epochMs;
  let firstTokenMs = Number.NaN;
  let text = "";
  return new Promise((resolve) => {
    const finish = (problem: string | null) => {
      resolve({ startMs, firstTokenMs, endMs: performance.now() - epochMs, problem });
    };
    const asked = request(job.url, {
      method: "POST",
      agent,
      headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    });
    asked.on("error", (error) => finish(error.message));
    asked.on("response", (response) => {
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
        if (Number.isNaN(firstTokenMs) && text.search(piece) >= 0) firstTokenMs = performance.now() - epochMs;
      });
      response.on("error", (error) => finish(error.message));
      response.on("end", () => finish(findProblem(response, text, job)));
    });
    asked.end(body);
  });
}

/** What keeps this from being the whole answer that was expected, or null. */
function findProblem(
  { statusCode }: IncomingMessage,
  text: string,
  { wire, answerLength }: ReadingJob,
): string | null {
  const { piece, trouble } = wires[wire];
  if (statusCode !== 200) return `status ${statusCode}: ${text.slice(0, 300)}`;
  const found = trouble.exec(text);
  if (found) return found[0];
  if (!text.endsWith(END)) return "the stream had no end";
  const length = [...text.matchAll(piece)].reduce((sum, match) => sum + (match[1]?.length ?? 0), 0);
  return length === answerLength ? null : `${length} characters instead of ${answerLength}`;
}
