import { codeSpan, type CommandStep, type Fence, interpreterOf, isShellName, type Runbook, type ShellAnalysis, type Span, spanAt } from '../../model/index.ts';

/** Where to point when a runbook as a whole lacks something: its title, else its first line. */
export function titleSpan(runbook: Runbook): Span {
  if (runbook.title !== null) return runbook.title.span;
  const firstLineEnd = /[\r\n]|$/.exec(runbook.source.text)?.index ?? 0;
  return spanAt(runbook.source, 0, firstLineEnd);
}

/** A fence together with its parsed shell. */
export interface ShellBlock {
  readonly fence: Fence;
  readonly shell: ShellAnalysis;
  /** The place in the file of a range of its code. */
  span(start: number, end: number): Span;
}

/** Where a step's first destructive word stands; the whole step where a pin says that it destroys. */
export function placeOfMark({ source }: Runbook, { destructive, code, span }: CommandStep): Span {
  const mark = destructive?.marks[0];
  return mark === undefined ? span : codeSpan(source, code, mark.start, mark.end);
}

/** Every block that holds shell; an unclosed one swallows prose and is left out, and so is one that a pin gives to another program. */
export function shellBlocks(runbook: Runbook): readonly ShellBlock[] {
  return runbook.structure.fences.flatMap((fence) => {
    if (fence.shell === null || (fence.fenced && !fence.closed) || isForOther(runbook, fence)) return [];
    return [{ fence, shell: fence.shell, span: (start: number, end: number) => codeSpan(runbook.source, fence.code, start, end) }];
  });
}

function isForOther({ steps }: Runbook, { step }: Fence): boolean {
  const own = step === null ? undefined : steps[step];
  return own?.kind === 'command' && !isShellName(interpreterOf(own.pins));
}
