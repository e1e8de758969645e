import { strings } from "@/lib/config/strings";

/** The first sign that a question is being answered, until there is text. */
export function Waiting() {
  return (
    <div className="flex h-[1.65em] items-center gap-1.5">
      <span className="sr-only">{strings.transcript.waiting}</span>
      {["", "[animation-delay:160ms]", "[animation-delay:320ms]"].map((delay) => (
        <span key={delay} className={`size-1.5 animate-waiting rounded-full bg-primary ${delay}`} />
      ))}
    </div>
  );
}
