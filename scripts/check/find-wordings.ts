import { type Node, visitNodes } from "./visit-nodes";

/** Attributes that people read or hear, of elements and of the project's own components. */
const spokenAttributes: ReadonlySet<string> = new Set([
  ...["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder"],
  ...["title", "placeholder", "alt", "label", "text", "description", "heading", "caption", "hint"],
  ...["none", "done"],
]);

/**
 * Where a page says something in words of its own: text between tags, attributes that people read or hear, titles of
 * pages, and anything else that reads like a sentence. @returns offsets into the file
 */
export function findWordings(program: unknown): number[] {
  const found = new Set<number>();
  const add = (value: unknown) => {
    for (const { node, text } of textsOf(value)) if (isLanguage(text)) found.add(startOf(node, text));
  };
  visitNodes(program, (node) => {
    switch (node.type) {
      case "JSXElement":
      case "JSXFragment":
        return add(node.children);
      case "JSXAttribute":
        return spokenAttributes.has(nameOf(node.name)) ? add(node.value) : undefined;
      case "VariableDeclarator":
        return nameOf(node.id) === "metadata" ? add(node.init) : undefined;
      case "NewExpression":
      case "CallExpression":
        return !isFault(node.callee as Node);
      case "Literal":
      case "TemplateLiteral":
        for (const { text } of textsOf(node)) if (isSentence(text)) found.add(Number(node.start));
        return undefined;
      default:
        return undefined;
    }
  });
  return [...found];
}

type Text = { readonly node: Node; readonly text: string };

/** The texts that may come of an expression; what is computed by a call is of another place. */
function textsOf(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  const node = value as Node | null | undefined;
  switch (node?.type) {
    case "JSXText":
      return [{ node, text: String(node.value) }];
    case "Literal":
      return typeof node.value === "string" ? [{ node, text: node.value }] : [];
    case "TemplateLiteral":
      return [{ node, text: (node.quasis as Node[]).map(cookedOf).join("") }];
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return textsOf(node.expression);
    case "ConditionalExpression":
      return textsOf([node.consequent, node.alternate]);
    case "LogicalExpression":
      return textsOf([node.left, node.right]);
    case "BinaryExpression":
      return node.operator === "+" ? textsOf([node.left, node.right]) : [];
    case "ArrayExpression":
      return textsOf(node.elements);
    case "ObjectExpression":
      return textsOf(node.properties);
    case "Property":
      return textsOf(node.value);
    default:
      return [];
  }
}

/** Signs, numbers and the place that Next fills in a title are not language. */
function isLanguage(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll("%s", ""));
}

/** A capital, and then words: what a class list, a key or an address is not. */
function isSentence(text: string): boolean {
  return /^\p{Lu}[\p{L}’']*,? \p{Ll}+(?![\p{L}\p{N}_(/=])/u.test(text.trim());
}

/** What an Error says is for the log. */
function isFault(callee: Node): boolean {
  return callee.type === "Super" || callee.name === "Error";
}

function cookedOf(quasi: Node): string {
  return String((quasi.value as Node).cooked ?? "");
}

/** Text between tags begins with the line break before it. */
function startOf(node: Node, text: string): number {
  return Number(node.start) + (node.type === "JSXText" ? text.length - text.trimStart().length : 0);
}

function nameOf(name: unknown): string {
  return String((name as Node | null)?.name);
}
