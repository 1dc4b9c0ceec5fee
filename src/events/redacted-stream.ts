import { plainView, type PlainView } from './plain-view.ts';
import type { SecretMatcher } from './secret-matcher.ts';

const NOTHING = Buffer.alloc(0);
const ESCAPE = 0x1b;
/** A prefix of a secret of at least this length is masked too if the output ends with it: the program was killed in the middle of writing it. */
const TELLING = 4;

/**
 * Masks the secrets in one output stream, also those cut by a chunk boundary or interrupted by colours. What could be the
 * beginning of a secret, or of a UTF-8 character, is held back until the next bytes show what it is, so each chunk given out is valid text.
 */
export class RedactedStream {
  private held: Buffer = NOTHING;
  /** How many bytes of the current line came before what is held back. */
  private column = 0;
  private readonly secrets: () => SecretMatcher | null;
  private readonly mask: Buffer;

  /** `secrets` is called for each chunk, since a run learns new ones. */
  constructor(secrets: () => SecretMatcher | null, mask: Buffer) {
    this.secrets = secrets;
    this.mask = mask;
  }

  /** What may be shown now. */
  push(chunk: Buffer): Buffer {
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    const secrets = this.secrets();
    const cut = cutCharacter(bytes);
    if (secrets === null) return this.give(bytes, bytes.subarray(0, bytes.length - cut), bytes.length - cut);
    const view = plainView(bytes, this.column);
    const keep = Math.max(view.open === bytes.length ? cut : 0, secrets.beginning(view.bytes));
    const { shown, taken } = masked(bytes, view, secrets, view.bytes.length - keep, this.mask);
    return this.give(bytes, shown, taken);
  }

  /** The end of the stream: gives out what was held back. */
  end(): Buffer {
    const { held } = this;
    const secrets = this.secrets();
    this.held = NOTHING;
    if (secrets === null || held.length === 0) return held;
    const view = plainView(held, this.column);
    const begun = secrets.beginning(view.bytes);
    const hidden = begun >= TELLING ? begun : 0;
    const { shown } = masked(held, view, secrets, view.bytes.length - hidden, this.mask);
    return Buffer.concat([shown, hidden === 0 ? held.subarray(view.open) : this.mask]);
  }

  private give(bytes: Buffer, shown: Buffer, taken: number): Buffer {
    // A copy, so that a large chunk is not kept alive for it.
    this.held = taken === bytes.length ? NOTHING : Buffer.from(bytes.subarray(taken));
    const lineStart = taken === 0 ? -1 : bytes.lastIndexOf(10, taken - 1);
    this.column = lineStart === -1 ? this.column + taken : taken - lineStart - 1;
    return shown;
  }
}

/** Replaces the secrets before `limit`, an index into the view. A secret that reaches beyond it may be part of a longer one and is left for later. */
export function masked(bytes: Buffer, view: PlainView, secrets: SecretMatcher, limit: number, mask: Buffer): { readonly shown: Buffer; readonly taken: number } {
  const parts: Buffer[] = [];
  let from = 0;
  let until = limit;
  for (let next = secrets.find(view.bytes, 0); next !== null && next.start < limit; next = secrets.find(view.bytes, next.end)) {
    if (next.end > limit) {
      until = next.start;
      break;
    }
    const [start, end] = [view.at(next.start), view.at(next.end - 1) + 1];
    parts.push(bytes.subarray(from, start), mask, sequencesIn(bytes.subarray(start, end)));
    from = end;
  }
  const taken = until === view.bytes.length ? view.open : view.at(until);
  const rest = bytes.subarray(from, taken);
  return { shown: parts.length === 0 ? rest : Buffer.concat([...parts, rest]), taken };
}

/** The colour codes inside a secret: they are kept, since they also apply to what follows it. */
function sequencesIn(bytes: Buffer): Buffer {
  if (!bytes.includes(ESCAPE)) return NOTHING;
  return Buffer.from((bytes.toString('latin1').match(/\u001b\[[\d;:]*m/g) ?? []).join(''), 'latin1');
}

/** How many bytes at the end belong to an incomplete UTF-8 character; 0 if there is none. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    return back < lengthFrom(byte) ? back : 0;
  }
  return 0;
}

/** How many bytes a character has that begins with a byte. */
function lengthFrom(byte: number): number {
  if (byte >= 0xf0) return 4;
  return byte >= 0xe0 ? 3 : 2;
}
