import { strings } from "@/lib/config/strings";
import { Field } from "./field";

/** Six digits of an authenticator app. */
export function CodeField() {
  return (
    <Field
      name="code"
      label={strings.account.twoFactor.code}
      required
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,8}"
      maxLength={8}
      autoFocus
      className="font-mono tracking-widest"
    />
  );
}
