import { type AmbientContext, isProduction, namedPlaces, namesProduction } from '../../context/index.ts';
import { nextAttempt, pieceState, type RunState } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { commentWords, isFar, isSamePiece, lineAround, plainText, type Step } from '../../model/index.ts';
import { getsTerminal, type Plan, type PlannedExpectation, type PlannedPiece, type PlannedStep, type Question, stepOf, typedThere } from '../../plan/index.ts';
import { answersGiven } from '../answers-given.ts';
import { approvalFor, type Approved } from './approval.ts';
import { askFor } from './ask.ts';
import { classify } from './effect.ts';
import { gateAfter, gatesIn } from './gates-ahead.ts';
import type { WalkOptions } from '../machine.ts';
import { shellOf } from './shell-of.ts';
import { suggestedFor } from './suggested.ts';
import type { At, ChooseAlternative, ChooseTarget, DoByHand, EnterParameter, Interrupted, Judge, PieceFailed, Prompt, RunPiece, SettleDoubt } from '../prompts/index.ts';
import { contingenciesLeft, positionOf } from '../route.ts';

/** A prompt that has no id yet. */
export type Draft<P extends Prompt = Prompt> = P extends Prompt ? Omit<P, 'id'> : never;

/** Bytes of output shown with a question about it. */
const SEEN_BYTES = 4_000;

/** Asks which target to act on. */
export function chooseTarget({ name, span, choices }: Extract<Question, { kind: 'target' }>, globs: WalkOptions['production']): Draft<ChooseTarget> {
  const production = choices.filter((target) => namesProduction(target, globs));
  return { kind: 'choose-target', name, line: span.start.line, choices, production };
}

/** Asks for one of several alternatives, each with what it would run. */
export function chooseAlternative({ alternatives, steps, questions }: Plan, group: number, withChoice: (label: string) => Plan | null): Draft<ChooseAlternative> {
  const found = alternatives[group];
  const open = new Set(questions.map((question) => (question.kind === 'alternative' ? question.group : null)));
  const now = new Set(steps.filter(({ included }) => included).map(({ step }) => step.id));
  return {
    kind: 'choose-alternative',
    group,
    name: found?.name ?? '',
    line: found?.group.span.start.line ?? 1,
    menu: found?.group.menu ?? false,
    choices: (found?.group.choices ?? []).map(({ label, span }) => {
      const then = withChoice(label);
      return {
        label,
        line: span.start.line,
        chosen: found?.chosen.includes(label) ?? false,
        steps: (then?.steps ?? [])
          .filter(({ included, step }) => included && !now.has(step.id))
          .map((planned) => ({ step: planned.step.id, title: planned.step.title, code: planned.code, effect: planned.step.kind === 'command' ? planned.step.effect.effect : 'reads' })),
        asks: (then?.questions ?? []).flatMap((question) => (question.kind === 'alternative' && !open.has(question.group) ? [{ name: question.name, labels: question.choices }] : [])),
      };
    }),
  };
}

/** Asks for a value that a step needs, suggesting values of the same shape seen so far. */
export function enterParameter(session: RunSession, name: string, step: string): Draft<EnterParameter> {
  const { plan } = session;
  const known = plan.parameters.find((planned) => planned.parameter.name === name);
  const parameter = known?.parameter;
  const example = parameter?.example ?? null;
  return {
    kind: 'enter-parameter',
    name,
    step,
    from: known?.setElsewhere ?? lineInStep(plan, name, step) ?? parameter?.from ?? 'a value is needed',
    line: parameter?.span.start.line ?? null,
    example,
    pattern: parameter?.pattern ?? null,
    secret: known?.secret ?? false,
    suggestions: suggestedFor(session, name),
    was: known === undefined || known.secret ? null : known.value,
  };
}

/** The line of a step that a value is first needed in, with the target and the values that are known. */
function lineInStep(plan: Plan, name: string, id: string): string | null {
  const parameter = plan.parameters.find((planned) => planned.parameter.name === name)?.parameter;
  const asking = stepOf(plan, id);
  if (parameter === undefined || asking === undefined || (parameter.kind !== 'placeholder' && parameter.kind !== 'environment')) return null;
  const { start, end } = asking.step.span;
  const first = parameter.span.start.offset;
  const code = asking.pieces.find(({ missing }) => missing.includes(name))?.code.text ?? '';
  const at = first < start.offset || first > end.offset ? -1 : code.indexOf(parameter.written);
  return at < 0 ? null : lineAround(code, at);
}

/** Asks about the doubts that hold a piece. */
export function settleDoubt(plan: Plan, planned: PlannedStep, piece: PlannedPiece, isOpen: (doubt: PlannedPiece['doubts'][number]) => boolean): Draft<SettleDoubt> {
  const doubts = piece.doubts.filter(isOpen).map(({ kind, text, line, answers }) => ({ kind, text, line, answers }));
  const on = doubts.some(({ kind }) => kind === 'elsewhere') ? piece.on : runsOn(piece);
  return { kind: 'settle-doubt', ...atPiece(plan, planned, piece), doubts, code: piece.code.text, on };
}

/** What is typed elsewhere is only asked about; once it is to run, somebody said that it does so here. */
function runsOn({ on }: PlannedPiece): PlannedPiece['on'] {
  return on?.kind === 'elsewhere' ? null : on;
}

/** What has come up since the walk is at a piece. */
interface AtHand {
  /** The code as the operator changed it. */
  readonly edited: string | null;
  readonly context: readonly AmbientContext[];
  /** What the machine pointed at until now; `null` before the first piece. */
  readonly before: readonly AmbientContext[] | null;
  readonly approved: Approved | null;
}

/** Asks whether to run a piece, with everything a person should know about it. */
export function runPiece(session: RunSession, options: WalkOptions, planned: PlannedStep, piece: PlannedPiece, { edited, context, before, approved }: AtHand): Draft<RunPiece> {
  const { plan, state } = session;
  const { step } = planned;
  if (step.kind !== 'command') throw new Error(`step ${step.id} is no command`);
  const own = piece.code.text;
  const code = edited ?? own;
  const what = classify(piece, edited);
  const target = plan.target?.name ?? null;
  const shell = shellOf(step, code);
  const places = namedPlaces(piece.on, piece.piece.hosts, shell.commands);
  const production = isProduction({ target, places, context }, options.production);
  const attempt = nextAttempt(state, { step: step.id, piece: piece.piece.index });
  const unboundHosts = edited === null ? piece.unboundHosts : [];
  const given = approved !== null && approved.attempt === attempt && approved.code === code ? approved.who : null;
  const approval = approvalFor(options, state.started?.operator ?? options.operator, { ...what, target, on: piece.on, production }, given);
  return {
    kind: 'run-piece',
    ...atPiece(plan, planned, piece),
    code,
    original: edited === null ? null : own,
    replaced: replacedIn(piece),
    ...what,
    on: runsOn(piece),
    target,
    production,
    context,
    contextChanged: before === null ? [] : changes(before, context),
    missingPrograms: options.machine.missingPrograms(planned, isFar(piece.on) ? null : { shell, before: () => plan.steps.filter((each) => each.included && each.step.index <= step.index), surroundings: () => session.surroundings() }),
    callouts: step.callouts.map(({ severity, text }) => ({ severity, text })),
    unboundHosts,
    revealing: piece.piece.revealing?.word ?? null,
    typedThere: typedThere(planned.pieces, piece),
    expectations: expectationsOf(piece.expectations),
    attempt,
    ask: askFor(state, { step: step.id, ...what, target, production, unboundHosts, attempt }),
    ...(approval === undefined ? {} : { approval }),
  };
}

function replacedIn({ replaced }: PlannedPiece): RunPiece['replaced'] {
  const seen = new Set<string>();
  return replaced.flatMap(({ was, now, name }) => {
    const key = `${was}\0${now}`;
    if (was === now || seen.has(key)) return [];
    seen.add(key);
    return [{ was, now, name }];
  });
}

function changes(before: readonly AmbientContext[], now: readonly AmbientContext[]): RunPiece['contextChanged'] {
  return now.flatMap(({ kind, name }) => {
    const was = before.find((each) => each.kind === kind)?.name;
    return was === undefined || was === name ? [] : [{ kind, was, now: name }];
  });
}

/** Asks a person to do a manual step, or a manual part of a block. */
export function doByHand(plan: Plan, planned: PlannedStep, piece: PlannedPiece | null): Draft<DoByHand> {
  const { step } = planned;
  const gates = gatesIn(plan, planned, piece);
  return {
    kind: 'do-by-hand',
    ...atPiece(plan, planned, piece),
    text: piece === null ? handText(step) : commentWords(piece.code.text),
    offers: planned.offers,
    expectations: expectationsOf((piece ?? planned).expectations),
    callouts: step.callouts.map(({ severity, text }) => ({ severity, text })),
    ...(gates.length === 0 ? {} : { gates }),
  };
}

function handText(step: Step): string {
  return step.kind === 'manual' ? plainText(step.text) : '';
}

/** Asks about a check that only a person can judge. */
export function judge(session: RunSession, planned: PlannedStep, piece: PlannedPiece | null, check: { readonly index: number; readonly text: string; readonly reason: string; readonly attempt: number }): Draft<Judge> {
  return { kind: 'judge', ...atPiece(session.plan, planned, piece), check: check.index, expectation: check.text, reason: check.reason, seen: session.outputTail(planned.step.id, piece?.piece.index ?? 0, SEEN_BYTES), attempt: check.attempt };
}

/** Asks what to do about a piece that failed. */
export function pieceFailed({ plan, state }: RunSession, planned: PlannedStep, piece: PlannedPiece | null, { edited, left, everyMs }: { readonly edited: string | null; readonly left: number; readonly everyMs: number }): Draft<PieceFailed> {
  const own: At = { step: planned.step.id, piece: piece?.piece.index ?? 0 };
  const known = pieceState(state, own);
  const effect = piece === null ? 'reads' : classify(piece, edited).effect;
  const status = known?.finished?.status;
  const checks = (known?.expectations ?? []).filter((check) => check.status === 'failed' && check.accepted === undefined).map(({ index, text, kind, seen, reason }) => ({ index, text, kind, seen, reason }));
  const passed = (at: At): boolean => state.doubts.some((doubt) => doubt.doubt === 'gate' && isSamePiece(doubt, at));
  const gate = gateAfter(plan, own, { finished: known?.finished ?? null, effect, failedChecks: checks.length, passed });
  return {
    kind: 'piece-failed',
    ...atPiece(plan, planned, piece),
    status: status === 'stopped' || status === 'timed-out' ? status : 'failed',
    exitCode: known?.finished?.exitCode ?? null,
    signal: known?.finished?.signal ?? null,
    reason: known?.finished?.reason ?? '',
    checks,
    attempt: known?.attempt ?? 0,
    effect,
    retry: { left, everyMs },
    values: changeable(plan, state, piece),
    sections: contingenciesLeft(plan, state),
    // What a person did, judged, or does at the terminal is not repeated by a program.
    untilItHolds: effect !== 'destroys' && checks.every(({ kind }) => kind !== 'judgement') && (piece === null || !getsTerminal(piece)) && !(status === 'passed' && known?.finished?.exitCode === null),
    ...(gate === null ? {} : { gate }),
  };
}

/** What somebody said for this run and the piece ran with; a cell of the target's row is not theirs. */
function changeable(plan: Plan, state: RunState, piece: PlannedPiece | null): readonly string[] {
  const used = piece === null ? [] : [...piece.replaced.map(({ name }) => name), ...Object.keys(piece.environment)];
  return answersGiven(plan, state).values.flatMap(({ parameter: { name }, source }) => (source === 'set' && used.includes(name) ? [name] : []));
}

/** Asks about a piece that was running when the run was left. */
export function interrupted(session: RunSession, planned: PlannedStep, piece: PlannedPiece): Draft<Interrupted> {
  const known = pieceState(session.state, { step: planned.step.id, piece: piece.piece.index });
  const { effect, effectWord } = classify(piece, null);
  const code = known?.code ?? (planned.step.kind === 'command' ? piece.code.text : '');
  const lost = known?.finished?.interrupted === true ? known.finished.reason ?? '' : null;
  return {
    kind: 'interrupted',
    ...atPiece(session.plan, planned, piece),
    code,
    effect,
    effectWord,
    since: known?.startedAt ?? '',
    why: lost ?? 'this was running when the run was left; unknown how far it got',
    on: piece.on,
    seen: session.outputTail(planned.step.id, piece.piece.index, SEEN_BYTES),
  };
}

function atPiece(plan: Plan, { step }: PlannedStep, piece: PlannedPiece | null): At & { readonly title: string; readonly section: readonly string[]; readonly line: number; readonly position: number; readonly of: number } {
  return { step: step.id, piece: piece?.piece.index ?? 0, title: piece?.title ?? step.title, section: step.headings, line: step.span.start.line, ...positionOf(plan, step.id) };
}

function expectationsOf(expectations: readonly PlannedExpectation[]): RunPiece['expectations'] {
  return expectations.map(({ text, expectation }) => ({ text, kind: expectation.kind }));
}
