"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { strings } from "@/lib/config/strings";
import { Field } from "./field";

type PasswordFieldProps = {
  name: string;
  label: string;
  /** Set where a new one is chosen; tells the browser to offer one. */
  minLength?: number;
};

export function PasswordField({ name, label, minLength }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const { fields } = strings.account;
  const isNew = minLength !== undefined;
  return (
    <div className="relative">
      <Field
        name={name}
        label={label}
        type={isShown ? "text" : "password"}
        required
        maxLength={128}
        {...(isNew ? { minLength, hint: fields.passwordHint(minLength) } : {})}
        autoComplete={isNew ? "new-password" : "current-password"}
        className="pr-11"
      />
      <IconButton
        label={isShown ? fields.hidePassword : fields.showPassword}
        size="iconSmall"
        className="absolute top-7.5 right-1"
        onClick={() => setShown(!isShown)}
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
    </div>
  );
}
