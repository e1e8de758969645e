import "server-only";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that say nothing about what a question is about. Lower case, without apostrophes. */
export const ignoredWords = words(`
  a an the and or but if then else so than too very just also only even still again already now ever never
  i im ive id ill me my mine myself you your yours u we our ours us they them their theirs he she it its this that
  these those one ones some any all each every other others both either neither such same own
  is are was were be been being am isnt arent wasnt do does did doing done dont doesnt didnt
  have has had having havent hasnt can cant cannot could couldnt will wont would wouldnt should shouldnt shall may might must
  to of in on at by for from with about as into onto over under out off up there here between without
  what whats which who whos whom whose when where wheres why how hows
  please pls plz thanks thank hey hi hello ok okay well yeah yes no not
  tell explain describe show give know understand want wanna like kinda basically actually really maybe
  thing things stuff something anything everything anybody everyone  
  way ways lot lots much many more most bit bot app tool product system`);

/** Words that say little: they help to choose between passages, and hardly count against one that lacks them. */
export const weakWords = words(`
  parapet user users person people someone somebody anyone need needs make makes making get gets getting got go goes going put puts set sets use uses used using add adds added
  change changes changing try tries tried trying open opens opened call calls called calling see sees saw look looks
  find finds found work works working happen happens happened run runs running read reads keep keeps say says said mean
  means take takes come comes came let lets switch pick choose have different possible able allowed good bad best better
  new old first last time times long high low big small two three several second always while during after before
  exactly already yet currently default handle handled support supported supports`);
