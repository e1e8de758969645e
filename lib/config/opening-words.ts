import "server-only";

/**
 * Words so common that they are nobody's name, address or secret, by language. Where an answer begins with one, it is
 * shown before it is known what follows, so a first word waits for nothing. Leave out given names ("will", "mark"),
 * words that an address may begin with as its scheme ("about", "data"), and the letter A, with which many keys begin.
 */
export const openingWords: Readonly<Record<string, string>> = {
  english: `
    able above absolutely according across actually add adding additionally after again against all almost along
    already also alternatively although always am among an and another answer any anyone anything apart applies apply
    are aren around as ask asking assuming at available back based basically be because become been before begin being
    below best better between both briefly build building but by call can cannot careful case certain certainly change
    changes check checking choose click clearly come comes common compared complete consider could couldn create
    creating currently day days decide define depending depends describe did didn different difficult do does doesn
    doing don done down due during each early easy edit either else end enough enter especially even eventually ever
    every everyone everything exactly example examples except excellent explain fair far few finally find first five
    follow following for four from further generally get getting give given go going good got great group had hand
    hands happens happy hard has hasn have having he hello help here hers hey hi him his how however hundred i idea if
    imagine important in include includes indeed information initially instead interesting into is isn it its just keep
    keeps kind know large last later least left less let lets like likewise little load long look looking lots made
    main mainly make makes making many maybe me mean meanwhile might model more most mostly much multiple must my near
    necessary need needs neither never new next nice nine no nobody none nor not note nothing now number of off often
    ok okay old on once one only open or order other otherwise our out over overall own part people perfect perhaps
    place please point possible possibly prefer previously probably problem provide put question quick quickly quite
    rather reader really regarding remember right run running said same save say saying says second see seems select
    sees send sentence server set setting seven several shall she short should shouldn show similar similarly simple
    simply since six small so some somebody someone something sometimes soon sorry specifically start starting step
    steps still stop strictly such suggest summary suppose sure take takes talk ten thank thanks that the their them
    then there therefore these they thing things think this those though thousand three through thus time times to
    today together tomorrow too tell try trying turn two typically under understand understood unfortunately unless
    unlike until up upon us use used using usually various very via wait want was wasn way we welcome well went were
    weren what whatever when whenever where whether which while who whoever whole whose why with within without won
    wonderful word words work works would wouldn write wrong year years yep yes yesterday yet you your yours`,
  german: `
    ab aber alle allerdings alles als also am an andere anders auch auf aus ausserdem außerdem bei beide beim beispiel
    bevor bis bitte da dabei dafür dagegen daher damit danach danke dann das dass dazu dein deine dem den denn der des
    deshalb dessen dich die dies diese dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach
    einige er erst erstens es etwas falls fast folgende für ganz genau gerne gibt grundsätzlich gut guten habe haben
    hallo hast hat hier hinter ich ihr ihre im immer in ist ja jede jeder jedes jedoch jetzt kann kannst kein keine
    kurz leider man mehr mein meist meistens mit möglich nach natürlich nein neben nicht nichts noch nun nur ob obwohl
    oder ohne schau schon sehr sein seit sich sie sind so sobald sofern solche sollte soweit statt trotz über um und
    uns unser unter verwende viel viele vielen vielleicht vom von vor wann war warum was weil wenn wer werden wie
    wieder willkommen wir wird wo wofür wurde während zu zuerst zum zunächst zur zwei zwischen`,
  french: `
    afin ainsi alors après attention au aucun aucune aujourd aussi autre autres aux avant avec avoir beaucoup bien
    bienvenue bonjour bonne bref ce cela celle celui cependant certains ces cet cette ceux chaque chez comme comment
    concernant dans de depuis des désolé deux donc du elle elles en encore enfin ensuite entre est et être exactement
    faire faut généralement il ils je jusque la laissez le les leur lors lorsque lui ma mais malheureusement merci mes
    même moi mon ne ni non nos notre nous on or où oui par parce pas pendant peut peu plus plusieurs pour pourquoi
    pouvez premièrement puis puisque quand que quel quelle quelles quelques quels qui quoi sa sans sauf se selon ses si
    sinon son sont souvent sous sur ta tes ton tous tout toute toutes très trop tu un une utilisez vers voici voilà vos
    votre vous vraiment`,
  spanish: `
    además ahora al algo algunas algunos ante antes aquel aquí así aun aunque bajo bastante bien bienvenido buen
    buena buenas bueno buenos cada casi claro como cómo con contra correcto cual cuál cualquier cuando cuándo cuanto de
    debe debes del dentro desde después donde dónde dos durante e el él ella ellos en encima entonces entre era es esa
    ese eso esta está estas este esto estos exacto existe existen finalmente fue gracias gran ha hacer hacia hasta hay
    hola hoy la las le lo los luego mas más mejor mi mientras mucho muchos muy nada ni ninguno no nos nosotros nunca o
    otra otro otros para parece pero poco por porque primero puede puedes pues que qué quien sí se según ser si siempre
    sin sobre solo sólo son su sus también tampoco tan tanto te tiene tienes toda todas todo todos tras tu tú un una
    unas unos usa usted vamos varios veces y ya yo`,
  portuguese: `
    à ainda além algo algum alguma alguns antes ao aos apenas aqui as assim até bem boa bom cada caso claro com como
    contudo da das de depois desde do dois dos durante e é ela ele eles em embora enquanto entre então era essa esse
    está esta este eu existem existe foi geralmente há infelizmente isso isto já lá mais mas melhor mesmo meu muito
    muitos na nada não nas nem no nos nossa nosso nunca o obrigado olá onde os ou outra outro para pela pelo pode
    podemos por porém porque portanto primeiro quais qual qualquer quando quanto que quem são se segundo seja sem
    sempre seu sim sob sobre sua também tem tenha toda todas todo todos tudo um uma vamos você vários`,
  italian: `
    al alcune alcuni alla allora altri anche ancora appena attualmente bene benvenuto buongiorno certamente certo
    che chi ci ciao ciò come con contro cosa così da dal dalla dei del della delle di dopo dove due dunque durante e è
    ecco ed entro era esatto essere fa finalmente fino forse fra già gli grazie ha hai i il in infatti infine inoltre
    invece io la le lei lo loro ma mentre mi molti molto ne nel nella no noi non nostro ogni oggi oltre ora per perché
    però più poi prima può qual quale quali quando quanto quel quella quello questa queste questi questo qui sarà se
    sebbene secondo sempre senza si sì sia solo sono sotto spesso su sua suo tra troppo tu tutte tutti tutto un una uno
    usa vediamo`,
  dutch: `
    aan af al alle allemaal alleen als altijd ander andere beide bij bijvoorbeeld daar daarna daarom dan dank dat de
    deze die dit doe door dus een eerst eerste eigenlijk elk elke en er gebruik geen goed goede graag hallo heb hebben
    heeft helaas het hier hij hoe hun ik in is ja jaar je jij jullie kan kies kunt maak maar meer meestal met mijn na
    naar natuurlijk nee net niet nog nu of om omdat ons onze ook op over per sommige soms te tegen tijdens tot tussen
    uit uw van vanaf veel volgens voor waar waarom want wat we weer wel welke wij zal ze zeker zie zij zijn zo zoals
    zodat zodra zonder`,
  polish: `
    aby ale albo bardzo bez bo by być ci co czy czyli dla do dobrze dlatego dlaczego gdy gdzie i ich ile inne ja jak
    jaki jakie jako je jednak jego jej jest jeśli jeżeli już każdy kiedy kto która które który lub ma może można my na
    nad najpierw należy nie nic niestety niż no o od oczywiście on ona oni oraz oto po pod podczas poniżej ponieważ
    proszę przed przede przez przy są się ta tak także tam te tej ten też to trzeba tu tutaj ty tylko warto według
    więc wiele wszystkie wszystko więcej wtedy za zamiast zatem zawsze ze że zwykle żeby`,
  swedish: `
    alla allt andra att av bara bra de den denna dessa det detta din du då där därför efter ett en ett eller enligt
    finns flera från för första genom ha har hej här hon hur i inga ingen inte ja jag kan kommer man med medan men mer
    mest min mycket ni nej nu någon något några när nästan och också om på redan sedan ska skulle som så tack till två
    under upp ut utan vad var varför varje vem vi vid vilka vilken vill vissa är även över`,
  turkish: `
    ama ancak aslında aşağıda az bana bazı belki ben benim bir biraz birçok birkaç biz bu buna bunlar bunu bunun burada
    çok çünkü da daha de diğer elbette en eğer evet gibi göre hayır hem hemen henüz her hiç için içinde ile ilk ise iyi
    kadar ki kim merhaba mı mi nasıl ne neden nerede o olan olarak on onlar onun sadece siz son sonra şu şimdi tabii
    tamam tüm ve veya ya yani yeni yok üzere üzgünüm`,
  russian: `
    а без более бы был была были быть в вам вас ваш весь во вот все всегда всего вы где да даже данный для до добрый
    его ее если есть ещё же за здесь здравствуйте и из или им иногда их к как какой когда конечно кроме кто ли лучше
    меня мне много может можно мы на над надо например нас наш не него некоторые нет ни но ну нужно о об обычно однако
    он она они оно от очень перед по под пожалуйста после потом потому поэтому почему при про просто с сейчас сначала
    со спасибо так также такой там то тогда только том ты у уже хорошо хотя чем через что чтобы это этот я`,
  ukrainian: `
    а або але без був була були бути в вам ви від він вона вони все всі для до добрий є за зазвичай звичайно з зі і із
    коли лише має ми може можна на наприклад наш не немає ні однак ось по привіт про під після потім при просто та так
    також там те ти тільки тому у це цей чи чому що щоб як яка якщо який я`,
  greek: `
    αν αυτό αυτή αυτός για γιατί δεν είναι εδώ εκεί ένα ένας ενώ επίσης έτσι η θα και κάθε καλά κατά με μετά μια μπορεί
    ναι ο οι όμως όπως όταν ότι όχι πολύ πριν πρώτα πώς σε στην στο τα την της τι το του των τώρα ως`,
};
