"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { strings } from "@/lib/config/strings";

/** Shown once, right after they were made. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const words = strings.account.settings.twoFactor;
  return (
    <>
      <div className="flex items-center gap-2">
        <h3 className="font-medium">{words.backupTitle}</h3>
        <CopyButton label={words.copyCodes} outcomes={strings.copy} read={() => codes.join("\n")} />
      </div>
      <p role="status" className="text-muted-foreground">
        {words.backupText}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2 rounded-lg border p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button className="self-start" onClick={onKept}>
        {words.kept}
      </Button>
    </>
  );
}
