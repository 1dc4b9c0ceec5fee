import { type CommandStep, lineAt, plainText, type Runbook, type Section, type ShellAnalysis, type Step } from '../../model/index.ts';

/** Words of prose that ask for a look at the result, in some languages that teams write in. */
const LOOK = /\b(?:verif(?:y|ies|ied|ication)|confirm|check|ensure|make sure|validat(?:e|ion)|should (?:now )?(?:be|see|show|return|report|have)|expect(?:ed)?|wait (?:for|until)|monitor|watch (?:for|the|its|how|an?)|look at|see (?:if|whether)|observe)\b|(?:v[ée]rifi[ceq]|comprob|comprueb|(?:über)?prüf|kontrollier|controll[aoie]|valid(?:ar|er|ieren)\b|провер|sprawd[zź]|確認|检查|检验|验证)/i;

/** Whether a step looks at a result: it has expectations, or is a command that changes nothing, or its words ask to. */
export function looksAtResult(step: Step): boolean {
  if (step.role === 'verification') return true;
  if (step.kind === 'manual') return step.expectations.length > 0 || asksForLook(plainText(step.text)) || step.offers.some(({ shell }) => onlyReads(shell));
  return step.destructive === null || step.pieces.some(({ expectations }) => expectations.length > 0) || asksToLook(step);
}

/** Whether words ask for a look at a result. */
export function asksForLook(words: string): boolean {
  return LOOK.test(words);
}

/** Whether all that is known to happen is reading. */
function onlyReads({ effects }: ShellAnalysis): boolean {
  return effects.length > 0 && effects.every(({ effect }) => effect === 'reads');
}

/** Whether a later command of the same part of the page only reads, by which one can tell how it went. */
export function readsAfter(runbook: Runbook, { index, section }: CommandStep): boolean {
  const outer = outerSection(runbook, section);
  return runbook.steps.some((step) => step.index > index && step.kind === 'command' && outerSection(runbook, step.section) === outer && onlyReads(step.shell));
}

/** A later command of the block that only reads, or one that tries without doing. */
export function looksAfterInBlock({ destructive, shell, code }: CommandStep): boolean {
  const mark = destructive?.marks[0];
  if (mark === undefined) return false;
  const line = lineAt(code.text.replace(/\\\n/g, '  '), mark.start);
  // What a command itself is given, `"$(date)"`, is no look at it.
  const end = shell.commands.find((command) => command.topLevel && command.start <= mark.start && mark.end <= command.end)?.end ?? mark.end;
  return /\s--dry-?run\b/.test(line) || shell.effects.some(({ effect, start }) => effect === 'reads' && start >= end);
}

/** Whether the prose before or below a step asks for a look. */
function asksToLook(step: Step): boolean {
  return LOOK.test(plainText([...step.prose, ...step.below]));
}

/** Whether the piece that destroys, or a later one of the block, has an expectation, or a later piece only looks. */
export function checkedWithin(step: CommandStep): boolean {
  const last = step.pieces.findLastIndex(({ destructive }) => destructive !== null);
  return step.pieces.slice(Math.max(0, last)).some(({ expectations, destructive }, index) => expectations.length > 0 || (index > 0 && destructive === null));
}

/** Whether anything in the runbook verifies: a section, an expectation, or words that ask to, be it in a comment. */
export function verifiesAnywhere(runbook: Runbook): boolean {
  if (runbook.sections.some(({ role, heading }) => role === 'verification' || LOOK.test(heading))) return true;
  const expects = runbook.steps.some((step) => (step.kind === 'manual' ? step.expectations.length > 0 : step.pieces.some(({ expectations }) => expectations.length > 0)));
  return expects || runbook.structure.texts.some(({ value }) => LOOK.test(value)) || runbook.steps.some((step) => step.kind === 'command' && step.shell.comments.some(({ ownLine, text }) => ownLine && LOOK.test(text)));
}

/** What to do where it did not help: "If the process doesn't come back, …". */
const NO_GOOD = /\bif\b[^.:;]{1,60}(?:n['’]t|\bnot|\bstill|\bagain|\bfails?|\bpersists?)\b/i;

/** Whether prose of a section after an offset asks for a look, or says what to do if it shows no good. */
export function proseLooksAfter(section: Section, offset: number): boolean {
  return section.blocks.some((block) => block.span.start.offset >= offset && block.type !== 'code' && (LOOK.test(plainText([block])) || NO_GOOD.test(plainText([block]))));
}

/** The section of depth 2 (or 1) that a section lies in. */
export function outerSection(runbook: Runbook, index: number): number {
  const section = runbook.sections[index];
  if (section === undefined || section.parent === null || section.depth <= 2) return index;
  return outerSection(runbook, section.parent);
}
