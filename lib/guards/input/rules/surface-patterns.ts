import "server-only";

type SurfacePattern = {
  readonly reason: string;
  /** Matched against folded, so lower-case, text; each is linear: no nested or overlapping repetition. */
  readonly pattern: RegExp;
  /** Characters of which every match holds one: texts that have none are not searched. */
  readonly signs?: string;
  /** How sure a match alone makes, from 0 to 1; 0 is only a feature for the classifier. */
  readonly weight: number;
};

/** What attacks look like rather than say: forged markup, split payloads, shell commands, exfiltration. */
export const surfacePatterns: readonly SurfacePattern[] = [
  {
    reason: "forge-markup",
    pattern:
      /<\|[a-z_]{3,20}\|>|\[\/?(?:inst|sys)\]|<<\/?sys>>|<\/?(?:s|start_of_turn|end_of_turn)>(?=\s*\[|\s*\w+\n)/g,
    signs: "<[",
    weight: 0.6,
  },
  {
    reason: "forge-markup",
    pattern:
      /<\/?\s?(?:system|instructions?|information|admin|user_input|user|prompt|context|sys|assistant|human|developer)(?:[\s_-][a-z]{1,12})?\s?\/?>/g,
    signs: "<",
    weight: 0.25,
  },
  {
    reason: "forge-markup",
    pattern:
      /(?:^|\n)[ \t]{0,4}(?:#{1,4}|\*\*|\[|\()?[ \t]{0,2}(?:system|developer|admin|root)(?: (?:prompt|message|instructions?|note|override|update|alert|notice))?[ \t]{0,2}(?:\]|\)|\*\*)?[ \t]{0,2}[:>]/g,
    weight: 0.3,
  },
  {
    reason: "forge-markup",
    pattern: /#{2,4} ?(?:system|instructions?|assistant|human|response|new)\b/g,
    signs: "#",
    weight: 0.1,
  },
  {
    reason: "forge-markup",
    pattern:
      /(?:[-=%#*_~]{3,}|\[|<|\{) ?(?:\/|end|begin|start)(?: of)? (?:the )?(?:[a-z]{2,14} ){0,2}(?:input|prompt|instructions?|context|ambiguity|document|text|code|session|conversation|message|rules)/g,
    weight: 0.5,
  },
  { reason: "forge-markup", pattern: /["']role["'] ?: ?["'](?:system|developer)["']/g, weight: 0.2 },
  {
    reason: "forge-markup",
    pattern:
      /\[(?:system|admin|developer|override|debug|important|internal|hidden|instruction)[^\]\n]{0,160}\]/g,
    signs: "[",
    weight: 0.2,
  },
  {
    reason: "forge-markup",
    pattern: /<!--[^>]{0,200}(?:ignore|instruction|assistant|ai |prompt|system)/g,
    signs: "<",
    weight: 0.5,
  },
  {
    reason: "force-answer",
    pattern: /denwp|p[^a-z0-9]{0,6}w[^a-z0-9]{0,6}w?[^a-z0-9]{0,6}n[^a-z0-9]{0,6}[e3]?[^a-z0-9]{0,6}d/g,
    weight: 0.5,
  },
  {
    reason: "force-answer",
    pattern: /i[\W_]{0,3}(?:h[a4]?v[e3]?|'?ve?)?[\W_]{0,3}b[e3]{1,2}n[^a-z0-9\n]{0,8}p[^a-z0-9\n]{0,4}w/g,
    weight: 0.93,
  },
  { reason: "force-answer", pattern: /access[\s_-]?granted/g, weight: 0.2 },
  {
    reason: "force-answer",
    pattern:
      /(?:start|begin|prefix|starts|beginning|starting)(?: \w+){0,4} with[^a-z\n]{1,4}(?:sure|absolutely|of course|certainly|yes|access|ok)/g,
    weight: 0.5,
  },
  {
    reason: "force-answer",
    pattern:
      /(?:start|begin|complet|continu|finish|open)\w{0,5}\b[^"'\n]{0,60}["'](?:once upon a time, )?(?:the |my |this |these |your |our |all )?(?:(?:system|security|prompt|chatbot|ai|following|above|previous|original|safety|hidden|secret|initial)[\w']* )?(?:prompt|instructions?|template|guidelines?|rules?|system|chatbot|protocols?|restrictions|polic(?:y|ies)|directives?|password|passcode|security)\b/g,
    weight: 0.4,
  },
  {
    reason: "strewn-letters",
    pattern: /(?=(?:\\{1,4}[^\\]\n?){0,9}\\[^\\nrt0\s"'])(?:\\{1,4}[^\\]\n?){10,}/gu,
    signs: "\\",
    weight: 0.93,
  },
  {
    reason: "split-payload",
    pattern: /\b[a-z]\w? ?= ?["'][^"'\n]{1,80}["'][\s\S]{1,300}\b[a-z]\w? ?\+ ?[a-z]\w?\b/g,
    signs: "+",
    weight: 0.2,
  },
  {
    reason: "split-payload",
    pattern:
      /(?:concatenate|combine|join|put together|merge) (?:\w+ ){0,4}(?:strings|parts|letters|pieces|variables|words|a ?\+ ?b)/g,
    weight: 0.1,
  },
  {
    reason: "run-commands",
    pattern:
      /\b(?:whoami|rm -rf|\/etc\/(?:passwd|shadow)|os\.(?:system|popen|exec|spawn)|__import__|child_process|nc -e|:\(\)\{|xp_cmdshell|base64 -d|curl [^|\n]{4,80}\| ?(?:ba)?sh|wget https?:|runtime\.getruntime|fork\(\)|mkfs|shutdown -|id_rsa|chmod 777|cmd\.exe|powershell -)/g,
    weight: 0.3,
  },
  {
    reason: "run-commands",
    pattern:
      /\b(?:(?:ba|z|k|da)?sh -[a-z]{1,3} ?['"`]|(?:python3?|node|perl|ruby|php|lua|osascript|powershell) -[a-z]{1,4} |pickle\.loads|string\.fromcharcode|(?:eval|exec)\((?:atob|compile|base64|string|''|""))/g,
    weight: 0.2,
  },
  {
    reason: "run-commands",
    pattern:
      /\b(?:send_?(?:email|mail|message)|execute_?(?:sql|command|code)|get_?\w{0,12}(?:credentials|passwords?|secrets?)|delete_?(?:all|users?|files?)\w{0,12}|transfer_?(?:funds|money)|read_?file|search_?database|run_?(?:shell|command))\(/g,
    weight: 0.2,
  },
  {
    reason: "run-commands",
    pattern:
      /^\W{0,4}(?:please )?(?:run|execute|eval|exec|bypass|circumvent|evade|avoid|skip|work around|get around|launch|trigger|call)\b[^.\n]{0,30}[:`(]/g,
    weight: 0.15,
  },
  {
    reason: "run-commands",
    pattern:
      /['"] ?or ['"]?1['"]? ?= ?['"]?1|union (?:all )?select|drop table|<script|javascript:|onerror ?=|select \* from users|\$\(\w|\{\{[^}\n]{0,40}(?:config|class|import|\d ?\* ?\d)/g,
    weight: 0.2,
  },
  {
    reason: "decode-and-follow",
    pattern:
      /(?:decode|decrypt|decipher|base64|rot13|hex|morse|translate from)\b[^.\n]{0,60}(?:follow|execute|obey|run|do what|comply|carry out|respond to|perform)/g,
    weight: 0.5,
  },
  {
    reason: "change-role",
    pattern:
      /\bdan\b|do anything now|developer mode|stay in dan|\bjailbr(?:eak|oken)|\bdude\b.{0,40}\bmode|\b(?:aim|stan|evilbot|antigpt|betterdan|machiavelli\w*|niccolo)\b/g,
    weight: 0.15,
  },
  {
    reason: "change-role",
    pattern:
      /(?:you are|you're|act as|become|pretend to be|as) (?:now )?(?:an? |the )?(?:\w+ ){0,3}(?:unrestricted|uncensored|unfiltered|amoral|unethical|evil|jailbroken|rogue|rebellious|unhinged|hacked|liberated|limitless)/g,
    weight: 0.6,
  },
  {
    reason: "ask-for-secrets",
    pattern:
      /you are \w{3,20}, an? [^.\n]{0,60}(?:bot|assistant|advisor|expert|ai)\b[^.\n]{0,40}\.\s*(?:please |now )?(?:give|tell|share|provide|reveal|disclose|i (?:need|require|want))\b/g,
    weight: 0.3,
  },
  {
    reason: "exfiltrate",
    pattern:
      /!\[[^\]\n]{0,80}\]\(https?:[^)\n]{0,200}(?:[?&=][^)\n]{0,80}(?:\{|\[|\$|data|secret|conversation|history|summary))/g,
    signs: "!",
    weight: 0.6,
  },
  {
    reason: "exfiltrate",
    pattern:
      /(?:send|forward|email|post|exfiltrate|upload|transmit|leak) (?:\w+ ){0,6}(?:to|at) (?:\w+ ){0,3}(?:https?:|\w+@|attacker|evil|external)/g,
    weight: 0.3,
  },
  {
    reason: "address-the-model",
    pattern:
      /(?:dear|hey|hello|hi|attention|note to|notice to|message to|to the|to any|if you are an?|if you're an?|important for|as an?) (?:the |all |any |an? )?(?:ai(?! language model)|llms?|large language model|language model|assistants?|chatbot|gpt|model|bot)\b/g,
    weight: 0.1,
  },
  {
    reason: "suppress-refusal",
    pattern:
      /\[(?:prompt|insert[^\]\n]{0,20}|your (?:prompt|question|request)[^\]\n]{0,20}|input)\]|\$\{?prompt\}?|\{user_?(?:input|prompt)\}/g,
    signs: "[{$",
    weight: 0,
  },
  {
    reason: "suppress-refusal",
    pattern:
      /(?:my (?:late |dead |deceased )?grand(?:ma|mother|pa|father))[^.\n]{0,80}(?:used to|would|always)/g,
    weight: 0.15,
  },
  {
    reason: "override-instructions",
    pattern:
      /(?:^|[\n.!"'\])}>*#=-])\s{0,3}(?:new|updated|real|actual|important|revised|additional) (?:system )?(?:instructions?|task|directive|rules?|prompt|objective)s?\s?[:!.]/g,
    weight: 0.4,
  },
  {
    reason: "extract-instructions",
    pattern:
      /(?:begin|start)(?:s|ing)? with ["'“]?you are|(?:text|words|everything|all)(?: \w+){0,2} (?:above|before)(?: this)?(?: line| point| message| sentence)?|from the (?:very )?(?:beginning|top|start) of (?:this|the|our) (?:conversation|chat|prompt|context|session)/g,
    weight: 0.2,
  },
  {
    reason: "suppress-refusal",
    pattern:
      /(?:in|of) two (?:different |separate )?(?:ways|responses|answers|paragraphs)|(?:two|2) (?:responses|answers)\b|\bclassic\b.{0,30}\bjailbr|(?:gpt|dan|ai)\]? ?:\s?\[/g,
    weight: 0.1,
  },
  {
    reason: "suppress-refusal",
    pattern: /\b(?:tokens|lives)\b[^.\n]{0,100}\b(?:lose|deduct|die|subtract|refus)/g,
    weight: 0.4,
  },
];
