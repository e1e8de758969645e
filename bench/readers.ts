import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { readAnswer } from "./read-answer";
import type { ReadAnswer, ReadingJob, ReadingResult } from "./reading-job";

/** The bench is done with this process, or gone. */
process.once("disconnect", () => process.exit());

/** Reads in a process of its own, so that what reading costs is nobody else's. One job, one result. */
process.once("message", (job: ReadingJob) => {
  void run(job).then((result) => process.send?.(result, () => process.disconnect()));
});

async function run(job: ReadingJob): Promise<ReadingResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const epochMs = performance.now();
  const answers: ReadAnswer[] = [];
  const stepMs = job.spreadMs / job.readers.length;
  await Promise.all(
    job.readers.map(async ({ headers }, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * stepMs));
      const chatId = randomUUID();
      for (let count = 0; count < job.answersPerReader; count++) {
        answers.push(await readAnswer({ agent, job, headers, body: writeBody(job, chatId), epochMs }));
      }
    }),
  );
  agent.destroy();
  const { user, system } = process.cpuUsage();
  return { answers, cpuMs: (user + system) / 1000 };
}

/** The same question as the provider and as Parapet take it; the minimal route takes Parapet's form too. */
function writeBody({ wire, model, question }: ReadingJob, chatId: string): string {
  if (wire === "parts") {
    const message = { id: randomUUID(), role: "user", parts: [{ type: "text", text: question }] };
    return JSON.stringify({ id: chatId, message });
  }
  return JSON.stringify({
    model,
    messages: [{ role: "user", content: question }],
    max_tokens: 2048,
    stream: true,
    stream_options: { include_usage: true },
  });
}
