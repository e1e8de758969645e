import type { ErrorDetails } from "./wire-format";

const known: Record<number, { type: string; message: string }> = {
  400: { type: "invalid_request_error", message: "Invalid request." },
  401: { type: "authentication_error", message: "invalid x-api-key" },
  403: {
    type: "permission_error",
    message: "Your API key does not have permission to use the specified resource.",
  },
  404: { type: "not_found_error", message: "Not found." },
  413: { type: "request_too_large", message: "Request exceeds the maximum size." },
  429: {
    type: "rate_limit_error",
    message: "This request would exceed your rate limit. Please try again later.",
  },
  500: { type: "api_error", message: "Internal server error" },
  503: { type: "overloaded_error", message: "Overloaded" },
  529: { type: "overloaded_error", message: "Overloaded" },
};

/** The body of Anthropic's error responses. */
export function writeAnthropicError(status: number, details: ErrorDetails, requestId: string): unknown {
  const fallback = {
    type: status < 500 ? "invalid_request_error" : "api_error",
    message: `Status ${status}.`,
  };
  const error = known[status] ?? fallback;
  return {
    type: "error",
    error: { type: details.code ?? error.type, message: details.message ?? error.message },
    request_id: requestId,
  };
}
