import { readAttachmentState, removeAttachment } from "@/lib/pipeline/routes/attachments";
import { handle } from "@/lib/pipeline/routes/handle";

export const GET = handle(readAttachmentState);
export const DELETE = handle(removeAttachment);
