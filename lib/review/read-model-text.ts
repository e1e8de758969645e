import "server-only";

/** What a model wrote, read back from the bytes that its provider sent. */
export type ModelText = { readonly text: string; readonly reasoning: string };

/**
 * Reads the deltas of a recorded event stream in the formats that the providers speak: OpenAI's responses and chat
 * completions, Anthropic's messages. It is the text as the guards were given it, so their spans fit it.
 * @returns null when nothing of it is such a stream
 */
export function readModelText(response: Buffer): ModelText | null {
  let text = "";
  let reasoning = "";
  for (const line of response.toString("utf8").split("\n")) {
    if (!line.startsWith("data:")) continue;
    const delta = readDelta(parse(line.slice("data:".length)));
    text += delta.text ?? "";
    reasoning += delta.reasoning ?? "";
  }
  // PostgreSQL keeps no NUL, so the guards are not given any either.
  const plain = (value: string) => value.replaceAll("\0", "");
  return text === "" && reasoning === "" ? null : { text: plain(text), reasoning: plain(reasoning) };
}

type Delta = { readonly text?: string | undefined; readonly reasoning?: string | undefined };
type Json = { readonly [key: string]: unknown };

function readDelta(event: Json): Delta {
  switch (event["type"]) {
    case "response.output_text.delta":
      return { text: stringOf(event["delta"]) };
    case "response.reasoning_summary_text.delta":
      return { reasoning: stringOf(event["delta"]) };
    case "content_block_delta": {
      const delta = objectOf(event["delta"]);
      return { text: stringOf(delta["text"]), reasoning: stringOf(delta["thinking"]) };
    }
    default: {
      const [choice] = Array.isArray(event["choices"]) ? event["choices"] : [];
      const delta = objectOf(objectOf(choice)["delta"]);
      return { text: stringOf(delta["content"]), reasoning: stringOf(delta["reasoning_content"]) };
    }
  }
}

function parse(json: string): Json {
  try {
    return objectOf(JSON.parse(json));
  } catch {
    // [DONE], or a line that was cut in the middle.
    return {};
  }
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
