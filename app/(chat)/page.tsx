import { headers } from "next/headers";
import { NewChat } from "@/components/chat/new-chat";
import { findViewer } from "@/lib/auth/find-viewer";
import { listChoices } from "@/lib/models/list-choices";

export default async function NewChatPage() {
  const viewer = await findViewer(await headers());
  return <NewChat isSignedIn={viewer !== null} models={listChoices()} />;
}
