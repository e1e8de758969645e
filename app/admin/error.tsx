"use client";

import { EmptyState } from "@/components/admin/empty-state";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";

const words = strings.admin.fault;

type AdminErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function AdminError({ error, reset }: AdminErrorProps) {
  return (
    <div role="alert">
      <EmptyState title={words.title} text={words.text(error.digest)}>
        <Button look="solid" onClick={reset}>
          {words.again}
        </Button>
      </EmptyState>
    </div>
  );
}
