import { strings } from "@/lib/config/strings";
import type { TurnStatus } from "@/lib/protocol/review/turn-list";
import { Badge, type BadgeLook } from "./badge";

const looks: Readonly<Record<TurnStatus, BadgeLook>> = {
  RUNNING: "good",
  COMPLETED: "quiet",
  STOPPED: "plain",
  INTERRUPTED: "bad",
  FAILED: "bad",
  BLOCKED: "bad",
};

export function StatusBadge({ status }: { status: TurnStatus }) {
  return <Badge look={looks[status]}>{strings.admin.labels.statuses[status]}</Badge>;
}
