import { createHash } from 'node:crypto';

/** The first 16 hex digits of the SHA-256 of bytes, or of a text as it stands. */
export function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Of words, their white space folded: how a sentence is broken into lines says nothing. */
export function wordsDigest(text: string): string {
  return digest(text.replace(/\s+/g, ' ').trim());
}

/** Of code, without the blank lines around it. */
export function codeDigest(code: string): string {
  return digest(code.replace(/^(?:[ \t]*\n)+|\n+$/g, ''));
}
