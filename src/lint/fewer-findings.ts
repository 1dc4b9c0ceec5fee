import type { Diagnostic } from '../model/index.ts';
import type { LineRange } from '../programs/index.ts';
import { RULES_BY_ID } from './rules/index.ts';

/** Rules about a block as a whole; only the finding of the first one is kept. */
const ABOUT_BLOCKS: readonly string[] = ['unclosed-fence', 'paste-trap', 'not-a-command', 'unparsed', 'nothing', 'elsewhere', 'literal', 'mixed-output', 'prompt-in-fence', 'not-labelled'];
/** If one of these has a finding, what its commands are is not known. */
const NOT_READABLE: ReadonlySet<string> = new Set(['unclosed-fence', 'paste-trap', 'not-a-command', 'unparsed', 'nothing']);
/** Findings that then follow from it. */
const FROM_COMMANDS = /^(?:shellcheck\/|endless-command$)/;

/** The findings, with at most one about each block as a whole. */
export function onePerBlock(findings: readonly Diagnostic[], blocks: readonly LineRange[]): readonly Diagnostic[] {
  const best = new Map<LineRange, Diagnostic>();
  const blockOf = new Map<Diagnostic, LineRange>();
  for (const finding of findings) {
    const block = blocks.find(({ from, to }) => finding.span.start.line >= from && finding.span.start.line <= to);
    if (block === undefined) continue;
    blockOf.set(finding, block);
    const known = best.get(block);
    if (rank(finding) >= 0 && (known === undefined || rank(finding) < rank(known))) best.set(block, finding);
  }
  return findings.filter((finding) => {
    const block = blockOf.get(finding);
    const first = block === undefined ? undefined : best.get(block);
    // Every dash and quote is a place to fix, so these are all kept.
    if (first === undefined || first === finding || (first.rule === 'paste-trap' && finding.rule === 'paste-trap')) return true;
    return rank(finding) < 0 && !(FROM_COMMANDS.test(finding.rule) && NOT_READABLE.has(first.rule));
  });
}

/** Below 0 for what is about no block as a whole; a hint comes after all others. */
function rank({ rule, hint }: Diagnostic): number {
  const place = ABOUT_BLOCKS.indexOf(rule);
  return place < 0 || hint !== true ? place : place + ABOUT_BLOCKS.length;
}

/** Joins the findings of a rule that reports once per file at its first place. Ordered before and after. */
export function onceAFile(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.flatMap((finding, index) => {
    const once = RULES_BY_ID.get(finding.rule)?.onceAFile;
    if (once === undefined) return [finding];
    const isSame = ({ rule, message }: Diagnostic) => rule === finding.rule && (once === true || message === finding.message);
    if (findings.findIndex(isSame) !== index) return [];
    const others = findings.filter((other, at) => at > index && isSame(other));
    if (others.length === 0) return [finding];
    const lines = others.map(({ span }) => span.start.line);
    const fix = [finding, ...others].flatMap((each) => each.fix ?? []);
    const where = `${lines.slice(0, 3).join(', ')}${lines.length > 3 ? ' …' : ''}`;
    const message = `${finding.message}; ${lines.length} more below (line${lines.length === 1 ? '' : 's'} ${where})`;
    return [{ ...finding, message, ...(fix.length === 0 ? {} : { fix }) }];
  });
}
