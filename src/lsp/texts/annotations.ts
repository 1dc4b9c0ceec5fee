import { spanAt, type Runbook } from '../../model/index.ts';
import { commentAt, type Word, wordAt } from './words-at.ts';
import { holds } from './ranges.ts';

/** The rule that a comment which silences names at an offset. */
export function ruleNameAt(runbook: Runbook, offset: number): Word | null {
  const comment = commentAt(runbook, offset);
  if (comment === null || !/^\s*runbook-(?:disable|enable)/.test(comment.value)) return null;
  return wordAt(runbook, offset, /(?<![\w-])(?!runbook-)[\w-]+(?:\/\w+)?/g);
}

/** The key of the pin at an offset, in a comment or in a fence's info string. */
export function pinTextAt(runbook: Runbook, offset: number): Word | null {
  const comment = commentAt(runbook, offset);
  const inComment = comment !== null && /^\s*runbook:/.test(comment.value);
  const inInfo = runbook.structure.fences.some(({ infoSpan, info }) => info.includes('{') && holds(infoSpan, offset) && offset > infoSpan.start.offset + info.indexOf('{'));
  if (!inComment && !inInfo) return null;
  const pin = wordAt(runbook, offset, /(?<=[\s{,"])(?!runbook\b)[A-Za-z]\w*"?\s*[=:]\s*(?:"[^"]*"|\/(?:\\.|[^/\\])+\/|[^\s},]*)|(?<=[\s{])(?!runbook\b)[A-Za-z]\w*(?=[\s}])/g);
  if (pin === null) return null;
  const key = /^\w+/.exec(pin.value)?.[0] ?? '';
  return { value: key, span: spanAt(runbook.source, pin.span.start.offset, pin.span.start.offset + key.length) };
}
