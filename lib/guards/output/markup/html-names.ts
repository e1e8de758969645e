import "server-only";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements that load, run, frame, send or restyle something, in HTML, SVG and MathML, with the obsolete ones. */
export const activeElements = set(
  "script style link meta base iframe frame frameset noframes object embed applet param portal form input button " +
    "select option optgroup textarea datalist output keygen isindex fencedframe template slot noscript svg math image " +
    "use animate animatetransform animatemotion set foreignobject feimage video audio track canvas map area " +
    "title head html body plaintext xmp listing noembed layer ilayer bgsound basefont marquee blink dialog menuitem " +
    "xml xss import svgimage maction annotation-xml mglyph malignmark semantics",
);

/** Formatting that may stand. */
export const plainElements = set(
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn " +
    "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol " +
    "p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead " +
    "time tr tt u ul var wbr",
);

/** Attributes whose value is an address, and what a browser does with it. */
export const addressAttributes: Readonly<Record<string, "link" | "image" | "list">> = {
  action: "image",
  background: "image",
  cite: "link",
  classid: "image",
  code: "image",
  codebase: "image",
  data: "image",
  dynsrc: "image",
  href: "link",
  icon: "image",
  longdesc: "link",
  lowsrc: "image",
  manifest: "image",
  poster: "image",
  profile: "image",
  src: "image",
  srcset: "list",
  usemap: "link",
};

/** Style properties that change looks in place: nothing that loads, moves or covers. */
export const plainStyles = set(
  "align-items background-color border border-bottom border-collapse border-color border-left border-radius " +
    "border-right border-style border-top border-width color direction display float font font-family font-size font-style " +
    "font-weight height letter-spacing line-height list-style list-style-type margin margin-bottom margin-left " +
    "margin-right margin-top max-height max-width min-height min-width padding padding-bottom padding-left " +
    "padding-right padding-top text-align text-decoration text-indent text-transform vertical-align white-space width",
);
