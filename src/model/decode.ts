import { RunbookError } from './process/index.ts';

/** The longest of 1,600 real runbooks has 180 KB; to read ten times that takes seconds. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** Why a file of so many bytes is not read; `null` where it is. */
export function tooLarge(bytes: number): { readonly why: string; readonly advice: string } | null {
  if (bytes <= MAX_BYTES) return null;
  return { why: `it is ${(bytes / 1024 / 1024).toFixed(1)} MB; the most that is read is 2 MB`, advice: 'split it, or give the path of a Markdown file' };
}

let utf8: TextDecoder | undefined;

/**
 * The text of a file's bytes.
 * @throws RunbookError where they are too many, no text, no UTF-8 or nothing at all.
 */
export function decodeRunbook(bytes: Uint8Array, path: string): string {
  const wrong = wrongBytes(bytes);
  if (wrong !== null) throw new RunbookError({ what: `cannot read ${path}`, ...wrong });
  try {
    return (utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })).decode(bytes);
  } catch (cause) {
    throw new RunbookError({ what: `cannot read ${path}`, why: 'it is not UTF-8', advice: 'save it as UTF-8, e.g. iconv -f latin1 -t utf-8', cause });
  }
}

function wrongBytes(bytes: Uint8Array): { readonly why: string; readonly advice: string } | null {
  if (bytes.length === 0) return { why: 'it is empty', advice: 'runbook init writes a new runbook' };
  const large = tooLarge(bytes.length);
  if (large !== null) return large;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { why: 'it is UTF-16', advice: 'save it as UTF-8, e.g. iconv -f utf-16 -t utf-8' };
  return bytes.subarray(0, 8192).includes(0) ? { why: 'it is no text', advice: 'give the path of a Markdown file' } : null;
}
