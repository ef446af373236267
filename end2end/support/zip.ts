import { strToU8, zipSync } from "fflate";
import { type PickedFile, file } from "./tenon.js";

/** A connector package of a definition and the members of its properties. */
export function packaged(definition: string, properties: object): PickedFile {
  const text = JSON.stringify({ properties });
  const files = { "apiDefinition.swagger.json": strToU8(definition), "apiProperties.json": strToU8(text) };
  return file("package.zip", Buffer.from(zipSync(files)));
}

/** A policy as a package has it. */
export function policy(templateId: string, title: string, parameters: Record<string, unknown>): object {
  const named = Object.entries(parameters).map(([name, value]) => [
    name.startsWith("x-ms-") ? name : `x-ms-apimTemplateParameter.${name}`,
    value,
  ]);
  return { templateId, title, parameters: Object.fromEntries(named) };
}
