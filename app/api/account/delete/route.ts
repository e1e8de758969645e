import { deleteAccount } from "@/lib/pipeline/account/delete-account";
import { handle } from "@/lib/pipeline/routes/handle";

export const POST = handle(deleteAccount);
