/** Read out when it appears. */
export function Problem({ text }: { text: string | undefined }) {
  return (
    <p role="alert" className="text-destructive text-sm empty:hidden">
      {text}
    </p>
  );
}
