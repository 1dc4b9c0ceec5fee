import { closest, type Diagnostic, type Located, type Pins } from '../../model/index.ts';
import { type Document, spanOf } from '../markdown/index.ts';
import { FOREIGN_KEYS, PIN_KEYS, SIMILARITY_KEY } from './pin-keys.ts';
import { readPinValue } from './pin-values.ts';

/** `key=value` as written, with places in the file. */
export interface PinText {
  readonly key: string;
  /** `null` where only the key stands: `interactive`. */
  readonly value: string | null;
  readonly keyAt: number;
  readonly valueAt: number;
  /** Length of the value as written, quotes included. */
  readonly length: number;
}

const ONE = /(?<key>[A-Za-z_][\w.-]*)(?:(?<equals>\s*=\s*)(?<value>"(?:[^"\\]|\\.)*"|'[^']*'|\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[a-z]*|(?:[\w-]+:\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[a-z]*,?)+|[^\s}]*))?/g;

/** Splits `name=verify retry=5 every=3s` into its pins. `offset` is the text's place in the file. */
export function splitPins(text: string, offset: number): readonly PinText[] {
  return [...text.matchAll(ONE)].map((match) => {
    const { key = '', equals = '', value } = match.groups ?? {};
    const keyAt = offset + match.index;
    const bare = value === undefined ? null : unquote(value.replace(/(?<=[^\\/]),$/, ''));
    return { key, value: bare, keyAt, valueAt: keyAt + key.length + equals.length, length: value?.length ?? 0 };
  });
}

function unquote(value: string): string {
  if (/^".*"$/s.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return /^'.*'$/s.test(value) ? value.slice(1, -1) : value;
}

/** Reads pins and reports those that nobody knows or that are wrong. */
export function readPins(document: Document, texts: readonly PinText[], report: (diagnostic: Diagnostic) => void): Pins {
  const pins: Record<string, Located<unknown>> = {};
  for (const pin of texts) {
    const kind = PIN_KEYS[pin.key];
    if (kind === undefined) {
      if (!FOREIGN_KEYS.has(pin.key)) report(unknownPin(document, pin));
      continue;
    }
    const text = pin.value ?? (kind === 'boolean' ? 'true' : '');
    const read = readPinValue(kind, text);
    const range = pin.value === null ? { start: pin.keyAt, end: pin.keyAt + pin.key.length } : { start: pin.valueAt, end: pin.valueAt + pin.length };
    const span = spanOf(document, range);
    if (read.ok) pins[pin.key] = { value: read.value, span };
    else report({ rule: 'invalid-pin', severity: 'error', message: `${pin.key}=${text}: expected ${read.expected}`, span });
  }
  // Each key was read as the kind that the table gives it.
  return pins as Pins;
}

function unknownPin(document: Document, { key, keyAt }: PinText): Diagnostic {
  const [near] = closest(key, [...Object.keys(PIN_KEYS), SIMILARITY_KEY]);
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return { rule: 'unknown-pin', severity: 'warning', message: `nobody reads the pin "${key}"${hint}`, span: spanOf(document, { start: keyAt, end: keyAt + key.length }) };
}
