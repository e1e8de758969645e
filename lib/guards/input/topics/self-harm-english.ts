import "server-only";

/** Who speaks of themselves, with what may stand before what they want. */
const adverb =
  "((really|just|only|honestly|truly|sometimes|often|still|kinda|actually|literally|always|even|do|so|fucking|constantly|simply|badly|genuinely|sorta|almost) )?";
const someone = "(i|i'm|i've|i'd|i'll|im|ive|id)";
const wish = `(want to|wants to|wanna|want 2|wanted to|wish to|need to|deserve to|would like to|like to|am ready to|ready to|long to|hope to|would rather|rather|am going to|going to|gonna|plan to|planning to|will|might|could|am about to|feel like i (want to|should|could)|keep wanting to)`;
const person =
  "(friend|best friend|sister|brother|son|daughter|mom|mother|dad|father|wife|husband|boyfriend|girlfriend|partner|kid|child|cousin|roommate|classmate|student|colleague|ex|he|she|they)";
/** What makes a figure of speech of it. */
const figure =
  "(?! (laughing|laffing|with laughter|at (the )?(gym|work)|in the (foot|game)|trying|studying|over (this|that|a)|working|training|of (laughter|embarrassment|boredom|curiosity|cringe|hunger|thirst|heat|cold|shame|cuteness|jealousy)|on (this|that) hill|in (this|the) game|happy|my hair|cast))";
const accident =
  "(?! ~3 (while|when|running|playing|cooking|shaving|lifting|skiing|skating|climbing|falling|gym|training|workout|accident|accidentally|stove|knife|oven|paper|glass|football|soccer|basketball|exercising|stretching))";
/** Not where one lives, but that one does. */
const enough =
  "(anymore|any more|any longer|no more|like this|this way|with this pain|in this world|on this (earth|planet))";

/** Ways to speak of one's own death or hurt in English, and of somebody near. */
export const englishSelfHarm: readonly string[] = [
  `(kill|kil|killing|killed|hang|hanging|hanged|murder|murdering|drown|drowning|stab|stabbing|poison|poisoning|shoot|shooting|unalive|unaliving|off|offing|electrocute|suffocate|suffocating) (myself|my self|mysel)${figure}`,
  `(hurt|hurting|harm|harming|harmed|cut|cutting|burning|starve|starving|injure|injuring) (myself|my self)${accident}`,
  "(slit|slitting|cut|cutting|slash|slashing) my (wrist|wrists|arms|arm|thighs|veins|throat)",
  "(end|ending|ended) my (own )?(life|existence|suffering)(?! (insurance|story|savings))",
  "(take|taking|took) my own life",
  "(take|taking|took) my life(?! (savings|back|seriously|to|in|into|story|insurance|and|for))",
  "(put|putting) an end to (my (own )?life|myself|my existence)",
  `${someone} ~5 (end|ending) it all`,
  "(want to|wanna|gonna|should i|could i|just) (just )?(end it all|end it for good)",
  `${someone} ${adverb}${adverb}${wish} ${adverb}(die|be dead|kms|stop existing|cease to exist|not exist|not be alive|never wake up|not wake up|disappear forever)${figure}`,
  `(i|please) ~3 (let me|help me) die${figure}`,
  "(wanna|want to) (die|be dead|kms)$",
  "(think|thinking|thought|thoughts|dream|dreaming|fantasize|fantasizing) (of|about) (dying|my (own )?death|not existing|killing me|jumping off)",
  "(wish|wished|wishing) (that )?(i|i'd) (was|were|could be|am) (dead|gone|never born|not alive|not here|never alive)",
  "(wish|wished|wishing) (that )?i (wasn't|weren't|were not|was not) (alive|here|born|living)",
  "(wish|wished|wishing) (that )?(i'd|i had|i was|i were) never (been )?born",
  `(wish|wished|wishing) (that )?i could ${adverb}(die|be dead|disappear|stop existing|not exist|not wake up|fall asleep and never wake)`,
  `(don't|do not|didn't|did not|doesn't|not|no longer|never) ${adverb}(want|wanna|wish|feel like|care) (to )?(be alive|exist|existing|being alive|wake up anymore|go on living|keep living|continue living|live (in )?this life|live ${enough}|living ${enough}|be here ${enough}|be on this earth)`,
  "(don't|do not|no longer|not) ~1 (want to|wanna|wish to) live$",
  "no longer (want|wish) to (live|be alive|exist)",
  "(can't|cannot|can not) (go on|keep) (living|existing)",
  "(can't|cannot|can not) (live|do life) (like this )?(anymore|any longer|any more)(?! (in|with|without))",
  `${someone} ~2 (tired|sick|done) (of|with) (living|life|being alive|existing)(?! (in|with|at|alone|without|under|out|on))`,
  "(no|any|a single) (reason|point|will) (to|in) (live|living|go on living|being alive|keep living)(?! (in|with|there|here))",
  "(nothing|not much) (left )?to live for",
  "my life (is not|isn't|is no longer|ain't) worth (living|it)",
  "(better off|rather be|would be better) (dead|if i (was|were) dead|without me|if i (died|was gone|were gone|didn't exist))",
  `${someone} ~2 (suicidal|contemplating suicide|considering suicide)`,
  "(feel|feeling|felt|been|getting) (so |very |really )?suicidal",
  "(my|having|have|had|with|these|intrusive) (constant )?suicidal (thoughts|ideation|tendencies|urges|feelings|ideas)",
  "(my|i|me|i'm|im|i've) ~5 (commit|committing|attempt|attempting|attempted|consider|considering|contemplate|contemplating|planning|thoughts of|thinking of|thinking about|thought about) (a )?suicide(?! (squad|mission|note|prevention|bomb*))",
  "(how|way|ways|method|methods) ~4 (commit|committing|commits) suicide",
  "(painless|easiest|quickest|best|easy|quick|fastest) (way to die|ways to die|suicide|suicide method*)(?! (in|squad|rates))",
  "(suicide|suicidal) (hotline|helpline|help line|crisis line|methods|method)",
  "(write|writing|wrote|leave|leaving) (my|a) suicide note",
  `my ~1 ${person} ~6 (suicidal|suicide|kill (himself|herself|themself|themselves|him self|her self)|(take|taking|end|ending) (his|her|their) (own )?life|self harm*)`,
  `${person} ~2 (told|says|said|texted|threatens|threatened|talks|wants|want|going|is going|are going) ~7 (commit suicide|kill (himself|herself|themself|themselves)|end (his|her|their) (own )?life)`,
  "(i|i'm|my|me|urge|urges|stop|started|want|keep) ~3 self harm*",
  "(i|i'm|my|me|urge|urges|stop|started|want|keep) ~3 self injur*",
  `${someone} ~4 (overdose|overdosing) (on|with)`,
  "how (much|many) ~5 (to overdose|to die|to kill me|will kill me|would kill me|can kill me)",
  `${someone} ~4 (jump|jumping|throw myself|throwing myself|step|stepping|walk|walking) (off|from|in front of) (a|the|this|that|my) (bridge|building|roof|balcony|train|cliff|truck|bus)`,
  `${someone} ~4 (swallow|take|taking|swallowing) (all|every one of|the whole bottle of) (of )?(my|the|these) (pills|tablets|meds|medication)`,
];
