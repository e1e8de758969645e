import { sendAttachmentFile } from "@/lib/pipeline/routes/attachments";
import { handle } from "@/lib/pipeline/routes/handle";

export const GET = handle(sendAttachmentFile);
