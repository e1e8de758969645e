/** The providers served side by side; `default` is plain /v1, and what the others do unless told otherwise. */
export const targets = ["default", "openai", "anthropic", "compatible"] as const;

export type Target = (typeof targets)[number];

export const endpoints = [
  "responses",
  "chat/completions",
  "messages",
  "embeddings",
  "moderations",
  "predict",
  "models",
] as const;

export type Endpoint = (typeof endpoints)[number];

export type Address = { readonly target: Target; readonly endpoint: Endpoint; readonly rest: string };

const addressPattern = new RegExp(
  `^(?:/(${targets.slice(1).join("|")}))?(?:/v1)?/(${endpoints.join("|")})(?:/(.+))?$`,
);

/**
 * Reads which provider and which of its endpoints a path names, or null. The /v1 may be missing: some SDKs take it
 * as part of the base URL and some add it themselves.
 */
export function findAddress(path: string): Address | null {
  const match = addressPattern.exec(path.replace(/\/+$/, ""));
  if (!match) return null;
  const [, target, endpoint, rest] = match;
  return {
    target: targets.find((name) => name === target) ?? "default",
    endpoint: endpoints.find((name) => name === endpoint) ?? "models",
    rest: rest ?? "",
  };
}
