import { type CommandStep, lineAt, NUMBER, type Runbook } from '../../model/index.ts';
import { asksForLook, checkedWithin, destroys, gravestMark, looksAfterInBlock, looksAtResult, markdown, outerSection, outputLines, isInForeignScript, placeOfMark, proseLooksAfter, verifiesAnywhere, worksAgain } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const destructiveWithoutCheck = textRule({
  id: 'destructive-without-check',
  severity: 'warning',
  summary: 'Nothing in its section looks at the result of a destructive command.',
  scope: 'runbook',
  docs: {
    why: 'After a rollback, a delete or a restart the reader has to know whether it worked before going on. Editors show it of other deeds too, as a hint. Put a command that looks, with an `# Expected:` line, after it in the same section, or a verification section.',
    bad: { get text() { return markdown(`
      # Failover

      ## Drain the old primary

      '''bash
      kubectl delete pod db-0
      '''

      ## Read the lag

      '''bash
      kubectl exec db-1 -- lag
      # Expected: 0
      '''
    `); } },
    good: { get text() { return markdown(`
      # Failover

      ## Drain the old primary

      '''bash
      kubectl delete pod db-0
      kubectl get pod db-0
      # Expected: 0/1 Pending
      '''
    `); } },
  },
  check: (runbook) => (verifiesAnywhere(runbook) && !isInForeignScript(runbook) ? lastDestructiveSteps(runbook).flatMap((step) => judge(runbook, step)) : []),
});

/** One per section is enough to say: the last. */
function lastDestructiveSteps(runbook: Runbook): readonly CommandStep[] {
  const last = new Map<number, CommandStep>();
  for (const step of runbook.steps) {
    if (destroys(step) && gravestMark(step)?.isGrave !== false) last.set(outerSection(runbook, step.section), step);
  }
  return [...last.values()];
}

function judge(runbook: Runbook, step: CommandStep): readonly Finding[] {
  const outer = outerSection(runbook, step.section);
  const later = runbook.steps.filter(({ index, section, role }) => index > step.index && (role === 'verification' || outerSection(runbook, section) === outer));
  const inSection = runbook.sections.filter(({ index }) => outerSection(runbook, index) === outer);
  const verified = checkedWithin(step) || looksAfterInBlock(step) || later.some(looksAtResult) || inSection.some((section) => proseLooksAfter(section, step.span.end.offset)) || hasLaterVerification(runbook, step);
  const mark = step.destructive?.marks.find(({ word }) => worksAgain(word)) ?? gravestMark(step)?.mark;
  if (verified || showsOutput(runbook, step) || (mark !== undefined && takesNothing(commandAt(step, mark.start)))) return [];
  const word = mark?.word ?? step.destructive?.word ?? '';
  // What is deleted is gone; whether something comes back is seen by whoever looks.
  const heading = runbook.sections[outer]?.heading ?? '';
  return [{ message: `nothing after "${word}"${heading === '' ? '' : ` in "${heading}"`} looks at the result`, span: placeOfMark(runbook, step, mark), ...(worksAgain(word) || step.destructive?.from === 'pin' ? {} : { hint: true as const }) }];
}

/** Taking away what was there for a while needs no look, nor does a copy into a folder for such things, or beside what it is a copy of: `cp shop.db shop.db.bak`. */
function takesNothing(command: string): boolean {
  const isCopy = /\b(?:cp|scp|rsync)\s/.test(command) && (/[\s:]\/tmp(?:\/\S*)?\s*$/.test(command) || /\s(?<file>\S+)\s+\k<file>[.~-]\S*\s*$/.test(command));
  return isCopy || /\s--?(?:target|to|dest|destination|out|output)(?:-dir(?:ectory)?)?[= ]\/tmp\//.test(command) || (/\b(?:rm|delete)\b/.test(command) && /\/tmp\b|mktemp|\btmp|\btemp(?:orary)?(?![a-z])/i.test(command));
}

/** The command that a place is in, else the line. */
function commandAt({ shell, code: { text } }: CommandStep, at: number): string {
  const command = shell.commands.find(({ start, end }) => start <= at && at < end);
  return command === undefined ? lineAt(text, at) : text.slice(command.start, command.end);
}

/** Whether the block also shows what the command prints. */
function showsOutput(runbook: Runbook, step: CommandStep): boolean {
  const fence = runbook.structure.fences.find((each) => each.step === step.index);
  return fence?.hasPrompts === true && outputLines(runbook, fence).length > 0;
}

/** A section for what follows the deed: "Post-rollback", "After the restore". */
const AFTERWARDS = new RegExp(String.raw`^${NUMBER}(?:post[- ]|after\b|afterwards\b)`, 'i');

/** A later section for it, or the next one, if its heading asks for a look: "## Monitor". */
function hasLaterVerification({ sections }: Runbook, step: CommandStep): boolean {
  const depth = sections[step.section]?.depth ?? 0;
  const later = sections.filter(({ span }) => span.start.offset > step.span.start.offset);
  const next = later.find((section) => section.depth <= depth);
  return later.some(({ role, heading }) => role === 'verification' || AFTERWARDS.test(heading)) || (next !== undefined && asksForLook(next.heading));
}
