// Serves descriptions with Prism, which checks requests by the words of the description, and sends it the calls that
// Tenon makes from the connector that it made of the description. Ends with 1 where Prism refuses one.
//
//   node prism.mjs FOLDER    the folder that TENON_CALLS named when the tests of the connector ran
//
// What Prism says of credentials is passed over: they are added when a call is sent. Everything is on this machine.

import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";

import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

import { isPassedOver, unusedReasons } from "./faults.mjs";

/** How many calls of one description are sent, spread over all of them. */
const MOST_CALLS = 25;
/** How large a description may be with its calls, in bytes: Prism takes minutes for those above. */
const LARGEST = 3_000_000;
/** How long a call may take, and all of it, in milliseconds. */
const CALL_TIME = 20_000;
const WHOLE_TIME = 600_000;

/** What Prism answers when it knows no operation for a request, or not that body. */
const UNKNOWN = ["NO_PATH_MATCHED_ERROR", "NO_METHOD_MATCHED_ERROR", "NO_SERVER_MATCHED_ERROR", "INVALID_CONTENT_TYPE"];

/** Starts Prism for a description; none where Prism cannot read it. */
async function served(description) {
  const operations = await getHttpOperationsFromSpec(description);
  const logger = createLogger("judge", { level: "silent" });
  const checks = { validateRequest: true, validateResponse: false, checkSecurity: false, errors: true };
  const config = { isProxy: false, mock: { dynamic: false }, ...checks };
  const server = createServer(operations, { cors: false, config, components: { logger } });
  const address = await server.listen(0, "127.0.0.1");
  return { server, port: Number(new URL(address).port) };
}

/** Ends the call that is under way: Prism throws where it cannot make anything of a parameter, and never answers. */
let broken = () => {};
process.on("unhandledRejection", (error) => broken(error));

/** Sends a call; what came back. */
function sent(port, call) {
  return new Promise((resolve, reject) => {
    broken = reject;
    const body = call.body === null ? undefined : Buffer.from(call.body, "base64");
    const headers = Object.fromEntries(call.headers.filter(([name]) => name.toLowerCase() !== "host"));
    if (body) headers["content-length"] = body.length;
    const { method, target: path } = call;
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers, timeout: CALL_TIME }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ headers: answer.headers, text: Buffer.concat(chunks).toString() }));
      answer.on("error", reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer after ${CALL_TIME / 1000} seconds`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** What Prism finds wrong in the request, each as `code at place: message`. */
function refusals(answer) {
  const isProblem = (answer.headers["content-type"] ?? "").startsWith("application/problem+json");
  const problem = isProblem ? JSON.parse(answer.text) : {};
  const type = String(problem.type ?? "").split("#").pop();
  if (UNKNOWN.includes(type)) return [`${type}: ${problem.detail}`];
  const header = answer.headers["sl-violations"];
  // Where there are more than a header holds, Prism cuts them off.
  if (header?.startsWith("Too many")) return [header.slice(0, 600)];
  const found = type === "UNPROCESSABLE_ENTITY" ? problem.validation : header ? JSON.parse(header) : [];
  const ofRequest = found.filter(({ location, severity }) => location[0] === "request" && severity === "Error");
  return ofRequest.map(({ location, code, message }) => `${code} at ${location.join(".")}: ${message}`);
}

/** Some of the calls, spread over all of them. */
function spread(calls) {
  const step = Math.max(1, calls.length / MOST_CALLS);
  return Array.from({ length: Math.min(calls.length, MOST_CALLS) }, (_, index) => calls[Math.floor(index * step)]);
}

async function judged(name, { description, calls }, count) {
  const chosen = spread(calls);
  if (chosen.length === 0) return;
  let prism;
  try {
    prism = await served(description);
  } catch (error) {
    count.unread.push(`${name}: ${error.message}`);
    return;
  }
  for (const call of chosen) {
    const where = `${name} ${call.method} ${call.path} `;
    const found = await sent(prism.port, call).then(refusals, (error) => [`no answer: ${error.message}`]);
    const [known, wrong] = [[], []];
    for (const refusal of found) (isPassedOver(where, refusal) ? known : wrong).push(refusal);
    count.calls += 1;
    if (wrong.length > 0) count.wrong.push(`${where}(${call.target.slice(0, 300)})\n    ${wrong.join("\n    ")}`);
    else if (known.length > 0) count.known += 1;
  }
  await prism.server.close();
}

const folder = process.argv[2];
const names = (await readdir(folder)).filter((name) => name.endsWith(".calls.json")).sort();
const count = { documents: 0, calls: 0, known: 0, wrong: [], unread: [], large: [] };
const begun = Date.now();
for (const file of names) {
  const name = file.replace(/\.calls\.json$/, "");
  const text = await readFile(join(folder, file), "utf8");
  if (text.length > LARGEST) {
    count.large.push(name);
    continue;
  }
  if (Date.now() - begun > WHOLE_TIME) {
    throw new Error(`The judge is not done after ${WHOLE_TIME / 1000} seconds; it came to ${name}.`);
  }
  const start = Date.now();
  await judged(name, JSON.parse(text), count);
  count.documents += 1;
  if (process.env.TENON_JUDGE_TIMES) console.log(`${Date.now() - start} ms ${name}`);
}
for (const line of count.unread) console.log(`Prism cannot read ${line}`);
for (const name of count.large) console.log(`left out, since it is large: ${name}`);
for (const reason of unusedReasons()) console.log(`nothing was passed over for this reason: ${reason}`);
for (const line of count.wrong) console.log(`refused: ${line}`);
const seconds = ((Date.now() - begun) / 1000).toFixed(1);
const told = `${count.wrong.length} refused, ${count.known} passed over`;
console.log(`${count.calls} calls of ${count.documents} descriptions in ${seconds} s: ${told}`);
if (count.calls === 0) console.log("There is no call to judge: does TENON_CORPUS name the corpus?");
process.exit(count.wrong.length > 0 || count.calls === 0 ? 1 : 0);
