import { MASK } from './mask.ts';
import { plainView } from './plain-view.ts';
import { masked, RedactedStream } from './redacted-stream.ts';
import { secretForms } from './secret-forms.ts';
import { SecretMatcher } from './secret-matcher.ts';

/** Shorter secrets would mask half of every text, so they are not masked; a warning says so. */
export const SHORTEST_SECRET = 6;

const MASK_BYTES = Buffer.from(MASK);

/** The one place where secrets are taken out of what a run stores or shows. */
export class Redactor {
  private readonly values = new Set<string>();
  private readonly forms = new Set<string>();
  /** Built when first needed, since values are added one by one. */
  private matcher: SecretMatcher | null = null;
  private isOld = false;

  /** Adds a value to hide, and each of its lines if it has several, in every form in which programs write it. Returns whether it is long enough to be masked. */
  add(value: string): boolean {
    if (value.length < SHORTEST_SECRET) return false;
    for (const part of [value, value.trim(), ...value.split(/[\r\n]+/)]) {
      if (part.trim().length < SHORTEST_SECRET || this.values.has(part)) continue;
      this.values.add(part);
      for (const form of secretForms(part)) if (form.length >= SHORTEST_SECRET) this.forms.add(form);
      this.isOld = true;
    }
    return true;
  }

  /** A text with its secrets masked. */
  redact(text: string): string {
    const secrets = this.secrets();
    if (secrets === null) return text;
    const bytes = Buffer.from(text, 'utf8');
    const view = plainView(bytes, 0);
    if (secrets.find(view.bytes, 0) === null) return text;
    return Buffer.concat([masked(bytes, view, secrets, view.bytes.length, MASK_BYTES).shown, bytes.subarray(view.open)]).toString('utf8');
  }

  /** Whether a text holds a secret. */
  holds(text: string): boolean {
    const secrets = this.secrets();
    return secrets !== null && secrets.find(plainView(Buffer.from(text, 'utf8'), 0).bytes, 0) !== null;
  }

  /** For bytes that come in chunks: what may be the beginning of a secret is held back until more arrives. */
  stream(): RedactedStream {
    return new RedactedStream(() => this.secrets(), MASK_BYTES);
  }

  private secrets(): SecretMatcher | null {
    if (this.isOld) this.matcher = new SecretMatcher([...this.forms].map((form) => Buffer.from(form, 'utf8')));
    this.isOld = false;
    return this.matcher;
  }
}
