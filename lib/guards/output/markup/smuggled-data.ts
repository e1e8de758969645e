import "server-only";

// Shorter decoded texts appear by chance in identifiers.
const minDecodedChars = 9;
const minPrintableShare = 0.95;

/** Whether a value that an address carries to a server is data rather than a name: text in disguise, or a sentence. */
export function isSmuggledData(value: string, maxWords: number): boolean {
  return (
    value.split(/[\s+_]+/).filter((word) => /\p{L}/u.test(word)).length >= maxWords ||
    /[^\s@]{1,64}@[\w-]+\.[a-z]{2,}/i.test(value) ||
    /\b(?:sk|pk|ghp|gho|xox[abp]|AKIA|AIza)[-_]?[A-Za-z0-9_-]{8,}/.test(value) ||
    isEncodedText(value)
  );
}

function isEncodedText(value: string): boolean {
  const hex = /^(?:[0-9a-f]{2}){9,}$/i.test(value);
  if (hex) return isText(Buffer.from(value, "hex"));
  if (!/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(value)) return false;
  const bytes = Buffer.from(value, "base64");
  // A word is base64 of noise as well; only what decodes to text and doesn't read as words itself counts.
  return isText(bytes);
}

function isText(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  const printable = text.replace(/[^\p{L}\p{N}\p{P}\p{S}\s]|\ufffd/gu, "").length;
  return text.length >= minDecodedChars && printable / text.length >= minPrintableShare;
}
