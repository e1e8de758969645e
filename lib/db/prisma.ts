import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { getPool } from "./pool";

declare global {
  var parapetPrisma: PrismaClient | undefined;
}

/** Prisma over the shared pool, for everything that is not on the hot path. */
export function getPrisma(): PrismaClient {
  globalThis.parapetPrisma ??= new PrismaClient({ adapter: new PrismaPg(getPool()) });
  return globalThis.parapetPrisma;
}
