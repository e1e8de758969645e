import type { TurnStatus } from "@/lib/protocol/review/turn-list";
import { Badge, type BadgeLook } from "./badge";
import { statusLabels } from "./turn-labels";

const looks: Readonly<Record<TurnStatus, BadgeLook>> = {
  RUNNING: "good",
  COMPLETED: "quiet",
  STOPPED: "plain",
  INTERRUPTED: "bad",
  FAILED: "bad",
  BLOCKED: "bad",
};

export function StatusBadge({ status }: { status: TurnStatus }) {
  return <Badge look={looks[status]}>{statusLabels[status]}</Badge>;
}
