import type { Html } from 'mdast';
import type { Diagnostic, Located, Pins } from '../../model/index.ts';
import { type Document, rangeOf, spanOf } from '../markdown/index.ts';
import { SIMILARITY_KEY } from './pin-keys.ts';
import { readPins, splitPins } from './pins.ts';

/** What a comment before a block says of it. */
interface CommentPins {
  readonly pins: Pins;
  /** Innovation Engine: how alike the output must be, or a pattern. */
  readonly similarity: Located<number | string> | null;
}

const RUNBOOK = /^<!--\s*runbook:\s*(?<pins>[\s\S]*?)\s*-->\s*$/;
const SIMILARITY = /^<!--\s*(?<key>expected[_-]\w+)\s*=\s*(?<value>[\s\S]*?)\s*-->\s*$/;

/** Reads `<!-- runbook: name=verify -->` and `<!-- expected_similarity=0.8 -->`; `null` for any other comment. */
export function readCommentPins(document: Document, node: Html, report: (diagnostic: Diagnostic) => void): CommentPins | null {
  const range = rangeOf(document, node);
  const runbook = RUNBOOK.exec(node.value)?.groups?.['pins'];
  if (range !== null && runbook !== undefined) {
    const texts = splitPins(runbook, range.start + node.value.indexOf(runbook, node.value.indexOf(':')));
    return { pins: readPins(document, texts, report), similarity: null };
  }
  const { key, value } = SIMILARITY.exec(node.value)?.groups ?? {};
  if (range === null || key === undefined || value === undefined) return null;
  const keyAt = range.start + node.value.indexOf(key);
  if (key !== SIMILARITY_KEY) {
    report({ rule: 'unknown-pin', severity: 'warning', message: `nobody reads the pin "${key}"; did you mean "${SIMILARITY_KEY}"?`, span: spanOf(document, { start: keyAt, end: keyAt + key.length }) });
    return { pins: {}, similarity: null };
  }
  return { pins: {}, similarity: readSimilarity(document, value, range.start + node.value.lastIndexOf(value), report) };
}

function readSimilarity(document: Document, value: string, at: number, report: (diagnostic: Diagnostic) => void): Located<number | string> | null {
  const span = spanOf(document, { start: at, end: at + value.length });
  const quoted = /^"(?<pattern>[\s\S]*)"$/.exec(value)?.groups?.['pattern'];
  const number = Number(quoted ?? value);
  if (Number.isFinite(number) && value !== '' && number >= 0 && number <= 1) return { value: number, span };
  if (quoted !== undefined && quoted !== '') return { value: quoted, span };
  report({ rule: 'invalid-pin', severity: 'error', message: `${SIMILARITY_KEY}=${value}: expected a number from 0 to 1, or "a pattern"`, span });
  return null;
}
