import { handle } from "@/lib/pipeline/routes/handle";
import { resumeTurn } from "@/lib/pipeline/routes/resume-turn";

export const GET = handle(resumeTurn);
