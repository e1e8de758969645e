"use client";

import { EmptyState } from "@/components/admin/empty-state";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";

const words = strings.admin.fault;

type AdminErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function AdminError({ error, retry }: AdminErrorProps) {
  return (
    <div role="alert">
      <EmptyState title={words.title} text={words.text(error.digest)}>
        <Button look="solid" onClick={retry}>
          {words.again}
        </Button>
      </EmptyState>
    </div>
  );
}
