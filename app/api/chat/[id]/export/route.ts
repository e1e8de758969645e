import { sendChatExport } from "@/lib/pipeline/routes/export-chat";
import { handle } from "@/lib/pipeline/routes/handle";

export const GET = handle(sendChatExport);
