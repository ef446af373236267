import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";

/** The files of a connector's export, as texts by name. */
export async function exported(page: Page, id: string): Promise<Record<string, string>> {
  const response = await page.request.get(`/connectors/${id}/package`);
  if (!response.ok()) {
    throw new Error(`The export answered ${response.status()}: ${await response.text()}`);
  }
  const files = unzipSync(new Uint8Array(await response.body()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

/** The documents of a connector's export, parsed, and all its texts as one. */
export async function documents(
  page: Page,
  id: string,
): Promise<{ definition: any; properties: any; texts: string }> {
  const files = await exported(page, id);
  return {
    definition: JSON.parse(files["apiDefinition.swagger.json"] ?? ""),
    properties: JSON.parse(files["apiProperties.json"] ?? ""),
    texts: Object.values(files).join("\n"),
  };
}

/** JSON with the order of members in it: what is equal here is equal, order included. */
export function inOrder(text: string): string {
  return JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, "")));
}
