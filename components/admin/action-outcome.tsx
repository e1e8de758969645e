import type { ActionResult } from "@/lib/protocol/review/action-result";

/** Says how something that was asked for went. */
export function ActionOutcome({ result, done }: { result: ActionResult | undefined; done: string }) {
  if (result?.ok === false) {
    return (
      <p role="alert" className="text-destructive text-sm">
        {result.message}
      </p>
    );
  }
  return (
    <p role="status" className="text-muted-foreground text-sm">
      {result?.ok === true && done}
    </p>
  );
}
