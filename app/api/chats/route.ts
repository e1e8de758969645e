import { handle } from "@/lib/pipeline/routes/handle";
import { readHistory } from "@/lib/pipeline/routes/history";

export const GET = handle(readHistory);
