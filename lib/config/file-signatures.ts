import "server-only";

export type FileSignature = {
  readonly is: "other-image" | "document";
  /** Bytes before it. */
  readonly offset: number;
  /** Hexadecimal digits. */
  readonly bytes: string;
};

/** How files begin that are refused with a word about what they are; images that models take are none of them. */
export const refusedSignatures: readonly FileSignature[] = [
  // GIF and BMP.
  { is: "other-image", offset: 0, bytes: "47494638" },
  { is: "other-image", offset: 0, bytes: "424d" },
  // TIFF, in both orders of its bytes.
  { is: "other-image", offset: 0, bytes: "49492a00" },
  { is: "other-image", offset: 0, bytes: "4d4d002a" },
  // HEIC and AVIF, behind the length of their first box: "ftyp" with "heic", "heix", "mif1", "avif".
  { is: "other-image", offset: 4, bytes: "6674797068656963" },
  { is: "other-image", offset: 4, bytes: "6674797068656978" },
  { is: "other-image", offset: 4, bytes: "667479706d696631" },
  { is: "other-image", offset: 4, bytes: "6674797061766966" },
  // ZIP: what office programs write.
  { is: "document", offset: 0, bytes: "504b0304" },
  { is: "document", offset: 0, bytes: "d0cf11e0" },
];
