"use client";

import { createContext } from "react";

/** What can be done with messages of the conversation; a function is absent while it would have to wait. */
export type ConversationActions = {
  readonly edit?: (messageId: string, text: string) => void;
  readonly chooseBranch?: (messageId: string) => void;
};

/**
 * Handed down beside the messages: these change with each answer's beginning and end, and only the buttons, not all
 * messages of a long chat, are to be rendered again for it.
 */
export const ConversationActionsContext = createContext<ConversationActions>({});

/** Another version of a question that the server did not take: its words belong where they were written. */
export type RefusedEdit = { readonly messageId: string; readonly text: string };

/** Apart from the actions: questions read it, and it changes only with a refusal. */
export const RefusedEditContext = createContext<RefusedEdit | undefined>(undefined);
