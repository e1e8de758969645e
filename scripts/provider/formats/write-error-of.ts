import type { Address } from "@/scripts/provider/address";
import { writeAnthropicError } from "./anthropic-error";
import { writeClassifierError } from "./classifier-error";
import { writeOpenaiError } from "./openai-error";
import type { WireFormat } from "./wire-format";

/** How errors look at an address; null is one that nobody has. */
export function writeErrorOf(address: Address | null, isAnthropic: boolean): WireFormat["writeError"] {
  if (address?.endpoint === "predict") return writeClassifierError;
  return isAnthropic ? writeAnthropicError : writeOpenaiError;
}
