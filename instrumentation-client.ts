import { config } from "zod/v4/core";

// zod, which the AI SDK checks the stream's parts with, tries out whether it may compile code. It may not, and each
// try would be reported as a violation of the content security policy.
config({ jitless: true });
