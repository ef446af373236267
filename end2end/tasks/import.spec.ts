import { readFileSync } from "node:fs";
import { connector, hasCorpus, packed, withoutCorpus } from "../support/corpus.js";
import { joints } from "../support/joints.js";
import { exported, inOrder } from "../support/package.js";
import { choose, expect, expectQuiet, file, imported, test, visit } from "../support/tenon.js";

/** Chosen for variety: each has something that the others have not. */
const varied = [
  "c-activecampaign",
  "c-azuread",
  "c-cognitiveservicesspeechtotext",
  "c-connect-bridge",
  "c-cradl-ai",
  "c-data8",
];

for (const name of varied) {
  test(`a real connector goes in and comes out as it was: ${name}`, async ({ maker }) => {
    test.skip(!hasCorpus, withoutCorpus);
    const { definition, properties } = connector(name);
    const id = await imported(maker, file(`${name}.zip`, packed(name)), `Copy of ${name}`);
    const files = await exported(maker, id);
    const title = (text: string) => {
      const json = JSON.parse(text.replace(/^\uFEFF/, ""));
      json.info.title = `Copy of ${name}`;
      return JSON.stringify(json);
    };
    expect(inOrder(files["apiDefinition.swagger.json"] ?? "")).toBe(title(definition.toString()));
    expect(files["apiProperties.json"]).toBe(properties.toString());
  });
}

test("icon, custom code and other files of a package come along", async ({ maker }) => {
  test.skip(!hasCorpus, withoutCorpus);
  const icon = readFileSync(new URL("../support/icon.png", import.meta.url));
  const script = new TextEncoder().encode("public class Script : ScriptBase {}\r\n");
  const readme = new TextEncoder().encode("# Read me\n");
  const zip = packed("c-data8", { "icon.png": icon, "script.csx": script, "readme.md": readme });
  const id = await imported(maker, file("data8.zip", zip), "With everything");
  const files = await exported(maker, id);
  expect(Object.keys(files).sort()).toEqual(
    ["apiDefinition.swagger.json", "apiProperties.json", "icon.png", "readme.md", "script.csx", "settings.json"],
  );
  expect(files["script.csx"]).toBe("public class Script : ScriptBase {}\r\n");
  await visit(maker, "/connectors");
  await expect(maker.getByRole("row", { name: /With everything/ })).toBeVisible();
});

test("a preview lists what is in a file before anything is kept", async ({ maker }) => {
  await choose(maker, file("joints.json", joints("api.example.com", "key")));
  const found = maker.getByRole("region", { name: "What the file holds" });
  await expect(found.getByText("Swagger 2.0 (JSON)")).toBeVisible();
  await expect(found.getByText("http://api.example.com/v1")).toBeVisible();
  await expect(found.getByText("API key")).toBeVisible();
  await expect(maker.getByRole("row", { name: /ListJoints/ })).toBeVisible();
  await maker.getByLabel("Search operations").fill("create");
  await expect(maker.getByRole("row", { name: /ListJoints/ })).toHaveCount(0);
  await maker.getByRole("button", { name: "Cancel" }).click();
  await visit(maker, "/connectors");
  await expect(maker.getByRole("row", { name: /^Joints$/ })).toHaveCount(0);
});

test("a definition in YAML is read", async ({ maker }) => {
  const yaml = [
    'swagger: "2.0"',
    "info: { title: Planes, version: '1' }",
    "host: planes.example.com",
    "paths:",
    "  /planes:",
    "    get:",
    "      operationId: ListPlanes",
    "      responses:",
    "        200: { description: OK }",
    "",
  ].join("\n");
  const id = await imported(maker, file("planes.yaml", yaml), "Planes");
  const files = await exported(maker, id);
  const definition = JSON.parse(files["apiDefinition.swagger.json"] ?? "");
  expect(definition.paths["/planes"].get.responses).toEqual({ "200": { description: "OK" } });
});

test("a file dropped on the list of connectors is imported", async ({ maker }) => {
  await visit(maker, "/connectors");
  const transfer = await maker.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return data;
  }, joints("dropped.example.com"));
  const page = maker.locator(".file-drop");
  await page.dispatchEvent("dragenter", { dataTransfer: transfer });
  await page.dispatchEvent("dragover", { dataTransfer: transfer });
  await page.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(maker.getByText("http://dropped.example.com/v1")).toBeVisible();
});

test("a broken file is refused with line, column and reason, and the page goes on", async ({ maker }) => {
  await choose(maker, file("broken.json", '{\n  "swagger": "2.0",\n  "info": { "title": "x" "version": "1" }\n}\n'));
  await expect(maker.getByRole("alert").filter({ hasText: /line 3, column \d+/i })).toBeVisible();
  await maker.locator("input[type=file]").first().setInputFiles(file("whole.json", joints("whole.example.com")));
  await expect(maker.getByText("http://whole.example.com/v1")).toBeVisible();
  expectQuiet(maker, /status of 400/);
});

test("what Tenon does not read is named for what it is", async ({ maker }) => {
  await choose(maker, file("old.json", '{"swaggerVersion":"1.2","apis":[]}'));
  await expect(maker.getByRole("alert").filter({ hasText: "Swagger 1.2" })).toBeVisible();
  expectQuiet(maker, /status of 400/);
});

test("a file over the bound is refused with the bound, and the page goes on", async ({ maker }) => {
  await choose(maker, file("huge.json", Buffer.alloc(32 * 1024 * 1024 + 1, 0x20)));
  await expect(maker.getByRole("alert").filter({ hasText: "32 MiB" })).toBeVisible();
  await maker.locator("input[type=file]").first().setInputFiles(file("whole.json", joints("after.example.com")));
  await expect(maker.getByText("http://after.example.com/v1")).toBeVisible();
});
