// Runs as a process of its own before and while the server starts, so that the launcher, which lives as long as the
// server, never loads the product.
import { createFirstAdmin } from "@/lib/auth/create-first-admin";
import { closePool } from "@/lib/db/pool";
import { indexDocuments } from "@/lib/knowledge/index-documents";
import { migrate } from "../migrate/migrate";

