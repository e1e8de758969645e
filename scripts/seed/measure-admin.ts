import { countOpenFlags, findFlags } from "@/lib/db/flag-queue";
import { findPeople, findPeopleIds } from "@/lib/db/people";
import { closePool, getPool } from "@/lib/db/pool";
import { readByModel, readSpending, readSpendingTotal } from "@/lib/db/spending-report";
import { findAnsweringModels, findTurnLines, type TurnQuery } from "@/lib/db/turn-list";
import { readByOwner, readTurnBuckets, readTurnTotals } from "@/lib/db/usage-report";
import { withDatabase } from "../migrate/with-database";

async function time(name: string, run: () => Promise<unknown>) {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const s = performance.now();
    await run();
    times.push(performance.now() - s);
  }
  console.log(name.padEnd(40), times.map((t) => t.toFixed(0).padStart(5)).join(" "));
}
async function main() {
  await withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    if (process.argv[2]) {
      console.log(
        (await getPool().query(process.argv[2])).rows.map((r) => Object.values(r).join(" ")).join("\n"),
      );
      await closePool();
      return;
    }
    const to = new Date();
    const from = new Date(to.getTime() - 30 * 864e5);
    const scope = { tenantId: "default", from, to };
    const all = { ...scope, from: new Date(to.getTime() - 60 * 864e5) };
    const before = { ...scope, from: all.from, to: from };
    await time("totals 30d", () => readTurnTotals(scope));
    await time("buckets 30d", () => readTurnBuckets(scope, "day"));
    await time("spending 30d", () => readSpending(scope, "day"));
    await time("spending total", () => readSpendingTotal(scope));
    await time("model", () => readByModel(scope));
    await time("plan", () => readByOwner(scope, "plan", 20));
    await time("user", () => readByOwner(scope, "user_id", 20));
    await time("overview 30d together", () =>
      Promise.all([
        readTurnTotals(scope),
        readTurnTotals(before),
        readTurnBuckets(scope, "day"),
        readSpending(scope, "day"),
        readSpendingTotal(before),
        readByModel(scope),
        readByOwner(scope, "plan", 20),
        readByOwner(scope, "user_id", 20),
      ]),
    );
    const q: TurnQuery = {
      tenantId: "default",
      from: undefined,
      to: undefined,
      words: undefined,
      userIds: undefined,
      model: undefined,
      status: undefined,
      notice: undefined,
      minCostNanos: undefined,
      minDurationMs: undefined,
      after: undefined,
    };
    const t = (name: string, c: Partial<TurnQuery>) =>
      time(`turns ${name}`, () => findTurnLines({ ...q, ...c }, 51));
    await t("plain", {});
    await t("failed", { status: "FAILED" });
    await t("running", { status: "RUNNING" });
    await t("notice", { notice: "output_blocked" });
    await t("notice cache", { notice: "answered_from_cache" });
    await t("model", { model: "openai/gpt-5" });
    await t("model none", { model: "x" });
    await t("cost high", { minCostNanos: 10n ** 12n });
    await t("latency high", { minDurationMs: 1e6 });
    await t("user", { userIds: ["load-1900"] });
    await t("rare word", { words: "bacedi" });
    await t("common word", { words: "model" });
    await t("two common", { words: "model budget" });
    await t("common + failed", { words: "model", status: "FAILED" });
    await t("no word", { words: "zzzz" });
    await time("models", () => findAnsweringModels("default", from));
    await time("flags open", () => findFlags("default", { state: "open" }, 51));
    await time("flags decided", () => findFlags("default", { state: "decided" }, 51));
    await time("flags count", () => countOpenFlags("default", 1000));
    await time("people", () => findPeople("default", {}, 51));
    await time("people q", () => findPeople("default", { q: "load-19" }, 51));
    await time("people ids", () => findPeopleIds("default", "load-1900", 100));
    await closePool();
  });
}
main().then(
  () => process.exit(0),
  (e) => {
    console.error(e);
    process.exit(1);
  },
);
