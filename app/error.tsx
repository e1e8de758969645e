"use client";

import { FaultPage } from "@/components/ui/fault-page";

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return <FaultPage reference={error.digest} onAgain={retry} />;
}
