import { stringify } from 'yaml';

/** How everything in the lock is written: in the plainest way that reads back as it was. */
const STYLE = { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN', indentSeq: false, aliasDuplicateObjects: false } as const;

/** A letter first, then whatever can be seen. */
const WORDS = /^[A-Za-z][ -~\u00a1-\u2027\u2030-\ud7ff]*$/;
/** What YAML would take for something else. */
const NO_WORDS = /^(?:null|true|false)$/i;
/** What words cannot hold or end in without quotes. */
const NEEDS_QUOTES = /: | #|[ :]$/;
/** A key that stands as it is. */
const KEY = /^(?!(?:null|true|false)$)[A-Z][\w-]{0,60}\w$/i;
/** A digest, a version or a day that cannot be taken for a number. */
const NO_NUMBER = /^(?:(?=.*[a-df])[0-9a-f]{16}|\d+\.\d+\.\d+(?:[.+-][\w.+-]*)?|\d{4}-\d\d-\d\d)$/;

/**
 * A map as the yaml package writes it below a key. The package is asked for what is not plain words alone: it takes ten times as long, and a
 * lock has thousands of lines.
 */
export function yamlText(data: object): string {
  // A text of several lines stands as far in as it is deep.
  const lines = JSON.stringify(data).includes('\\n') ? packageLines(data) : mapLines(data);
  return lines.map((line) => (line === '' ? '\n' : `  ${line}\n`)).join('');
}

function mapLines(data: object): readonly string[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const text = KEY.test(key) ? plainText(value) : null;
    if (text !== null) return [`${key}: ${text}`];
    const below = KEY.test(key) ? listOrMapLines(value) : null;
    return below === null ? packageLines({ [key]: value }) : [`${key}:`, ...(Array.isArray(value) ? below : below.map((line) => `  ${line}`))];
  });
}

function itemLines(item: unknown): readonly string[] {
  const text = plainText(item);
  if (text !== null) return [`- ${text}`];
  const below = listOrMapLines(item);
  return below === null ? packageLines([item]) : below.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** `null` of what is neither, or empty. */
function listOrMapLines(value: unknown): readonly string[] | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.flatMap(itemLines);
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0 ? null : mapLines(value);
}

function plainText(value: unknown): string | null {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  if (value === '') return '""';
  if (NO_NUMBER.test(value)) return value;
  if (!WORDS.test(value) || NO_WORDS.test(value)) return null;
  if (!NEEDS_QUOTES.test(value)) return value;
  return /["'\\]/.test(value) ? null : `"${value}"`;
}

function packageLines(data: object): readonly string[] {
  const [, ...lines] = stringify({ below: data }, STYLE).slice(0, -1).split('\n');
  return Array.isArray(data) ? lines : lines.map((line) => line.slice('  '.length));
}
