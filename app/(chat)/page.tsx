import { NewChat } from "@/components/chat/new-chat";
import { product } from "@/lib/config/product";

export default function NewChatPage() {
  return (
    <>
      <h1 className="sr-only">{product.name}</h1>
      <NewChat />
    </>
  );
}
