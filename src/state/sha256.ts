import { hash } from 'node:crypto';

/** The SHA-256 of a text or of bytes, in hex. */
export function sha256(what: string | Uint8Array): string {
  return hash('sha256', what, 'hex');
}
