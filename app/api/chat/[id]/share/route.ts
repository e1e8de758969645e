import { handle } from "@/lib/pipeline/routes/handle";
import { postShare, readShare, removeShare } from "@/lib/pipeline/routes/share";

export const GET = handle(readShare);
export const POST = handle(postShare);
export const DELETE = handle(removeShare);
