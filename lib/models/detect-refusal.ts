import "server-only";
import type { ProviderName } from "@/lib/config/models";

/** How a refusal looks on the wire of each provider that streams its words like an answer's. */
const marks: Readonly<Partial<Record<ProviderName, RegExp>>> = {
  openai: /"type":\s*"response\.refusal\.delta"/,
  compatible: /"refusal":\s*"[^"]/,
};

/**
 * Whether the first content that arrived is a refusal. The SDKs hand its words on as text and say what they were only
 * at the end, which is too late to ask another model; the bytes say it at once.
 */
export function isRefusal(provider: ProviderName, responseChunks: readonly Uint8Array[]): boolean {
  return marks[provider]?.test(Buffer.concat(responseChunks).toString("utf8")) ?? false;
}
