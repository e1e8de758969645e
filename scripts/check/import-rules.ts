/** Paths are matched from the repository's root; `npm:` stands for packages. A rule without `may` forbids `mayNot`. */
export type ImportRule = {
  readonly name: string;
  readonly reason: string;
  readonly from: RegExp;
  readonly except?: RegExp;
} & (
  | { readonly may: (path: string) => readonly RegExp[] }
  | { readonly mayNot: (path: string) => readonly RegExp[] }
);

const packages = /^npm:/;
const protocol = /^lib\/protocol\//;
const config = /^lib\/config\//;
const database = /^lib\/db\//;
const tests = /\.test\.tsx?$/;
const features = /^lib\/(?!protocol\/|config\/|db\/|pipeline\/)[^/]+\//;
/** Tests may use what makes databases and providers for them. */
const testTools = [/^test\//, /^scripts\/provider\//];

const toolsFor = (path: string) => (tests.test(path) ? testTools : []);

export const importRules: readonly ImportRule[] = [
  {
    name: "protocol-stands-alone",
    reason: "lib/protocol goes to the browser and knows nothing of the server",
    from: protocol,
    may: () => [protocol, packages],
  },
  {
    name: "config-is-data",
    reason: "lib/config is what a fork edits first: data that depends on nothing but the protocol",
    from: config,
    may: (path) => [config, protocol, packages, ...toolsFor(path)],
  },
  {
    name: "db-knows-no-feature",
    reason: "features call the database, never the other way round",
    from: database,
    may: (path) => [database, config, protocol, packages, ...toolsFor(path)],
  },
  {
    name: "features-are-strangers",
    reason:
      "a feature that needs another is handed a function by the pipeline, so each can be replaced alone",
    from: features,
    may: (path) => [
      new RegExp(`^${path.split("/", 2).join("/")}/`),
      database,
      config,
      protocol,
      packages,
      ...toolsFor(path),
    ],
  },
  {
    name: "lib-knows-no-page",
    reason: "imports go down: app → components → protocol, app → pipeline → features → db",
    from: /^lib\/pipeline\//,
    may: (path) => [/^lib\//, packages, ...toolsFor(path)],
  },
  {
    name: "components-know-no-server",
    reason: "components are shared with the browser; the server's values reach them as properties",
    from: /^components\//,
    may: () => [
      /^components\//,
      protocol,
      /^lib\/config\/(product|strings)$/,
      /^npm:(?!node:|pg$|@prisma\/)/,
    ],
  },
  {
    name: "ui-knows-no-chat",
    reason: "components/ui is for every page",
    from: /^components\/ui\//,
    mayNot: () => [/^components\/(?!ui\/)/, protocol],
  },
  {
    name: "pages-ask-features",
    reason: "who may see a row is decided once, in a feature, and not on every page",
    from: /^app\//,
    mayNot: () => [database, /^npm:(pg$|@prisma\/)/],
  },
  {
    name: "only-db-speaks-sql",
    reason: "one module of plain functions for each entity is the only place to look for a query",
    from: /^(lib|app|components)\//,
    except: database,
    mayNot: () => [/^npm:(pg$|@prisma\/)/, /^lib\/db\/generated/],
  },
  {
    name: "only-models-know-providers",
    reason: "money, records and fallback sit around every call, and only lib/models puts them there",
    from: /^(lib|app|components)\//,
    except: /^lib\/models\//,
    mayNot: () => [/^npm:@ai-sdk\/(?!provider$|provider-utils$|react$|otel$)/],
  },
  {
    name: "product-needs-no-tools",
    reason: "scripts, tests and benches are not part of what is deployed",
    from: /^(lib|app|components)\//,
    except: tests,
    mayNot: () => [/^(scripts|test|e2e|bench|evals)\//],
  },
];
