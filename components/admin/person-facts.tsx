import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Badge } from "./badge";
import { CopyText } from "./copy-text";

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
        {person.role === "ADMIN" && <Badge look="good">Admin</Badge>}
        {person.isAnonymous && <Badge look="quiet">Guest</Badge>}
        {person.isBanned && <Badge look="bad">Banned</Badge>}
        <span className="text-muted-foreground">
          since <RelativeTime iso={person.createdAt.toISOString()} />
        </span>
      </p>
      <CopyText label="Copy the id" text={person.id} />
      <p>
        <Link
          href={{ pathname: "/admin/turns", query: { user: person.id } }}
          prefetch={false}
          className="underline decoration-border underline-offset-4 hover:decoration-current"
        >
          Show the turns of this person
        </Link>
      </p>
    </div>
  );
}
