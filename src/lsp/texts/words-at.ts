import { lineBegin } from './line-around.ts';
import { codeSpan, type Located, type Runbook, type Slot, type Span, spanAt, type Step } from '../../model/index.ts';
import { holds } from './ranges.ts';

/** A word and where it stands. */
export type Word = Located<string>;

/** The comment that an offset is in, its inside text. */
export function commentAt({ structure }: Runbook, offset: number): Word | null {
  return structure.comments.find(({ span }) => holds(span, offset)) ?? null;
}

/** The word of a pattern that an offset is in, on its line. */
export function wordAt({ source }: Runbook, offset: number, pattern: RegExp): Word | null {
  const start = lineBegin(source.text, offset);
  const line = /^[^\r\n]*/.exec(source.text.slice(start))?.[0] ?? '';
  for (const { 0: value, index } of line.matchAll(pattern)) {
    const span = spanAt(source, start + index, start + index + value.length);
    if (holds(span, offset)) return { value, span };
  }
  return null;
}

/** The parameter or target that stands in a command or an expectation at an offset. */
export function slotAt({ steps }: Runbook, offset: number): Slot | null {
  return steps.flatMap(slotsOf).find(({ span }) => holds(span, offset)) ?? null;
}

function slotsOf(step: Step): readonly Slot[] {
  const expectations = step.kind === 'manual' ? step.expectations : step.pieces.flatMap((piece) => piece.expectations);
  return [...(step.kind === 'manual' ? step.offers.flatMap(({ slots }) => slots) : step.slots), ...expectations.flatMap(({ parts }) => parts.flatMap(({ slots }) => slots))];
}

/** The variable that a command reads at an offset. */
export function variableAt({ source, steps }: Runbook, offset: number): Word | null {
  for (const step of steps) {
    if (step.kind === 'manual') continue;
    for (const { name, start, end } of step.shell.reads) {
      const span = codeSpan(source, step.code, start, end);
      if (holds(span, offset)) return { value: name, span };
    }
  }
  return null;
}

/** The target that is listed at an offset: in an inventory, the System line or a heading. */
export function targetListedAt({ inventories, targets }: Runbook, offset: number): Word | null {
  const target = targets.find(({ span, row }) => row === null && holds(span, offset));
  if (target !== undefined) return { value: target.name, span: target.span };
  const row = inventories.flatMap(({ rows }) => rows).find(({ span }) => holds(span, offset));
  return row === undefined ? null : { value: row.name, span: row.span };
}

/** The step whose block or text is at an offset; the innermost where several are. */
export function stepAt({ steps }: Runbook, offset: number): Step | null {
  const around = steps.filter(({ span }) => holds(span, offset));
  return around.sort((a, b) => length(a.span) - length(b.span))[0] ?? null;
}

const length = ({ start, end }: Span): number => end.offset - start.offset;
