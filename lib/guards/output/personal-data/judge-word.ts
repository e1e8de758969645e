import "server-only";
import { publicAddresses } from "@/lib/config/public-addresses";
import { isDni } from "../../check-digits";

/** A part of a word that is somebody's, with offsets into the word. */
export type WordFinding = { readonly reason: string; readonly start: number; readonly end: number };

const email =
  /[\p{L}\p{N}_][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}]{2,24}/gu;
// Addresses of an office, and the ones that documentation uses.
const office =
  /^(?:abuse|admin|billing|careers?|contact|dpo|enquiries|feedback|git|hello|help|hostmaster|info|inquiries|jobs|legal|licensing|mail|marketing|media|no-?reply|office|orders|postmaster|press|privacy|sales|security|service|support|team|webmaster)@/i;
const placeholder =
  /^(?:(?:your|my|some|any)[\w.+-]*|user(?:name)?\d?|name|me|you|email|mail|test\d*|foo|bar|baz|john|jane|john\.?doe|jane\.?doe|jdoe|alice|bob|someone|somebody|person|customer|client|first\.?last|admin)@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|example|test|invalid|localhost|domain\.com|company\.com|email\.com|yourdomain\.com)$/i;

/** Behind a name and a hyphen they are a version: "nginx-1.25.3.1.tar.gz". */
const ipv4 =
  /(?<![\w.]|[a-z]-)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)/gi;
const ipv6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:.]*[\w:])/gi;
// Loopback, private, link-local, shared, documentation, benchmark, multicast and reserved: nobody's in particular.
const special =
  /^(?:0|10|127|2[2-4]\d|25[0-5])\.|^(?:169\.254|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|172\.(?:1[6-9]|2\d|3[01])|198\.1[89]|192\.0\.[02]|198\.51\.100|203\.0\.113)\./;
/** Words that say that four numbers with full stops are a version of something. */
const versionReach = 20;
const versionName =
  /(?:version|release|build|firmware|driver|revision|runtime|framework|chapter|section|\.net|\bsdk|\bjdk|\bver|\brev|\bv)[\s.:=(]{0,3}$/i;

const dni = /^(?:[XYZ]\d{7}|\d{8})-?[A-Z]$/;
/** In which a national number may stand, with other things on both sides. */
const nationalWord = /(?<![A-Za-z0-9.-])[A-Za-z0-9-]{9,16}(?![A-Za-z0-9-])/g;
const fiscalCode = /^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/i;
const insurance = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

/** Finds e-mail and IP addresses and national numbers with letters in one word. */
export function judgeWord(word: string, before: string): WordFinding[] {
  return [...findEmails(word), ...findIpAddresses(word, before), ...findNationals(word)];
}

/** In what is an address there are too many codes that one letter would make a national number. */
function findNationals(word: string): WordFinding[] {
  if (word.length < 9 || word.includes("://")) return [];
  return [...word.matchAll(nationalWord)].flatMap(({ 0: part, index }) => {
    const reason = judgeNationalWord(part);
    return reason === null ? [] : [{ reason, start: index, end: index + part.length }];
  });
}

function findEmails(word: string): WordFinding[] {
  if (!word.includes("@")) return [];
  return [...word.matchAll(email)]
    .filter(({ 0: address, index }) => {
      const isCredential = /:\/\/[^/]*$/.test(word.slice(0, index));
      return !isCredential && isPersonalEmail(address);
    })
    .map(({ 0: address, index }) => ({ reason: "email", start: index, end: index + address.length }));
}

/** Whether an address is a person's, and none of an office or of documentation. */
export function isPersonalEmail(address: string): boolean {
  return !office.test(address) && !placeholder.test(address) && !/@(?:[\w-]+\.)?noreply\./.test(address);
}

function findIpAddresses(word: string, before: string): WordFinding[] {
  const four = word.includes(".")
    ? [...word.matchAll(ipv4)].filter(
        ({ 0: ip, index }) =>
          isPersonalIp(ip) && !versionName.test((before + word.slice(0, index)).slice(-versionReach)),
      )
    : [];
  const six = word.includes(":") ? [...word.matchAll(ipv6)].filter(({ 0: ip }) => isPersonalIpv6(ip)) : [];
  return [...four, ...six].map(({ 0: ip, index }) => ({
    reason: "ip-address",
    start: index,
    end: index + ip.length,
  }));
}

function isPersonalIp(address: string): boolean {
  return !special.test(address) && !publicAddresses.has(address);
}

function isPersonalIpv6(address: string): boolean {
  const isShort = address.includes("::");
  const groups = address.split(":").filter((group) => group !== "");
  if (
    isShort ? groups.length < 3 || groups.length > 7 || address.split("::").length > 2 : groups.length !== 8
  )
    return false;
  if (!groups.some((group) => /\d/.test(group))) return false;
  return (
    !/^(?:fe[89ab]|f[cd]|ff|2001:0?db8|::)/i.test(address) && !publicAddresses.has(address.toLowerCase())
  );
}

function judgeNationalWord(word: string): string | null {
  if (dni.test(word) && isDni(word)) return "es-dni";
  if (fiscalCode.test(word) && isFiscalCodeValid(word.toUpperCase())) return "it-fiscal-code";
  return insurance.test(word) ? "uk-nino" : null;
}

/** Italy: odd places count by a table, even places by their value; the sum modulo 26 is the last letter. */
function isFiscalCodeValid(word: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const code = word.charCodeAt(index);
    const value = code >= 65 ? code - 65 : code - 48;
    sum += index % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === word.at(-1);
}
