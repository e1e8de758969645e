"use client";

import { FaultPage } from "@/components/ui/fault-page";
import { rootAttributes } from "@/components/ui/root-attributes";
import { strings } from "@/lib/config/strings";
import "./globals.css";

/** Stands in for the root layout when that is what failed, so it brings its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html {...rootAttributes} data-theme="system">
      <body>
        <title>{strings.fault.title}</title>
        <FaultPage reference={error.digest} onAgain={() => window.location.reload()} />
      </body>
    </html>
  );
}
