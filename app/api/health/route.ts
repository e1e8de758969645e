/** The process is up. Whether it can answer is what /api/ready says. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
