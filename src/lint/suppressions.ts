import { closest, type Diagnostic, positionAt, type Runbook, type Span } from '../model/index.ts';
import { readDirective, type SuppressionDirective } from './facts/index.ts';
import type { Finding } from './rule.ts';

/** A comment that silences rules on the lines from `from` to `to`, both included. */
export interface Suppression {
  /** Rule ids as written; empty: all rules. */
  readonly rules: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The comment. */
  readonly span: Span;
}

/** Separates the rules from the reason. */
const REASON = /(?:^|\s+)(?:--?|–|—)\s+/;

/** The suppression comments of a runbook: for the next line or block, for their own line, for the file, and from `disable` up to `enable` or the end. */
export function readSuppressions(runbook: Runbook): readonly Suppression[] {
  const suppressions: Suppression[] = [];
  let open: Suppression[] = [];
  for (const { value, span } of runbook.structure.comments) {
    const { name, list } = readDirective(value);
    const rules = list.split(REASON)[0]?.split(/[\s,]+/).filter((word) => word !== '') ?? [];
    const range = rangeOf(runbook, span, name);
    if (name === 'runbook-disable' && range !== null) open.push({ rules, ...range, span });
    else if (range !== null) suppressions.push({ rules, ...range, span });
    if (name === 'runbook-enable') {
      const ends = (suppression: Suppression) => rules.length === 0 || suppression.rules.some((rule) => rules.includes(rule));
      suppressions.push(...open.filter(ends).map((suppression) => ({ ...suppression, to: span.end.line })));
      open = open.filter((suppression) => !ends(suppression));
    }
  }
  return [...suppressions, ...open];
}

const LAST_LINE = Number.MAX_SAFE_INTEGER;

/** The lines that a comment silences; `null` if it silences nothing by itself. */
function rangeOf(runbook: Runbook, span: Span, name: string): { readonly from: number; readonly to: number } | null {
  switch (name as SuppressionDirective) {
    case 'runbook-disable-file':
      return { from: 1, to: LAST_LINE };
    case 'runbook-disable-line':
      return { from: span.start.line, to: span.end.line };
    case 'runbook-disable-next-line':
      return nextLines(runbook, span);
    case 'runbook-disable':
      return { from: isBelowFrontMatter(runbook, span) ? 1 : span.start.line, to: LAST_LINE };
    default:
      return null;
  }
}

/** No comment can stand above front matter, so one right below it silences it too. */
function isBelowFrontMatter({ structure, source }: Runbook, { start }: Span): boolean {
  const { frontMatter } = structure;
  return frontMatter !== null && source.text.slice(frontMatter.end.offset, start.offset).replace(/<!--[\s\S]*?-->/g, '').trim() === '';
}

/** The next line with text; where a code block opens on it, the whole block. */
function nextLines({ source, structure }: Runbook, { end }: Span): { readonly from: number; readonly to: number } {
  const after = source.text.slice(end.offset);
  const restOfLine = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(after)?.[0].length ?? 0;
  const line = positionAt(source, end.offset + restOfLine + after.slice(restOfLine).search(/\S|$/)).line;
  const fence = structure.fences.find(({ span }) => span.start.line === line);
  return { from: line, to: fence?.span.end.line ?? line };
}

interface Suppressed {
  readonly kept: readonly Diagnostic[];
  /** Comments that silence nothing, each with the rule (or `null` for all) that had no finding. */
  readonly unused: readonly Finding[];
}

/** Resolves rule names, including former ones, to ids. */
interface RuleNames {
  readonly known: readonly string[];
  readonly idOf: (name: string) => string;
  /** Whether a rule ran; a comment for one that did not run is fine. */
  readonly judged: (id: string) => boolean;
}

/** Removes the findings that comments silence. */
export function applySuppressions(diagnostics: readonly Diagnostic[], suppressions: readonly Suppression[], { known, idOf, judged }: RuleNames): Suppressed {
  const used = new Set<string>();
  const named = suppressions.map(({ rules }) => new Map(rules.map((rule) => [idOf(rule), rule])));
  const kept = diagnostics.filter(({ rule, span }) => {
    const hits = suppressions.flatMap((suppression, index) => {
      const covers = span.start.line >= suppression.from && span.start.line <= suppression.to;
      return covers && (suppression.rules.length === 0 || named[index]?.has(rule) === true) ? [index] : [];
    });
    for (const index of hits) used.add(`${index} ${suppressions[index]?.rules.length === 0 ? '' : rule}`);
    return hits.length === 0;
  });
  const unused = suppressions.flatMap(({ rules, span }, index) => {
    const names = rules.length === 0 ? [''] : rules;
    return names.filter((rule) => !used.has(`${index} ${idOf(rule)}`) && (rule === '' || judged(idOf(rule)))).map((rule) => ({ message: unusedMessage(rule, known.includes(idOf(rule)), known), span }));
  });
  // In a file that is silenced as a whole, its comments are not judged either.
  return { kept, unused: suppressions.some(({ rules, from, to }) => rules.length === 0 && from === 1 && to === LAST_LINE) ? [] : unused };
}

function unusedMessage(rule: string, exists: boolean, known: readonly string[]): string {
  if (rule === '') return 'this comment silences nothing: there is no finding on its lines';
  if (exists || rule.startsWith('shellcheck/')) return `this comment silences nothing: ${rule} has no finding on its lines`;
  const near = closest(rule, known)[0];
  return `no rule is called "${rule}"${near === undefined ? '' : `; "${near}" is one`}`;
}
