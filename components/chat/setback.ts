import type { AttachmentReference } from "@/lib/protocol/attachment";
import type { ErrorCode } from "@/lib/protocol/error-codes";

/** What a person wanted of the server. Its id names the turn, so wanting it again joins the turn that exists. */
export type Wish =
  | {
      readonly kind: "ask";
      readonly id: string;
      readonly text: string;
      readonly attachments: readonly AttachmentReference[];
      /** The message it continues, null at the beginning of the chat; undefined: the last one. */
      readonly parentId?: string | null;
      /** The question that it is another version of. */
      readonly editedId?: string;
      readonly model?: string | undefined;
    }
  | { readonly kind: "regenerate"; readonly id: string; readonly model?: string | undefined };

/** Why the conversation does not go on by itself. One at a time, shown above the composer. */
export type Setback =
  | {
      readonly kind: "refused";
      readonly code: ErrorCode;
      readonly message: string;
      /** Milliseconds since the epoch. */
      readonly retryAtMs: number | undefined;
      /** The turn that keeps the record of the refusal, where there is one. */
      readonly turnId: string | undefined;
      readonly wish: Wish | undefined;
    }
  /** The wish never reached the server, or its reply never reached us. */
  | { readonly kind: "offline"; readonly wish: Wish }
  /** The stream broke off; `attempt` counts the tries to take it up again. */
  | { readonly kind: "cut"; readonly attempt: number }
  | { readonly kind: "stop-failed" };
