"use client";

import { FaultPage } from "@/components/ui/fault-page";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <FaultPage reference={error.digest} onAgain={reset} />;
}
