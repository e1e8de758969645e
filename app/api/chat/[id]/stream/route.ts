import { handle } from "@/lib/pipeline/handle";
import { resumeTurn } from "@/lib/pipeline/resume-turn";

export const GET = handle(resumeTurn);
