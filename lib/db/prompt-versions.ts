import "server-only";
import { getPool } from "./pool";

/** Keeps a prompt's content under its id; what is kept is never changed. */
export async function registerPromptVersion(version: {
  id: string;
  name: string;
  content: string;
}): Promise<void> {
  await getPool().query(
    "INSERT INTO prompt_versions (id, name, content) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
    [version.id, version.name, version.content],
  );
}
