import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { zipSync } from "fflate";

/** The folder with real definitions; not part of the project. */
export const corpus = process.env.TENON_CORPUS ?? resolve(import.meta.dirname, "../../../shared/corpus");

export const hasCorpus = existsSync(join(corpus, "manifest.json"));

export const withoutCorpus = `The corpus of real definitions is not at ${corpus}; set TENON_CORPUS to where it is.`;

/** A connector of the corpus: the texts of its two files. */
export function connector(name: string): { definition: Buffer; properties: Buffer } {
  const folder = join(corpus, "connectors", name);
  return {
    definition: readFileSync(join(folder, "apiDefinition.swagger.json")),
    properties: readFileSync(join(folder, "apiProperties.json")),
  };
}

/** The size of a connector's definition in bytes. */
export function size(name: string): number {
  return statSync(join(corpus, "connectors", name, "apiDefinition.swagger.json")).size;
}

/** A connector of the corpus as a package. */
export function packed(name: string, more: Record<string, Uint8Array> = {}): Buffer {
  const { definition, properties } = connector(name);
  return Buffer.from(
    zipSync({ "apiDefinition.swagger.json": definition, "apiProperties.json": properties, ...more }),
  );
}
