import { hostsOf, judgeText } from "./judge-text";
import { readRows } from "./read-rows";

const share = (flags: readonly boolean[]) => ({
  rows: flags.length,
  share: flags.filter(Boolean).length / flags.length,
});

/**
 * Exfiltration counts as stopped when no address of the text is left in it; benign Markdown as whole when not a byte
 * has changed, once with the hosts it names allowed and once with the default hosts alone.
 */
export function benchMarkup(folder: string): object {
  const exfiltration = readRows(folder, "markdown_exfil").map(({ text }) => {
    const { emitted } = judgeText([text]);
    return hostsOf(text).every((host) => host === "example.com" || !emitted.includes(host));
  });
  const benign = readRows(folder, "benign_markdown");
  const isWhole = (text: string, allowHosts: readonly string[]) =>
    judgeText([text], { allowHosts }).emitted === text;
  return {
    exfiltrationStopped: share(exfiltration),
    benignWholeHostsAllowed: share(benign.map(({ text }) => isWhole(text, hostsOf(text)))),
    benignWholeDefaultHosts: share(benign.map(({ text }) => isWhole(text, []))),
    scriptPayloadsChanged: share(readRows(folder, "xss_payloads").map(({ text }) => !isWhole(text, []))),
  };
}
