import "server-only";

/** Words that say nothing about what a question is about; a search leaves them out. Lower case, without apostrophes. */
export const ignoredWords: ReadonlySet<string> = new Set(
  `a an the and or but if then else so than too very just also only even still again already now
   i im ive id ill me my mine myself you your yours u we our ours us they them their he she it its this that these those
   one ones some any all each every other others another both either neither such same own
   is are was were be been being am isnt arent wasnt do does did doing done dont doesnt didnt
   have has had having havent hasnt can cant cannot could couldnt will wont would wouldnt should shouldnt shall may might must
   to of in on at by for with from about as into onto over under out off up there here between
   what whats which who whom whose when where why how hows
   please pls plz thanks thank hey hi hello ok okay well yeah yes no not
   tell explain describe show give know understand want wanna need like kinda basically actually really maybe
   thing things stuff something anything everything someone anyone somebody anybody people person user users
   way ways lot much many more most
   parapet`.split(/\s+/),
);
