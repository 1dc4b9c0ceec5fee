/** What stands in the place of a secret. */
export const MASK = '***';

/** Secrets shorter than this would mask half of every text, so they are not masked; a warning says so. */
export const SHORTEST_SECRET = 6;

/** The one place where secrets are taken out of what a run stores or shows. */
export class Redactor {
  private secrets: readonly string[] = [];
  private pattern: RegExp | null = null;

  /** Add values to hide. Returns whether the value is long enough to be masked. */
  add(value: string): boolean {
    if (value.length < SHORTEST_SECRET) return false;
    const lines = [value, ...value.split('\n').filter((line) => line.trim().length >= SHORTEST_SECRET)];
    // Output is masked as bytes, so a secret beyond ASCII has a second form.
    const forms = lines.flatMap((line) => [line, Buffer.from(line, 'utf8').toString('latin1')]);
    this.secrets = [...new Set([...this.secrets, ...forms])].sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(this.secrets.map(escaped).join('|'), 'g');
    return true;
  }

  /** A whole text without secrets. */
  redact(text: string): string {
    return this.pattern === null ? text : text.replace(this.pattern, MASK);
  }

  /** For text that comes in chunks: what may be the beginning of a secret is held back until more has come. */
  stream(): RedactedStream {
    return new RedactedStream(() => ({ secrets: this.secrets, pattern: this.pattern }));
  }
}

interface Hidden {
  readonly secrets: readonly string[];
  readonly pattern: RegExp | null;
}

/** One stream of chunks. */
export class RedactedStream {
  private held = '';
  private readonly hidden: () => Hidden;

  constructor(hidden: () => Hidden) {
    this.hidden = hidden;
  }

  /** The part that is safe to show now. */
  push(chunk: string): string {
    const { secrets, pattern } = this.hidden();
    const text = this.held + chunk;
    if (pattern === null) {
      this.held = '';
      return text;
    }
    const boundary = text.length - heldLength(text, secrets);
    const { safe, used } = replaceUntil(text, boundary, pattern);
    this.held = text.slice(used);
    return safe;
  }

  /** What was held back at the end of the stream. */
  end(): string {
    const { pattern } = this.hidden();
    const rest = this.held;
    this.held = '';
    return pattern === null ? rest : rest.replace(pattern, MASK);
  }
}

/** Length of the longest end of the text that is the beginning of a secret, but not a whole one that ends there as the longest. */
function heldLength(text: string, secrets: readonly string[]): number {
  const longest = Math.min(text.length, (secrets[0]?.length ?? 0) - 1);
  const tail = text.slice(text.length - longest);
  for (let from = 0; from < tail.length; from++) {
    const end = tail.slice(from);
    if (secrets.some((secret) => secret.length > end.length && secret.startsWith(end))) return end.length;
  }
  return 0;
}

/** Replace secrets that begin before the boundary; one that reaches over it takes it along. */
function replaceUntil(text: string, boundary: number, pattern: RegExp): { readonly safe: string; readonly used: number } {
  let safe = '';
  let used = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index >= boundary) break;
    safe += text.slice(used, match.index) + MASK;
    used = match.index + match[0].length;
  }
  const end = Math.max(used, boundary);
  return { safe: safe + text.slice(used, end), used: end };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
