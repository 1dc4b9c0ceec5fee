import type { Diagnostic, Runbook, Span } from '../model/index.ts';
import { closest, positionAt } from '../model/index.ts';
import type { Finding } from './rule.ts';

/** A comment that silences rules on the lines from `from` to `to`, both included. */
export interface Suppression {
  /** Rule ids; empty: all rules. */
  readonly rules: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The comment. */
  readonly span: Span;
}

const DIRECTIVE = /^\s*runbook-(disable-next-line|disable|enable)\b:?\s*([\w/,\s-]*)/;

/** The suppression comments of a runbook: `runbook-disable-next-line`, and `runbook-disable` up to `runbook-enable` or the end. */
export function readSuppressions(runbook: Runbook): readonly Suppression[] {
  const suppressions: Suppression[] = [];
  let open: Suppression[] = [];
  for (const { value, span } of runbook.structure.comments) {
    const [, kind, list = ''] = DIRECTIVE.exec(value) ?? [];
    const rules = list.split(/\s+-- /)[0]?.split(/[\s,]+/).filter((word) => word !== '' && word !== '--') ?? [];
    if (kind === 'disable-next-line') suppressions.push({ rules, ...nextLines(runbook, span), span });
    if (kind === 'disable') open.push({ rules, from: span.start.line, to: Number.MAX_SAFE_INTEGER, span });
    if (kind === 'enable') {
      const ends = (suppression: Suppression) => rules.length === 0 || suppression.rules.some((rule) => rules.includes(rule));
      suppressions.push(...open.filter(ends).map((suppression) => ({ ...suppression, to: span.end.line })));
      open = open.filter((suppression) => !ends(suppression));
    }
  }
  return [...suppressions, ...open];
}

/** The next line with text; where a code block opens on it, the whole block. */
function nextLines({ source, structure }: Runbook, { end }: Span): { readonly from: number; readonly to: number } {
  const after = source.text.slice(end.offset);
  const restOfLine = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(after)?.[0].length ?? 0;
  const line = positionAt(source, end.offset + restOfLine + after.slice(restOfLine).search(/\S|$/)).line;
  const fence = structure.fences.find(({ span }) => span.start.line === line);
  return { from: line, to: fence?.span.end.line ?? line };
}

export interface Suppressed {
  readonly kept: readonly Diagnostic[];
  /** Comments that silence nothing; each with the rule (or `null` for all) of which there was no finding. */
  readonly unused: readonly Finding[];
}

/** Take out what comments silence. `judged` tells whether a rule was run at all: a comment for one that was not is no fault. */
export function applySuppressions(diagnostics: readonly Diagnostic[], suppressions: readonly Suppression[], judged: (rule: string) => boolean, known: readonly string[]): Suppressed {
  const used = new Set<string>();
  const kept = diagnostics.filter(({ rule, span }) => {
    const hits = suppressions.flatMap((suppression, index) => {
      const covers = span.start.line >= suppression.from && span.start.line <= suppression.to;
      return covers && (suppression.rules.length === 0 || suppression.rules.includes(rule)) ? [index] : [];
    });
    for (const index of hits) used.add(`${index} ${suppressions[index]?.rules.length === 0 ? '' : rule}`);
    return hits.length === 0;
  });
  const unused = suppressions.flatMap(({ rules, span }, index) => {
    const names = rules.length === 0 ? [''] : rules;
    return names.filter((rule) => !used.has(`${index} ${rule}`) && (rule === '' || judged(rule))).map((rule) => ({ message: unusedMessage(rule, known), span }));
  });
  return { kept, unused };
}

function unusedMessage(rule: string, known: readonly string[]): string {
  if (rule === '') return 'this comment silences nothing: there is no finding on its lines';
  if (known.includes(rule) || rule.startsWith('shellcheck/')) return `this comment silences nothing: ${rule} has no finding on its lines`;
  const near = closest(rule, known)[0];
  return `no rule is called "${rule}"${near === undefined ? '' : `; "${near}" is one`}`;
}
