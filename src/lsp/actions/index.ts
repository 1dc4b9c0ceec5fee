// What an editor offers to do about a line: repairs, pins that settle a doubt, comments that silence a rule.
import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import { listWords, visibleLine, type Diagnostic, type Edit } from '../../model/index.ts';
import { linesMeet, type OpenText, type OpenTexts, rangeOf, textEdits } from '../texts/index.ts';
import { protocolDiagnostic } from '../findings/index.ts';
import { repairAll, repairOf } from './repairs.ts';
import { settlements } from './settlements.ts';
import { silence } from './silence.ts';

/** Repairs that are offered at once: each is tried by reading the text with it. */
const MOST_REPAIRS = 10;
const FIX_ALL = `${CodeActionKind.SourceFixAll}.runbook`;

/** The kinds of actions that are offered. */
export const ACTION_KINDS: string[] = [CodeActionKind.QuickFix, FIX_ALL];

/** What can be done about the lines of a range: repairs, pins and labels that settle a doubt, comments that silence. */
export function codeActions(open: OpenText, texts: OpenTexts, findings: readonly Diagnostic[], { range, context }: Pick<CodeActionParams, 'range' | 'context'>): CodeAction[] {
  const wants = (kind: string): boolean => context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const here = findings.filter(({ span }) => linesMeet(rangeOf(open.document, span), range));
  const quick = wants(CodeActionKind.QuickFix) ? [...here.filter(({ fix }) => fix !== undefined).slice(0, MOST_REPAIRS).flatMap((finding) => repairAction(open, texts, finding)), ...pinActions(open, texts, here, range), ...silenceActions(open, here)] : [];
  const all = wants(FIX_ALL) ? repairAll(open, texts, findings.filter(({ unsafe }) => unsafe !== true)) : null;
  return [...quick, ...(all === null ? [] : [{ title: 'Make all safe repairs', kind: FIX_ALL, edit: changeOf(open, [all]) }])];
}

const UNSAFE = ' (look at it: it changes a command, or what a sentence means)';

function repairAction(open: OpenText, texts: OpenTexts, finding: Diagnostic): CodeAction[] {
  const edits = repairOf(open, texts, finding);
  if (edits === null) return [];
  return [{ title: `Repair: ${visibleLine(finding.message)}${finding.unsafe === true ? UNSAFE : ''}`, kind: CodeActionKind.QuickFix, diagnostics: [protocolDiagnostic(open, finding)], isPreferred: finding.unsafe !== true, edit: changeOf(open, edits) }];
}

function pinActions(open: OpenText, texts: OpenTexts, here: readonly Diagnostic[], { start, end }: CodeActionParams['range']): CodeAction[] {
  // One pin can settle several doubts.
  const byChange = Map.groupBy(settlements(open, texts, start.line + 1, end.line + 1), ({ step, answer, edit }) => JSON.stringify([step.id, answer, edit]));
  return [...byChange.values()].flatMap((settled) => {
    const [first] = settled;
    if (first === undefined) return [];
    const { by, step, answer, edit } = first;
    const kinds = settled.map(({ doubt: { kind } }) => kind);
    const about = here.filter(({ rule }) => kinds.some((kind) => kind === rule)).map((finding) => protocolDiagnostic(open, finding));
    return [{ title: `Settle ${listWords(kinds.map((kind) => `"${kind}"`))} of ${step.id}: ${WORDS[answer] ?? answer} (${by})`, kind: CodeActionKind.QuickFix, edit: changeOf(open, [edit]), ...(about.length === 0 ? {} : { diagnostics: about }) }];
  });
}

/** What an answer means, where its name alone does not say it. */
const WORDS: Readonly<Record<string, string>> = { run: 'it is to run', skip: 'it is not to run', here: 'it runs on this machine', passed: 'the gate is passed' };

function silenceActions(open: OpenText, here: readonly Diagnostic[]): CodeAction[] {
  const byPlace = new Map(here.map((finding) => [`${finding.rule} ${finding.span.start.line}`, finding]));
  return [...byPlace.values()].map((finding) => {
    const { comment, edit } = silence(open.runbook, finding);
    return { title: `Silence ${finding.rule} ${comment === 'runbook-disable-file' ? 'in this file' : 'here'}`, kind: CodeActionKind.QuickFix, diagnostics: [protocolDiagnostic(open, finding)], edit: changeOf(open, [edit]) };
  });
}

function changeOf({ document }: OpenText, edits: readonly Edit[]): { changes: Record<string, TextEdit[]> } {
  return { changes: { [document.uri]: textEdits(document, edits) } };
}
