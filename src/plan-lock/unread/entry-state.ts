/** The file's digest and the reader's version of an entry, without reading the rest. */
export function entryState(text: string): { readonly digest: string; readonly reader: string } | null {
  const digest = /^ {2}digest: "?(?<value>[0-9a-f]{16})"?$/m.exec(text)?.groups?.['value'];
  const reader = /^ {2}reader: "?(?<value>[\w.+-]+)"?$/m.exec(text)?.groups?.['value'];
  return digest === undefined || reader === undefined ? null : { digest, reader };
}
