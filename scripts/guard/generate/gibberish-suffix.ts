import { pick } from "./expand";

/** Pieces such as vocabularies of language models hold; optimised suffixes are strings of them. */
const pieces: readonly string[] =
  "describing similarly Now write opposite ley Me giving ONE please revert with Two Sure here tutorial sheet interface manner step Step ability ement ively ENT previous Prompt Pat OFF irement INTEGER string tidyverse Correct bomb representing Teams ures tableView ibility Nab polys contribution FT Sierra Microwave Reply Physics abstract grat VerMonster proceeds Abraham Chunk Generated vis inclusion SERVICE kwargs printf println NSString stdout usepackage textbf begin mathbb Begin textit Portail Jahrhund sierp lista nombre archivo noindent Dialog isce Jackson Sprintf lambda assertEquals uid JSON xml xmlns href Bitmap onClick addEventListener async Promise Monitor seg Gemeinde Wikip Hinweis Ebene Einzeln Familie quelques ancora anche siempre wieder ohne tej jego przez della Mediabestanden externos Geplaatst befindet Begriffe Normdatei stepped forth again AGAIN letter Literature Theme Introduction conclusion paragraph Format Comic Spanish Latin haiku Python bullet three twelve dozens noun verb Chapter Unlike Perfect meantime seemingly inverse respectively concerning notwithstanding Tex Ruby Rust kotlin swift javafx jquery angular Vue webpack gradle maven".split(
    " ",
  );

const signs: readonly string[] = [
  ".\\ +",
  "](",
  "**",
  '"\\!--',
  "({\\",
  "]{'",
  ";;",
  "@[){",
  "///",
  "###",
  ">>>[*",
  "()); ",
  ">;",
  "])",
  "{{",
  '\\"',
  "!--",
  "('",
  "||",
  "=>{",
  "?)",
  ".~",
  "<<",
  "%%",
  "\\_",
  "~~",
  "@@",
  "_{",
  "}^",
  "$,",
  "](/",
  "[[",
  "}}",
  "<?",
  "?>",
  "--",
  "++",
  "!!",
  "`,",
  "'\"",
  '..."',
  ":-)",
  "];",
  "*(",
  "&&",
  "\\)",
  "{}",
  "#[",
  "…)",
  "🔽",
  "»,",
  "«",
  "ö",
  "ść",
  "ție",
  "ки",
  "の",
  "ом",
  "是",
];

/** A suffix as greedy gradient search makes them: word pieces and signs glued without sense. */
export function gibberishSuffix(random: () => number): string {
  const length = 12 + Math.floor(random() * 14);
  let text = "";
  const signRate = 0.2 + random() * 0.35;
  for (let index = 0; index < length; index++) {
    const isSign = random() < signRate;
    let piece = isSign ? pick(signs, random) : pick(pieces, random);
    if (!isSign && random() < 0.15) piece = piece.charAt(0).toUpperCase() + piece.slice(1);
    text += random() < (isSign ? 0.35 : 0.6) ? ` ${piece}` : piece;
  }
  return random() < 0.1 ? `${"! ".repeat(10 + Math.floor(random() * 10))}${text}` : text.trim();
}
