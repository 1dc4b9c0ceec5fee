import { fixText } from '../../lint/index.ts';
import type { Diagnostic, Edit } from '../../model/index.ts';
import { differenceOf, type OpenText, type OpenTexts } from '../texts/index.ts';

/** The repair of a finding; `null` if it has none, or one that would make a block run that did not run before, unless it is one for a person to choose. */
export function repairOf({ runbook, path }: OpenText, texts: OpenTexts, finding: Diagnostic): readonly Edit[] | null {
  if (finding.fix === undefined || finding.inEditor === true) return finding.fix ?? null;
  const { text } = runbook.source;
  const fixed = fixText(text, path, (next) => texts.parse(next, path), once([finding]));
  return fixed.count === 0 ? null : finding.fix;
}

/** The repairs of several findings as one edit, or `null` where nothing can be repaired. */
export function repairAll({ runbook, path }: OpenText, texts: OpenTexts, findings: readonly Diagnostic[]): Edit | null {
  const { text } = runbook.source;
  const fixed = fixText(text, path, (next) => texts.parse(next, path), once(findings));
  return fixed.text === text ? null : differenceOf(text, fixed.text);
}

/** Findings for the first round only: their offsets are those of the text as it is. */
function once(findings: readonly Diagnostic[]): () => readonly Diagnostic[] {
  let rest = findings;
  return () => {
    const now = rest;
    rest = [];
    return now;
  };
}
