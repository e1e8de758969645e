"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { type AccountProblem, callAccount } from "../call-account";
import { BackupCodes } from "./backup-codes";
import { PasswordStep } from "./password-step";
import { ScanStep } from "./scan-step";

type Step =
  | { readonly name: "idle" }
  | { readonly name: "password"; readonly wish: "on" | "off" | "codes" }
  | { readonly name: "scan"; readonly uri: string; readonly codes: readonly string[] }
  | { readonly name: "codes"; readonly codes: readonly string[] };

const routes = { on: "enable", off: "disable", codes: "generate-backup-codes" } as const;

type TwoFactorSettingsProps = { isOn: boolean; isAdmin: boolean };

/** Turns the second step on, with a code to prove that the app has the key, and off, with the password. */
export function TwoFactorSettings({ isOn, isAdmin }: TwoFactorSettingsProps) {
  const [step, setStep] = useState<Step>({ name: "idle" });
  const router = useRouter();
  const words = strings.account.settings.twoFactor;

  async function confirm(
    wish: "on" | "off" | "codes",
    password: string,
  ): Promise<AccountProblem | undefined> {
    const answer = await callAccount(`/api/auth/two-factor/${routes[wish]}`, { password });
    if (!answer.ok) return answer.problem;
    const { totpURI, backupCodes } = answer.body as { totpURI?: string; backupCodes?: string[] };
    if (wish === "on") setStep({ name: "scan", uri: totpURI ?? "", codes: backupCodes ?? [] });
    else finish(wish === "codes" ? (backupCodes ?? []) : []);
    return undefined;
  }

  function finish(codes: readonly string[]): void {
    setStep(codes.length === 0 ? { name: "idle" } : { name: "codes", codes });
    router.refresh();
  }

  const stop = () => setStep({ name: "idle" });
  if (step.name === "password")
    return <PasswordStep onPassword={(password) => confirm(step.wish, password)} onCancel={stop} />;
  if (step.name === "scan")
    return <ScanStep uri={step.uri} onDone={() => finish(step.codes)} onCancel={stop} />;
  if (step.name === "codes") return <BackupCodes codes={step.codes} onKept={stop} />;
  const ask = (wish: "on" | "off" | "codes") => setStep({ name: "password", wish });
  return (
    <>
      <p className="text-muted-foreground">{isOn ? words.on : words.off}</p>
      {isAdmin && !isOn && <p>{words.adminHint}</p>}
      <div className="flex flex-wrap gap-3">
        {isOn ? (
          <>
            <Button onClick={() => ask("codes")}>{words.newCodes}</Button>
            <Button onClick={() => ask("off")}>{words.turnOff}</Button>
          </>
        ) : (
          <Button onClick={() => ask("on")}>{words.turnOn}</Button>
        )}
      </div>
    </>
  );
}
