import type { Feedback } from "@/lib/protocol/feedback";

/** Tells the server what a person thinks of an answer. False when it could not be told. */
export function postFeedback(turnId: string, feedback: Feedback): Promise<boolean> {
  return post(`/api/turns/${turnId}/feedback`, feedback);
}

/** Asks for a person to look at an answer. False when that could not be asked. */
export function postReport(turnId: string, reason: string): Promise<boolean> {
  return post(`/api/turns/${turnId}/report`, { reason });
}

async function post(path: string, body: unknown): Promise<boolean> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    return response.ok;
  } catch {
    // Only a lost connection rejects.
    return false;
  }
}
