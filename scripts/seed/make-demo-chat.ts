import { searchPassages } from "@/lib/knowledge/search-passages";
import { composeTurn, type Outcome } from "./compose-turn";
import type { DemoExchange } from "./demo-conversations";
import { pickWeighted } from "./pick";
import { idAt } from "./seed-ids";
import type { SeedChat, SeedTurn, SeedUser } from "./seed-turn";

type DemoChat = {
  readonly conversation: readonly DemoExchange[];
  readonly user: SeedUser;
  readonly moment: Date;
  readonly now: Date;
  readonly random: () => number;
};

const models = [
  ["openai/gpt-5-mini", 85],
  ["openai/gpt-5", 15],
] as const;

const usualOutcomes: readonly (readonly [Outcome, number])[] = [
  ["answered", 92],
  ["backup", 3],
  ["stopped", 2],
  ["interrupted", 1],
  ["failed", 1],
  ["length", 1],
];
/** The provider of the demonstration was down for two hours of one afternoon. */
const outageOutcomes: readonly (readonly [Outcome, number])[] = [
  ["backup", 55],
  ["without-model", 30],
  ["failed", 15],
];
const OUTAGE = { daysAgo: 3, fromHour: 13, toHour: 15 } as const;
const DAY_MS = 86_400_000;

/** A chat of the demonstration with its turns. */
export async function makeDemoChat(plan: DemoChat): Promise<{ chat: SeedChat; turns: SeedTurn[] }> {
  const { conversation, user, moment, random } = plan;
  const chatId = idAt(moment);
  const turns: SeedTurn[] = [];
  let at = moment;
  for (const exchange of conversation) {
    const before = turns.at(-1);
    turns.push(await makeTurn(plan, exchange, chatId, at, parentOf(before)));
    at = new Date(at.getTime() + 40_000 + random() * 120_000);
  }
  const last = turns.at(-1);
  return {
    turns,
    chat: {
      ...{ id: chatId, userId: user.id, title: (conversation[0]?.question ?? "").slice(0, 80) },
      ...{ leafId: parentOf(last) ?? chatId, createdAt: moment, updatedAt: last?.createdAt ?? moment },
    },
  };
}

async function makeTurn(
  { user, now, random }: DemoChat,
  exchange: DemoExchange,
  chatId: string,
  moment: Date,
  parentId: string | null,
): Promise<SeedTurn> {
  const passages = await searchPassages(exchange.question, 3);
  const complains = exchange.complaint !== undefined && random() < 0.3;
  return composeTurn({
    ...{ user, chatId, parentId, moment, questionId: idAt(moment) },
    question: exchange.question,
    answer: exchange.answer,
    passages: passages.map(({ id }) => id),
    outcome: exchange.outcome ?? pickWeighted(isOutage(moment, now) ? outageOutcomes : usualOutcomes, random),
    model: pickWeighted(models, random),
    backup: "anthropic/claude-haiku-4-5",
    firstContentMs: Math.round(280 + 1_400 * random() ** 4),
    tokensPerSecond: 45 + 40 * random(),
    feedback: complains
      ? { rating: "DOWN", reason: exchange.complaint ?? null }
      : random() < 0.12
        ? { rating: "UP", reason: null }
        : null,
    reported: exchange.report !== undefined && random() < 0.3 ? exchange.report : null,
  });
}

function isOutage(moment: Date, now: Date): boolean {
  const daysAgo = Math.floor(now.getTime() / DAY_MS) - Math.floor(moment.getTime() / DAY_MS);
  const hour = moment.getUTCHours();
  return daysAgo === OUTAGE.daysAgo && hour >= OUTAGE.fromHour && hour < OUTAGE.toHour;
}

/** What the next question continues: a refused one left no answer. */
function parentOf(turn: SeedTurn | undefined): string | null {
  if (turn === undefined) return null;
  return turn.answer === null ? turn.questionId : turn.id;
}
