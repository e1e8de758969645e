import type { ErrorDetails } from "./wire-format";

const known: Record<number, { error: string; error_type: string }> = {
  400: { error: "Invalid request", error_type: "validation" },
  413: { error: "Input is too long.", error_type: "validation" },
  422: { error: "Tokenization error", error_type: "tokenizer" },
  424: { error: "Inference failed", error_type: "backend" },
  429: { error: "Model is overloaded", error_type: "overloaded" },
  503: { error: "unhealthy", error_type: "unhealthy" },
};

/** The body of error responses of text-embeddings-inference. */
export function writeClassifierError(status: number, details: ErrorDetails): unknown {
  const fallback = { error: `The request failed with status ${status}.`, error_type: "backend" };
  const { error, error_type } = known[status] ?? fallback;
  return { error: details.message ?? error, error_type: details.code ?? error_type };
}
