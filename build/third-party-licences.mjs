// The licences of the packages whose code is in the bundle: their terms ask that they go with it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One text of all licences, by package, for the input files of a build. */
export async function thirdPartyLicences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^([^:]*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = await Promise.all([...folders].sort().map(licenceOf));
  return `runbook has code of these packages in it.\n\n${texts.join('\n')}`;
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : (await readFile(join(folder, file), 'utf8')).trim();
  return `${'-'.repeat(80)}\n${name} ${version}\n\n${text}\n`;
}
