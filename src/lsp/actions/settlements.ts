import { type CommandStep, type Doubt, type DoubtAnswer, type Edit, type Fence, type Runbook, withEdits } from '../../model/index.ts';
import { settleByPin } from '../../plan/index.ts';
import { lineBefore, type OpenText, type OpenTexts } from '../texts/index.ts';

/** A pin, or a label, that settles a doubt of a step. */
interface Settlement {
  /** `pin runs=no`, `label bash`. */
  readonly by: string;
  readonly step: CommandStep;
  readonly doubt: Doubt;
  readonly answer: DoubtAnswer;
  readonly edit: Edit;
}

const RUN = { pin: 'runs=yes', answer: 'run' } as const;
const SKIP = { pin: 'runs=no', answer: 'skip' } as const;

/** The pins that can settle each kind of doubt. */
const PINS: Readonly<Record<Doubt['kind'], readonly { readonly pin: string; readonly answer: DoubtAnswer }[]>> = {
  elsewhere: [{ pin: 'on=here', answer: 'here' }, SKIP],
  gate: [{ pin: 'gate=passed', answer: 'passed' }],
  overwritten: [SKIP],
  unparsed: [SKIP],
  nothing: [SKIP],
  'not-a-command': [RUN, SKIP],
  'not-labelled': [RUN, SKIP],
  conditional: [RUN, SKIP],
  literal: [RUN, SKIP],
};

/** Steps that pins are offered for at once: each pin is tried by reading the text with it. */
const MOST_STEPS = 4;

/** The pins that settle what is open about the steps on some lines (both from 1 and included), or that words on these lines left open. */
export function settlements({ runbook, path }: OpenText, texts: OpenTexts, from: number, to: number): readonly Settlement[] {
  const meets = (first: number, last: number): boolean => first <= to && from <= last;
  const open = runbook.steps.flatMap((step) => {
    if (step.kind !== 'command') return [];
    const near = meets(step.span.start.line, step.span.end.line);
    const doubts = doubtsOf(runbook, step, texts).filter((doubt) => (near || meets(doubt.line, doubt.line)) && settleByPin(doubt, step.pins).answer === null);
    return doubts.length === 0 ? [] : [{ step, doubts: [...new Map(doubts.map((doubt) => [doubt.kind, doubt])).values()] }];
  });
  return open.slice(0, MOST_STEPS).flatMap(({ step, doubts }) => doubts.flatMap((doubt) => pinsFor({ runbook, path }, texts, step, doubt)));
}

/** What the text leaves open about a step, and the gates before it, which its plan knows. */
function doubtsOf(runbook: Runbook, step: CommandStep, texts: OpenTexts): readonly Doubt[] {
  return [...step.pieces, ...(texts.plan(runbook).steps[step.index]?.pieces ?? [])].flatMap(({ doubts }) => doubts);
}

function pinsFor({ runbook, path }: Pick<OpenText, 'runbook' | 'path'>, texts: OpenTexts, step: CommandStep, doubt: Doubt): readonly Settlement[] {
  return PINS[doubt.kind].filter(({ answer }) => doubt.answers.includes(answer)).flatMap(({ pin, answer }) => {
    const label = doubt.kind === 'not-labelled' && answer === 'run' ? labelled(runbook, step) : null;
    const edit = label ?? placeOfPin(runbook, step, pin);
    return edit !== null && settles(runbook, texts.parse(withEdits(runbook.source.text, [edit]), path), texts, step, doubt, answer) ? [{ by: label === null ? `pin ${pin}` : `label ${label.text}`, step, doubt, answer, edit }] : [];
  });
}

/** The label that a block without one is missing. */
function labelled({ structure }: Runbook, { index }: CommandStep): Edit | null {
  const fence = structure.fences.find((each) => each.step === index);
  return fence?.fenced === true && fence.info === '' ? insert(fence.infoSpan.start.offset, 'bash') : null;
}

/** Whether the text with the pin reads as meant: the same steps, and this doubt with its answer. */
function settles(before: Runbook, after: Runbook, texts: OpenTexts, { index }: CommandStep, doubt: Doubt, answer: DoubtAnswer): boolean {
  const step = after.steps[index];
  if (after.steps.length !== before.steps.length || step?.kind !== 'command') return false;
  const same = doubtsOf(after, step, texts).filter(({ kind }) => kind === doubt.kind);
  return same.every((left) => settleByPin(left, step.pins).answer === answer);
}

/** Where a pin goes: beside those that stand there, else into the fence's info string, else in a comment above the block. */
function placeOfPin({ source: { text, eol }, structure }: Runbook, step: CommandStep, pin: string): Edit | null {
  const fence = structure.fences.find((each) => each.step === step.index);
  if (fence === undefined) return null;
  const before = lineBefore(text, fence.span.start.offset);
  const above = /<!--\s*runbook:[^\r\n]*?(?<end>\s*-->[ \t]*(?:\r\n|\n|\r)[ \t>]*)$/.exec(text.slice(0, fence.span.start.offset));
  if (above !== null) return insert(above.index + above[0].length - (above.groups?.['end']?.length ?? 0), ` ${pin}`);
  const inInfo = fence.fenced ? pinInInfo(fence, pin) : null;
  if (inInfo !== null) return inInfo;
  return /^[\s>]*$/.test(before) ? insert(fence.span.start.offset - before.length, `${before}<!-- runbook: ${pin} -->${eol}`) : null;
}

function pinInInfo({ info, infoSpan, language }: Fence, pin: string): Edit | null {
  const [key = '', value = ''] = pin.split('=');
  const at = infoSpan.start.offset;
  const close = info.lastIndexOf('}');
  if (/\{\s*"/.test(info) && close > 0) return insert(at + close, `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
  if (/\{[^}]*=/.test(info) && close > 0) return insert(at + close, ` ${pin}`);
  return language === '' || info.includes('{') ? null : insert(infoSpan.start.offset + info.length, ` {${pin}}`);
}

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });
