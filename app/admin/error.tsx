"use client";

import { EmptyState } from "@/components/admin/empty-state";
import { Button } from "@/components/ui/button";

type AdminErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function AdminError({ error, reset }: AdminErrorProps) {
  return (
    <div role="alert">
      <EmptyState
        title="This could not be read"
        text={`The record is untouched. The server's log says why${error.digest === undefined ? "" : ` under ${error.digest}`}.`}
      >
        <Button look="solid" onClick={reset}>
          Try again
        </Button>
      </EmptyState>
    </div>
  );
}
