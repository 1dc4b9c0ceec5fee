import { RedactedStream } from './redacted-stream.ts';

/** What stands in the place of a secret. */
export const MASK = '***';

/** Secrets shorter than this would mask half of every text, so they are not masked; a warning says so. */
export const SHORTEST_SECRET = 6;

/** The one place where secrets are taken out of what a run stores or shows. */
export class Redactor {
  private readonly values = new Set<string>();
  private pattern: RegExp | null = null;
  private bytes: readonly Buffer[] = [];

  /** Add values to hide, of several lines each line too. Returns whether the value is long enough to be masked. */
  add(value: string): boolean {
    if (value.length < SHORTEST_SECRET) return false;
    const before = this.values.size;
    for (const form of [value, ...value.split(/[\r\n]+/)]) if (form.trim().length >= SHORTEST_SECRET) this.values.add(form);
    if (this.values.size !== before) this.compile();
    return true;
  }

  /** A whole text without secrets. */
  redact(text: string): string {
    return this.pattern === null ? text : text.replace(this.pattern, MASK);
  }

  /** For bytes that come in chunks: what may be the beginning of a secret is held back until more has come. */
  stream(): RedactedStream {
    return new RedactedStream(() => this.bytes, Buffer.from(MASK));
  }

  private compile(): void {
    const longestFirst = [...this.values].sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
    this.bytes = longestFirst.map((value) => Buffer.from(value, 'utf8'));
  }
}
