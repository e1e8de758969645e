/** Every way a request can be refused before its first byte, and the HTTP status that says so. */
export const statusByCode = {
  bad_request: 400,
  unauthorized: 401,
  budget_exceeded: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  input_blocked: 422,
  quota_exceeded: 429,
  internal: 500,
  model_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusByCode;
