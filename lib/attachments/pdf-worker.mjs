/**
 * Reads the text of a PDF, in a thread of its own and in plain JavaScript, because it is loaded as it stands. Hostile
 * input: it may take any time and memory, so read-pdf.ts watches and ends it. It gets `{ content, maxPages,
 * maxTextLength }` and answers `{ text, pages, isCut }` or `{ failure }`.
 */
import { parentPort, workerData } from "node:worker_threads";
import { getDocument } from "unpdf/pdfjs";

const PAGE_SEPARATOR = "\f";
const SILENT = 0;
/** Names of the parser's errors that a person can do something about. */
const failures = { PasswordException: "encrypted" };

async function read({ content, maxPages, maxTextLength }) {
  const loading = getDocument({
    data: content,
    verbosity: SILENT,
    // Nothing of the file is run, drawn or fetched.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const pdf = await loading.promise;
  if (pdf.numPages > maxPages) return { failure: "too_many_pages" };
  const texts = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages && length <= maxTextLength; number++) {
    const page = await pdf.getPage(number);
    const text = await readPage(page, maxTextLength - length);
    page.cleanup();
    texts.push(text);
    length += text.length + PAGE_SEPARATOR.length;
  }
  const text = texts.join(PAGE_SEPARATOR);
  return { text: text.slice(0, maxTextLength), pages: pdf.numPages, isCut: length > maxTextLength };
}

/** The text of a page by lines, read piece by piece, so that a page of any length ends when there is enough of it. */
async function readPage(page, maxLength) {
  const reader = page.streamTextContent().getReader();
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const { str, hasEOL } of next.value.items) {
      if (str !== undefined) text += hasEOL ? `${str}\n` : str;
    }
    if (text.length > maxLength) {
      // Not awaited: the page may never say that it has ended.
      void reader.cancel(new Error("enough"));
      break;
    }
  }
  return text;
}

read(workerData).then(
  (result) => parentPort.postMessage(result),
  (error) => parentPort.postMessage({ failure: failures[error?.name] ?? "broken" }),
);
