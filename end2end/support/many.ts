import type { APIRequestContext } from "@playwright/test";
import { joints } from "./joints.js";

/** How many are made at a time. */
const together = 4;

/**
 * Imports many connectors through the server function that the import page calls, titled `Reel 0000` and so on,
 * as somebody who is signed in; their ids in order.
 */
export async function importMany(
  request: APIRequestContext,
  url: string,
  name: string,
  count: number,
  host = "api.example.com",
): Promise<string[]> {
  const ids: string[] = new Array(count);
  const securities = ["none", "basic", "key"] as const;
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const number = next++;
      const definition = joints(host, securities[number % securities.length]);
      const answer = await request.post(`${url}/api/create-import`, {
        headers: { origin: url, accept: "application/json" },
        multipart: {
          choice: JSON.stringify({
            title: `${name} ${String(number).padStart(4, "0")}`,
            operations: null,
            source: "joints.json",
          }),
          file: { name: "joints.json", mimeType: "application/json", buffer: Buffer.from(definition) },
        },
      });
      if (!answer.ok()) {
        throw new Error(`The import answered ${answer.status()}: ${await answer.text()}`);
      }
      ids[number] = ((await answer.json()) as { id: string }).id;
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return ids;
}
