"use client";

import { strings } from "@/lib/config/strings";
import { Field } from "./field";

/** An account's address; longer than 254 characters none can be (RFC 5321). */
export function EmailField() {
  return (
    <Field
      name="email"
      label={strings.account.fields.email}
      type="email"
      required
      autoComplete="username"
      maxLength={254}
    />
  );
}
