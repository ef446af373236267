import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import type { Server } from "./server.js";
import { administrator, quiet, signIn } from "./tenon.js";

/** Somebody beside the administrator. */
export interface Colleague {
  name: string;
  email: string;
  role: "user" | "maker" | "administrator";
}

/**
 * Gives a colleague an account with the administrator's password and a role in the Default environment, by the database:
 * Tenon has no page for it yet.
 */
export function addColleague(server: Server, colleague: Colleague): void {
  const script = `
import sqlite3, sys
file, name, email, role = sys.argv[1:]
with sqlite3.connect(file, timeout=10) as database:
    database.execute("INSERT INTO people (id, name, email, password_hash, administrator, created_at) "
                     "SELECT ?, ?, ?, password_hash, 0, 0 FROM people WHERE first_account = 1", (email, name, email))
    database.execute("INSERT INTO environment_members (environment, person, role) VALUES ('default', ?, ?)", (email, role))
`;
  const file = join(server.data, "tenon.db");
  const done = spawnSync("python3", ["-c", script, file, colleague.name, colleague.email, colleague.role]);
  if (done.status !== 0) {
    throw new Error(`the account could not be made: ${done.stderr}`);
  }
}

/** A browser of a colleague, who is signed in. */
export async function colleagueAt(browser: Browser, server: Server, colleague: Colleague): Promise<Page> {
  addColleague(server, colleague);
  const page = await quiet(await browser.newContext({ baseURL: server.url }));
  await signIn(page, administrator.password, colleague.email);
  return page;
}
