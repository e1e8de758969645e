import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

// Pages get their policy with a nonce from proxy.ts, which leaves /api alone.
const apiHeaders = [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }];

const transportSecurity = [
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // Its tables are data: bundling them more than doubles the time of a build.
  serverExternalPackages: ["gpt-tokenizer", "pg-boss"],
  // Read from the file system at run time, so tracing imports does not find them.
  outputFileTracingIncludes: {
    "/*": [
      "./prisma/migrations/**/*",
      "./lib/config/prompts/**/*",
      "./knowledge/**/*",
      // The thread that reads PDFs is loaded by its path, and what it needs with it.
      "./lib/attachments/pdf-worker.mjs",
      "./node_modules/unpdf/**/*",
    ],
  },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/api/:path*", headers: apiHeaders },
    ...(process.env.NODE_ENV === "production"
      ? [
          {
            source: "/:path*",
            has: [{ type: "header" as const, key: "x-forwarded-proto", value: "https" }],
            headers: transportSecurity,
          },
        ]
      : []),
  ],
};

export default config;
