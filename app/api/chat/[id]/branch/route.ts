import { changeBranch, readBranch } from "@/lib/pipeline/routes/branch";
import { handle } from "@/lib/pipeline/routes/handle";

export const GET = handle(readBranch);
export const POST = handle(changeBranch);
