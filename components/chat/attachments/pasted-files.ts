/** Files of a paste that is nothing but files: office programs add a picture to every text. */
export function pastedFiles(data: Pick<DataTransfer, "files" | "types">): readonly File[] {
  return data.types.includes("text/plain") ? [] : [...data.files];
}
