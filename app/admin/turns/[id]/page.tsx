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
import { strings } from "@/lib/config/strings";
import { textOfContent } from "@/lib/protocol/message-content";
import { loadTurn } from "@/lib/review/load-turn";

const words = strings.admin.turns;

export const metadata: Metadata = { title: words.one.title };

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
            {words.list.title}
          </Link>
        </p>
        <h1 className="mt-1 font-semibold text-2xl tracking-tight">{words.one.title}</h1>
        <TurnFacts record={record} />
      </div>
      <div className="grid grid-cols-1 gap-x-6 gap-y-8 lg:grid-cols-2">
        <Panel title={words.one.question}>
          <ScrollRegion label={words.one.question} className="max-h-96 p-3.5">
            <p className="whitespace-pre-wrap break-words text-sm">
              {record.question === null ? words.one.noQuestion : textOfContent(record.question)}
            </p>
          </ScrollRegion>
        </Panel>
        <Panel title={words.one.answer}>
          <ScrollRegion label={words.one.answer} className="max-h-96 p-3.5">
            <ShownAnswer content={record.answer} />
          </ScrollRegion>
        </Panel>
      </div>
      {record.attachments.length > 0 && (
        <Panel title={words.attachments.title} text={words.attachments.text}>
          <AttachmentList turnId={record.id} attachments={record.attachments} />
        </Panel>
      )}
      {record.stages.length > 0 && (
        <Panel title={words.trace.title} text={words.trace.text}>
          <Waterfall stages={record.stages} attempts={record.attempts} />
        </Panel>
      )}
      {(record.flags.length > 0 || record.feedback.length > 0) && (
        <Panel title={words.one.flags}>
          <FlagList flags={record.flags} feedback={record.feedback} />
        </Panel>
      )}
      {judged.length > 0 && (
        <Panel title={words.verdicts.title} text={words.verdicts.text}>
          <div className="grid grid-cols-1 gap-4">
            {judged.map((text) => (
              <JudgedText key={text.surface} {...text} />
            ))}
          </div>
        </Panel>
      )}
      <Panel
        title={words.attempts.title}
        text={attempts.length === 0 ? words.attempts.none : words.attempts.text}
      >
        <div className="grid grid-cols-1 gap-4">
          {attempts.map((attempt, index) => (
            <AttemptView key={attempt.id} attempt={attempt} turnId={record.id} number={index + 1} />
          ))}
        </div>
      </Panel>
      <Panel title={words.money.title}>
        <BillTable attempts={attempts} costNanos={record.costNanos} reservedNanos={record.reservedNanos} />
      </Panel>
      <Panel title={words.passages.title}>
        <PassageList passages={record.passages} />
      </Panel>
      {audit.length > 0 && (
        <Panel title={words.one.audit}>
          <AuditList lines={audit} />
        </Panel>
      )}
    </div>
  );
}
