import "server-only";
import { exportLimit } from "@/lib/config/accounts";
import { product } from "@/lib/config/product";
import { sentences } from "@/lib/config/sentences";
import type { Account } from "@/lib/db/accounts";
import { readAttachmentsOf, readChatsOf, readMessagesOf, readTurnsOf } from "@/lib/db/exports";
import { takeRates } from "@/lib/db/rate-limits";
import { ChatError } from "@/lib/protocol/chat-error";
import { findAccount } from "./find-account";

/**
 * GET /api/account/export: everything that is kept of the person who asks, as one JSON file. It is written while it is
 * read, so its size has no bound.
 * @throws ChatError unauthorized, quota_exceeded
 */
export async function exportAccount(request: Request): Promise<Response> {
  const account = await findAccount(request.headers);
  if (account === null) throw new ChatError("unauthorized", sentences.unauthorized);
  const retryAfterSeconds = await takeRates([{ key: `export:${account.userId}`, ...exportLimit }]);
  if (retryAfterSeconds !== null)
    throw new ChatError("quota_exceeded", sentences.tooManyExports, { retryAfterSeconds });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamOf(jsonOf(account)), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${product.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${day}.json"`,
      "cache-control": "no-store",
    },
  });
}

async function* jsonOf(account: Account): AsyncGenerator<string> {
  const { userId: id, name, email, isAnonymous, plan, createdAt } = account;
  const person = { id, name, email: isAnonymous ? null : email, plan, createdAt };
  yield `{\n"exportedAt":${JSON.stringify(new Date())},\n"account":${JSON.stringify(person)},\n"chats":[`;
  let separator = "\n";
  for await (const chat of readChatsOf(id)) {
    yield `${separator}${JSON.stringify(chat).slice(0, -1)},"messages":[`;
    yield* listed(readMessagesOf(chat.id));
    yield "]}";
    separator = ",\n";
  }
  yield `\n],\n"turns":[`;
  yield* listed(readTurnsOf(id));
  yield `\n],\n"attachments":[`;
  yield* listed(readAttachmentsOf(id));
  yield "]\n}\n";
}

async function* listed(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = "\n";
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ",\n";
  }
}

/** Reads on only when the reader has taken what there is, and stops when they are gone. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await texts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => {
      await texts.return(undefined);
    },
  });
}
