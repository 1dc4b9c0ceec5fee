import { oneLine } from '../../model/index.ts';
import { sha256 } from '../../state/index.ts';

/** The first 16 hex digits of the SHA-256 of bytes or of a text. */
export function digest(text: string | Uint8Array): string {
  return sha256(text).slice(0, 16);
}

/** Digest of words, white space folded, so that line breaks in a sentence do not matter. */
export function wordsDigest(text: string): string {
  return digest(oneLine(text));
}

/** Digest of code, without the blank lines around it. */
export function codeDigest(code: string): string {
  return digest(code.replace(/^(?:[ \t]*\n)+|\n+$/g, ''));
}
