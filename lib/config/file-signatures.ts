import "server-only";

/** How files begin that are refused with a word about what they are. Bytes as hexadecimal digits. */
export const refusedSignatures: readonly { readonly is: "image" | "document"; readonly starts: string }[] = [
  { is: "image", starts: "89504e47" },
  { is: "image", starts: "ffd8ff" },
  { is: "image", starts: "47494638" },
  // RIFF: WebP, and other media as well.
  { is: "image", starts: "52494646" },
  { is: "image", starts: "424d" },
  // ZIP: what office programs write.
  { is: "document", starts: "504b0304" },
  { is: "document", starts: "d0cf11e0" },
];
