import { type Diagnostic, errorMessage, type Pins } from '../../model/index.ts';
import { type Document, spanOf } from '../markdown/index.ts';
import { readPins, splitPins, type PinText } from './pins.ts';

/** Pins in a fence's info string: `{name=verify retry=5}` or `{"name":"verify"}`. */
export function readFencePins(document: Document, info: string, offset: number, report: (diagnostic: Diagnostic) => void): Pins {
  const open = info.indexOf('{');
  if (open < 0) return {};
  const close = info.lastIndexOf('}');
  const start = offset + open;
  if (close < open) {
    report({ rule: 'invalid-pin', severity: 'error', message: 'the pins after { are not closed; expected }', span: spanOf(document, { start, end: offset + info.length }) });
    return {};
  }
  const text = info.slice(open, close + 1);
  if (/^\{\s*(?:"|\})/.test(text)) return readJson(document, text, start, report);
  // `{1,3-5}` names lines, `{.bash}` a language.
  if (/^\{[\d\s,-]*\}$/.test(text)) return {};
  return readPins(document, splitPins(text.slice(1, -1).replace(/^\s*\.[\w-]+/, (label) => ' '.repeat(label.length)), start + 1), report);
}

function readJson(document: Document, text: string, start: number, report: (diagnostic: Diagnostic) => void): Pins {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const reason = errorMessage(error);
    report({ rule: 'invalid-pin', severity: 'error', message: `the pins are no JSON: ${reason}`, span: spanOf(document, { start, end: start + text.length }) });
    return {};
  }
  return readPins(document, Object.entries(parsed as Record<string, unknown>).map(([key, value]) => placed(text, start, key, value)), report);
}

function placed(text: string, start: number, key: string, value: unknown): PinText {
  const keyAt = Math.max(0, text.indexOf(JSON.stringify(key))) + 1;
  const rest = /^"\s*:\s*(?<value>"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^,}\s]*)/.exec(text.slice(keyAt + key.length));
  const length = rest?.groups?.['value']?.length ?? 0;
  const valueAt = keyAt + key.length + (rest === null ? 0 : rest[0].length - length);
  const single = typeof value === 'string' ? value : JSON.stringify(value);
  const words = Array.isArray(value) ? value.join(',') : single;
  return { key, value: words, keyAt: start + keyAt, valueAt: start + valueAt, length };
}
