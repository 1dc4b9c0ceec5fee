import { codeSpan, type CommandStep, type Fence, interpreterOf, isShellName, type Runbook, type ShellAnalysis, type Span, spanAt } from '../../model/index.ts';
import { gravestMark } from './first-destructive.ts';

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

/** Where a step's gravest destructive word stands, or another of its words; the whole step where a pin says that it destroys. */
export function placeOfMark({ source }: Runbook, step: CommandStep, mark = gravestMark(step)?.mark): Span {
  const { code, span } = step;
  if (mark === undefined) return span;
  // A statement of SQL may begin below what stands before it.
  const written = code.text.slice(mark.start, mark.end);
  const below = written.includes('\n') ? written.lastIndexOf(mark.word) : -1;
  const start = mark.start + Math.max(0, below);
  return codeSpan(source, code, start, below < 0 ? mark.end : start + mark.word.length);
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
