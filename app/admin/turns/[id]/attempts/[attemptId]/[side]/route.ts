import { handle } from "@/lib/pipeline/routes/handle";
import { sendAttemptBody } from "./send-attempt-body";

export const GET = handle(sendAttemptBody);
