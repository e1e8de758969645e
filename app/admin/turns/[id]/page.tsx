import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AttachmentList } from "@/components/admin/attachment-list";
import { AttemptView } from "@/components/admin/attempt-view";
import { AuditList } from "@/components/admin/audit-list";
import { BillTable } from "@/components/admin/bill-table";
import { FlagList } from "@/components/admin/flag-list";
import { JudgedText } from "@/components/admin/judged-text";
import { Panel } from "@/components/admin/panel";
import { PassageList } from "@/components/admin/passage-list";
import { ScrollRegion } from "@/components/admin/scroll-region";
import { ShownAnswer } from "@/components/admin/shown-answer";
import { TurnFacts } from "@/components/admin/turn-facts";
import { Waterfall } from "@/components/admin/waterfall";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { textOfContent } from "@/lib/protocol/message-content";
import { loadTurn } from "@/lib/review/load-turn";

export const metadata: Metadata = { title: "Turn" };

export default async function TurnPage({ params }: { params: Promise<{ id: string }> }) {
  const admin = await requireAdminPage();
  const id = z.uuid().safeParse((await params).id);
  const turn = id.success ? await loadTurn(id.data, admin.tenantId) : null;
  if (turn === null) notFound();
  const { record, attempts, judged, audit } = turn;
  return (
    <div className="space-y-8">
      <div>
        <p className="text-muted-foreground text-sm">
          <Link
            href="/admin/turns"
            className="underline decoration-border underline-offset-4 hover:decoration-current"
          >
            Turns
          </Link>
        </p>
        <h1 className="mt-1 font-semibold text-2xl tracking-tight">Turn</h1>
        <TurnFacts record={record} />
      </div>
      <div className="grid grid-cols-1 gap-x-6 gap-y-8 lg:grid-cols-2">
        <Panel title="Question">
          <ScrollRegion label="Question" className="max-h-96 p-3.5">
            <p className="whitespace-pre-wrap break-words text-sm">
              {record.question === null ? "The question is gone." : textOfContent(record.question)}
            </p>
          </ScrollRegion>
        </Panel>
        <Panel title="What the person saw">
          <ScrollRegion label="What the person saw" className="max-h-96 p-3.5">
            <ShownAnswer content={record.answer} />
          </ScrollRegion>
        </Panel>
      </div>
      {record.attachments.length > 0 && (
        <Panel title="Attached files" text="Sent with the question, each with what was read from it.">
          <AttachmentList attachments={record.attachments} />
        </Panel>
      )}
      {record.stages.length > 0 && (
        <Panel title="Trace" text="Where the time went.">
          <Waterfall stages={record.stages} attempts={record.attempts} />
        </Panel>
      )}
      {(record.flags.length > 0 || record.feedback.length > 0) && (
        <Panel title="Flags and feedback">
          <FlagList flags={record.flags} feedback={record.feedback} />
        </Panel>
      )}
      {judged.length > 0 && (
        <Panel title="Verdicts" text="What the guards found, marked where they found it.">
          <div className="grid grid-cols-1 gap-4">
            {judged.map((text) => (
              <JudgedText key={text.surface} {...text} />
            ))}
          </div>
        </Panel>
      )}
      <Panel
        title="Attempts"
        text={attempts.length === 0 ? "No model was called." : "Each call to a model, in order."}
      >
        <div className="grid grid-cols-1 gap-4">
          {attempts.map((attempt, index) => (
            <AttemptView key={attempt.id} attempt={attempt} turnId={record.id} number={index + 1} />
          ))}
        </div>
      </Panel>
      <Panel title="Money">
        <BillTable attempts={attempts} costNanos={record.costNanos} reservedNanos={record.reservedNanos} />
      </Panel>
      <Panel title="Passages">
        <PassageList passages={record.passages} />
      </Panel>
      {audit.length > 0 && (
        <Panel title="Audit">
          <AuditList lines={audit} />
        </Panel>
      )}
    </div>
  );
}
