import "server-only";
import type { BetterAuthOptions } from "better-auth";
import { attemptLimits } from "@/lib/config/accounts";
import { takeRates } from "@/lib/db/rate-limits";
import { ADDRESS_HEADER } from "./client-address";
import { keyedHash } from "./keyed-hash";

type Limiter = NonNullable<BetterAuthOptions["rateLimit"]>;

/**
 * The sign-in library's limiter on our own counters, which refill steadily instead of in windows, hold for all servers
 * and keep no address in plain. It counts each route for each client address.
 */
export const attemptLimiter: Limiter = {
  enabled: true,
  customRules: Object.fromEntries(
    Object.entries(attemptLimits).map(([path, { perMinute, burst }]) => [
      path,
      { max: burst, window: (burst * 60) / perMinute },
    ]),
  ),
  customStorage: {
    consume: async (key, { max, window }) => {
      const retryAfter = await takeRates([
        { key: `attempt:${keyedHash(key)}`, perMinute: (max * 60) / window, burst: max },
      ]);
      return { allowed: retryAfter === null, retryAfter };
    },
  },
};

/** The only header that says where a request comes from; see client-address.ts. */
export const clientAddress = { ipAddressHeaders: [ADDRESS_HEADER] };
