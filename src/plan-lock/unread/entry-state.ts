import type { Signature } from '../types.ts';

/** The file's digest and the reader's version of an entry, without reading the rest. */
export function entryState(text: string): { readonly digest: string; readonly reader: string } | null {
  const digest = /^ {2}digest: "?(?<value>[0-9a-f]{16})"?$/m.exec(text)?.groups?.['value'];
  const reader = /^ {2}reader: "?(?<value>[\w.+-]+)"?$/m.exec(text)?.groups?.['value'];
  return digest === undefined || reader === undefined ? null : { digest, reader };
}

/** Who locked an entry, if it settles and lowers nothing and the name consists of plain words; `null` if the whole entry has to be read. */
export function plainSignature(text: string): Signature | null {
  if (/settled|lowered/.test(text)) return null;
  const { by, on } = /^ {2}locked:\n {4}by: (?<by>[A-Za-z][\w.@-]*(?: [\w.@-]+)*)\n {4}on: (?<on>\d{4}-\d\d-\d\d)$/m.exec(text)?.groups ?? {};
  return by === undefined || on === undefined || /^(?:null|true|false)$/i.test(by) ? null : { by, on };
}
