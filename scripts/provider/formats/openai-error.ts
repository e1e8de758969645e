import type { ErrorDetails } from "./wire-format";

const known: Record<number, { message: string; type: string; code: string | null }> = {
  400: { message: "Invalid request.", type: "invalid_request_error", code: null },
  401: {
    message: "Incorrect API key provided: any. You can find your API key in your account's settings.",
    type: "invalid_request_error",
    code: "invalid_api_key",
  },
  403: {
    message: "You are not allowed to use this model.",
    type: "invalid_request_error",
    code: "forbidden",
  },
  404: { message: "Not found.", type: "invalid_request_error", code: "not_found" },
  429: {
    message:
      "Rate limit reached for requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again later.",
    type: "requests",
    code: "rate_limit_exceeded",
  },
  500: {
    message: "The server had an error while processing your request. Sorry about that!",
    type: "server_error",
    code: null,
  },
  503: {
    message: "The engine is currently overloaded, please try again later.",
    type: "service_unavailable_error",
    code: null,
  },
};

/** The body of OpenAI's error responses; compatible servers use the same. */
export function writeOpenaiError(status: number, details: ErrorDetails): unknown {
  const type = status < 500 ? "invalid_request_error" : "server_error";
  const error = known[status] ?? { message: `The request failed with status ${status}.`, type, code: null };
  return {
    error: {
      message: details.message ?? error.message,
      type: error.type,
      param: null,
      code: details.code ?? error.code,
    },
  };
}
