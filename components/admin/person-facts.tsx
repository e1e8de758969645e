import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import { Badge } from "./badge";
import { CopyText } from "./copy-text";

const words = strings.admin.users.one;

type PersonFactsProps = {
  person: {
    readonly id: string;
    readonly email: string;
    readonly role: "USER" | "ADMIN";
    readonly isAnonymous: boolean;
    readonly isBanned: boolean;
    readonly createdAt: Date;
  };
};

export function PersonFacts({ person }: PersonFactsProps) {
  return (
    <div className="mt-1 space-y-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {!person.isAnonymous && <span className="text-muted-foreground">{person.email}</span>}
        {person.role === "ADMIN" && <Badge look="good">{strings.admin.admin}</Badge>}
        {person.isAnonymous && <Badge look="quiet">{strings.admin.guest}</Badge>}
        {person.isBanned && <Badge look="bad">{strings.admin.banned}</Badge>}
        <span className="text-muted-foreground">
          {words.since} <RelativeTime iso={person.createdAt.toISOString()} />
        </span>
      </p>
      <CopyText label={words.copyId} text={person.id} />
      <p>
        <Link
          href={{ pathname: "/admin/turns", query: { user: person.id } }}
          prefetch={false}
          className="underline decoration-border underline-offset-4 hover:decoration-current"
        >
          {words.turns}
        </Link>
      </p>
    </div>
  );
}
