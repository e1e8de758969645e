import { headers } from "next/headers";
import { NewChat } from "@/components/chat/new-chat";
import { findViewer } from "@/lib/auth/find-viewer";
import { product } from "@/lib/config/product";

export default async function NewChatPage() {
  const viewer = await findViewer(await headers());
  return (
    <>
      <h1 className="sr-only">{product.name}</h1>
      <NewChat isSignedIn={viewer !== null} />
    </>
  );
}
