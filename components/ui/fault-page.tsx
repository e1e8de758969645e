import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import { Button } from "./button";
import { MessagePage } from "./message-page";

type FaultPageProps = {
  /** What finds the fault in the server's log. */
  reference: string | undefined;
  onAgain: () => void;
};

/** A page that could not be shown; says nothing of the cause, which is in the log. */
export function FaultPage({ reference, onAgain }: FaultPageProps) {
  const { fault } = strings;
  return (
    <MessagePage title={fault.title} text={fault.text}>
      <Button look="solid" onClick={onAgain}>
        {fault.again}
      </Button>
      <Button asChild>
        {/* A page that is loaded anew: whatever state the fault left behind stays here. */}
        <a href="/">{fault.home}</a>
      </Button>
      {product.supportAddress !== undefined && (
        <Button asChild>
          <a href={`mailto:${product.supportAddress}`}>{fault.support}</a>
        </Button>
      )}
      {reference !== undefined && (
        <p className="w-full text-muted-foreground text-sm">
          {fault.reference} <code className="select-all font-mono">{reference}</code>
        </p>
      )}
    </MessagePage>
  );
}
