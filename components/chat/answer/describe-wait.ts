import { strings } from "@/lib/config/strings";
import type { ExpectedWait } from "@/lib/protocol/expected-wait";

/** Until then three dots say enough. */
const QUIET_SECONDS = 3;

/** What to say to somebody who has waited so long for the first word; undefined while nothing needs to be said. */
export function describeWait(
  seconds: number,
  expected: ExpectedWait | undefined,
  isThinking = false,
): string | undefined {
  const words = strings.wait;
  if (seconds < QUIET_SECONDS) return undefined;
  if (isThinking) return words.thinking;
  const usualSeconds = Math.ceil((expected?.usualMs ?? 0) / 1000);
  if (expected?.givenUpAfterMs === undefined) {
    return seconds < usualSeconds ? words.usual(usualSeconds) : words.long;
  }
  const givenUpSeconds = Math.ceil(expected.givenUpAfterMs / 1000);
  if (seconds >= givenUpSeconds) return words.next;
  return seconds < usualSeconds ? words.usual(usualSeconds) : words.late(givenUpSeconds);
}
