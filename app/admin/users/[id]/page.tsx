import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AuditList } from "@/components/admin/audit-list";
import { BanForm } from "@/components/admin/ban-form";
import { Panel } from "@/components/admin/panel";
import { PersonFacts } from "@/components/admin/person-facts";
import { PersonUsage } from "@/components/admin/person-usage";
import { PlanForm } from "@/components/admin/plan-form";
import { ResetLinkForm } from "@/components/admin/reset-link-form";
import { SessionList } from "@/components/admin/session-list";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { plans } from "@/lib/config/plans";
import { strings } from "@/lib/config/strings";
import { planOf } from "@/lib/limits/plan-of";
import { loadPerson } from "@/lib/review/load-person";
import { ban, liftBan, makeResetLink, savePlan, signOut } from "./actions";

const words = strings.admin.users.one;

export const metadata: Metadata = { title: words.title };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const admin = await requireAdminPage();
  const id = decodeId((await params).id);
  const loaded = id === null ? null : await loadPerson(id, admin.tenantId);
  if (loaded === null) notFound();
  const { person, today, days, sessions, audit } = loaded;
  return (
    <div className="space-y-8">
      <div>
        <p className="text-muted-foreground text-sm">
          <Link
            href="/admin/users"
            className="underline decoration-border underline-offset-4 hover:decoration-current"
          >
            {strings.admin.users.list.title}
          </Link>
        </p>
        <h1 className="mt-1 break-words font-semibold text-2xl tracking-tight">{person.name}</h1>
        <PersonFacts person={person} />
      </div>
      <PersonUsage plan={planOf(person)} today={today} days={days} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-8 lg:grid-cols-2">
        <Panel title={words.plan.title} text={words.plan.text}>
          <PlanForm
            userId={person.id}
            plan={person.plan}
            limits={person.limits ?? {}}
            plans={plans}
            save={savePlan}
          />
        </Panel>
        <div className="min-w-0 space-y-8">
          <Panel title={person.isBanned ? words.ban.isBanned : words.ban.title}>
            <BanForm
              person={person}
              isSelf={person.id === admin.userId}
              today={new Date()}
              ban={ban}
              liftBan={liftBan}
            />
          </Panel>
          {!person.isAnonymous && (
            <Panel title={words.password.title}>
              <ResetLinkForm userId={person.id} makeResetLink={makeResetLink} />
            </Panel>
          )}
          <Panel title={words.sessions.title}>
            <SessionList userId={person.id} sessions={sessions} signOut={signOut} />
          </Panel>
        </div>
      </div>
      <Panel title={words.audit.title} text={words.audit.text}>
        <AuditList lines={audit} />
      </Panel>
    </div>
  );
}

/** Ids have no odd characters, but addresses may be mistyped in ways that can't be decoded. */
function decodeId(id: string): string | null {
  try {
    return decodeURIComponent(id).replaceAll("\0", "");
  } catch {
    return null;
  }
}
