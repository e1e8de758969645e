import { postReport } from "@/lib/pipeline/routes/feedback";
import { handle } from "@/lib/pipeline/routes/handle";

export const POST = handle(postReport);
