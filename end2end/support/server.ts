import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A Tenon of its own: a fresh data folder, a free port of this machine. */
export class Server {
  private constructor(
    readonly url: string,
    readonly data: string,
    private child: ChildProcess,
    private readonly log: string[],
  ) {}

  static async start(data = mkdtempSync(join(tmpdir(), "tenon-")), port = 0): Promise<Server> {
    const child = spawn(binary(), ["serve"], {
      cwd: data,
      env: {
        PATH: process.env.PATH,
        TENON_LISTEN: `127.0.0.1:${port}`,
        TENON_DATA: data,
        TENON_EGRESS_ALLOW: "127.0.0.1/32",
        TENON_STYLEGUIDE: "true",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const log: string[] = [];
    const url = await address(child, log);
    return new Server(url, data, child, log);
  }

  /** Everything that the server has written to its log. */
  written(): string {
    return this.log.join("");
  }

  /** Ends the process without a chance to tidy up, as a power cut does. */
  async kill(): Promise<void> {
    const ended = new Promise((done) => this.child.once("exit", done));
    this.child.kill("SIGKILL");
    await ended;
  }

  /** Starts again on the same address with the same data. */
  async restart(): Promise<Server> {
    return Server.start(this.data, Number(new URL(this.url).port));
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((done) => this.child.once("exit", done));
      this.child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.data, { recursive: true, force: true });
  }
}

function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target");
  const path = process.env.TENON_BIN ?? join(target, "release/tenon");
  if (!existsSync(path)) {
    throw new Error(`${path} is not there. Build it with \`cargo xtask build\`, or name it in TENON_BIN.`);
  }
  return path;
}

/** The address that the server prints once it is ready. */
function address(child: ChildProcess, log: string[]): Promise<string> {
  return new Promise((done, fail) => {
    let out = "";
    const late = setTimeout(() => fail(new Error(`Tenon did not start:\n${out}${log.join("")}`)), 20_000);
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      log.push(chunk.toString());
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
      if (found) {
        clearTimeout(late);
        done(found[0]);
      }
    });
    child.stderr?.on("data", (chunk: Buffer) => log.push(chunk.toString()));
    child.once("exit", (code) => fail(new Error(`Tenon ended with ${code}:\n${out}${log.join("")}`)));
  });
}
