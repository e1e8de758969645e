import { postAttachment } from "@/lib/pipeline/routes/attachments";
import { handle } from "@/lib/pipeline/routes/handle";

export const POST = handle(postAttachment);
