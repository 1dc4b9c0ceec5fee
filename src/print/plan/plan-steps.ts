import { firstCodeLine, isFar, type Mark, type Piece, placeWords, visible } from '../../model/index.ts';
import type { Plan, PlannedExpectation, PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { wordsBeyondTitle } from './manual-words.ts';
import { wrapCode } from '../layout/wrap.ts';
import { heading, type Layout, prose } from './plan-layout.ts';
import type { PlanMask } from './plan-mask.ts';
import { idRanges } from './plan-targets.ts';
import { calloutText } from '../words/callout-text.ts';
import { settlerWords } from '../words/doubt-words.ts';

/** The steps under their headings: those that run with code and checks, the others with the reason. */
export function stepLines(layout: Layout, plan: Plan, mask: PlanMask): readonly string[] {
  const count = plan.steps.filter(({ included }) => included).length;
  const on = plan.target === null ? '' : ` on ${plan.target.name}`;
  const lines: string[] = [...heading(layout, `Plan${on}`, `${count} of ${plan.steps.length} steps`)];
  const groups = groupSteps(plan.steps);
  groups.forEach(({ steps, section }, index) => {
    const [first] = steps;
    const before = groups[index - 1];
    if (first === undefined) return;
    if (before?.section !== section || first.included) lines.push('');
    const title = before?.section === section ? '' : first.step.headings.join(' › ');
    if (title !== '') lines.push(...prose(layout, title, '').map((line) => layout.paint('bold', line)));
    const isSaid = before?.section === section && before.steps[0]?.reason === first.reason;
    lines.push(...(first.included ? runningLines(layout, first, isSaid, mask) : outLines(layout, steps, plan)));
  });
  return lines;
}

/** Groups neighbouring steps that are out for the same reason; a step that runs is alone in its group. */
function groupSteps(steps: readonly PlannedStep[]): readonly { readonly section: number; readonly steps: readonly PlannedStep[] }[] {
  const groups: { section: number; steps: PlannedStep[] }[] = [];
  for (const planned of steps) {
    const last = groups.at(-1);
    const [first] = last?.steps ?? [];
    const isAlike = !planned.included && first?.included === false && last?.section === planned.step.section && first.reason === planned.reason;
    if (isAlike) last?.steps.push(planned);
    else groups.push({ section: planned.step.section, steps: [planned] });
  }
  return groups;
}

function outLines(layout: Layout, steps: readonly PlannedStep[], plan: Plan): readonly string[] {
  const lines = [...new Set(steps.map(({ step }) => step.span.start.line))];
  const place = lines.length > 1 ? `lines ${lines[0] ?? ''}–${lines.at(-1) ?? ''}` : `line ${lines[0] ?? ''}`;
  const text = [...prose(layout, `○ ${idRanges(steps.map(({ step }) => step.id))} · ${place}`, '  ', '    '), ...prose(layout, `out: ${steps[0]?.reason ?? ''}`, '    ')];
  const isOpen = steps.some(({ step }) => step.alternative !== null && plan.alternatives[step.alternative.group]?.chosen.length === 0);
  return [...text.map((line) => layout.paint('dim', line)), ...(isOpen ? steps.flatMap((planned) => choiceLines(layout, planned)) : [])];
}

/** What a step that may yet be chosen would do: its pieces by title, with their marks. */
function choiceLines(layout: Layout, { step, pieces }: PlannedStep): readonly string[] {
  if (step.kind === 'manual') return prose(layout, `· ${step.title}`, '      ', '        ');
  return pieces.flatMap((planned) => [...prose(layout, `· ${planned.title ?? firstCommand(planned)}`, '      ', '        '), ...markLines(layout, planned, '        ')]);
}

function firstCommand({ code }: PlannedPiece): string {
  return firstCodeLine(code.text) || code.text.trim();
}

/** `isSaid`: the previous step is in for the same reason, which is not repeated. */
function runningLines(layout: Layout, planned: PlannedStep, isSaid: boolean, mask: PlanMask): readonly string[] {
  const { paint } = layout;
  const { step, reason, missing, parameters } = planned;
  const facts = [step.kind, ...(planned.pieces.length > 1 ? [`${planned.pieces.length} pieces`] : []), `line ${step.span.start.line}`, ...(step.budget === null ? [] : [step.budget.text])].join(' · ');
  const about = step.callouts.filter(({ severity }) => severity === 'warning' || severity === 'caution').flatMap((callout) => prose(layout, `${callout.severity}: ${calloutText(callout)}`, '    ', '      ').map((line) => paint('yellow', line)));
  const known = parameters.filter((name) => !missing.includes(name));
  const why = [...(isSaid ? [] : [reason]), ...(known.length === 0 ? [] : [`uses ${known.join(', ')}`])].join('; ');
  const body = step.kind === 'manual' ? manualLines(layout, planned) : planned.pieces.flatMap((piece) => pieceLines(layout, piece, mask));
  return [
    ...idLines(layout, step.id, facts, planned.pieces.some(isHeld)),
    ...(step.title === step.headings.at(-1) ? [] : prose(layout, step.title, '    ')),
    ...about,
    ...body,
    ...(missing.length === 0 ? [] : prose(layout, `needs ${missing.join(', ')}`, '    ').map((line) => paint('yellow', line))),
    ...(why === '' ? [] : prose(layout, why, '    ').map((line) => paint('dim', line))),
  ];
}

function idLines(layout: Layout, id: string, facts: string, held: boolean): readonly string[] {
  const mark = held ? '?' : '●';
  const lines = prose(layout, `${mark} ${id} · ${facts}`, '  ', '    ');
  if (lines.length > 1) return lines;
  return [`  ${layout.paint(held ? 'yellow' : 'green', mark)} ${layout.paint('bold', visible(id))} ${layout.paint('dim', `· ${visible(facts)}`)}`];
}

function manualLines(layout: Layout, { step, offers, expectations }: PlannedStep): readonly string[] {
  const words = step.kind === 'manual' ? wordsBeyondTitle(step) : '';
  return [...(words === '' ? [] : prose(layout, words, '      ')), ...offers.flatMap((offer) => prose(layout, `offers: ${offer}`, '      ', '        ')), ...expectations.flatMap((expectation) => checkLines(layout, expectation))];
}

function pieceLines(layout: Layout, planned: PlannedPiece, mask: PlanMask): readonly string[] {
  const { paint, width } = layout;
  const { piece, on, expectations, unboundHosts } = planned;
  const lines = codeLines(planned, mask).flatMap((line) => wrapCode(visible(line.replaceAll('\t', '  ')), width - 6).map((part) => `      ${line.trimStart().startsWith('#') ? paint('dim', part) : part}`));
  const hand = piece.kind === 'manual' ? prose(layout, 'by hand', '      ') : [];
  const place = on === null || on.kind === 'here' ? [] : [isFar(on) ? `runs on: ${placeWords(on)}` : `typed elsewhere: ${placeWords(on)}`];
  const hosts = unboundHosts.length === 0 ? [] : [`unbound host: ${unboundHosts.join(', ')} belongs to another target; unattended this is skipped`];
  return [
    ...hand,
    ...lines,
    ...doubtLines(layout, planned),
    ...markLines(layout, planned, '      '),
    ...[...place, ...hosts].flatMap((note) => prose(layout, `! ${note}`, '      ').map((line) => paint('yellow', line))),
    ...expectations.flatMap((expectation) => checkLines(layout, expectation)),
  ];
}

/** The code without the comments that are shown as expectations. */
function codeLines(planned: PlannedPiece, mask: PlanMask): readonly string[] {
  const spans = planned.expectations.map(({ expectation }) => expectation.span);
  const isExpected = (line: string, index: number): boolean => {
    const at = planned.code.lineOffsets[index] ?? -1;
    return line.trimStart().startsWith('#') && spans.some(({ start, end }) => at + line.length > start.offset && at < end.offset);
  };
  const kept = mask.code(planned).split('\n').filter((line, index) => !isExpected(line, index));
  return kept.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
}

function markLines(layout: Layout, { piece }: PlannedPiece, indent: string): readonly string[] {
  const marks = [marked('needs a terminal', piece.interactive), marked('does not end by itself', piece.follow)].filter((mark) => mark !== '');
  return [...effectLines(layout, piece, indent), ...marks.flatMap((mark) => prose(layout, `! ${mark}`, indent).map((line) => layout.paint('yellow', line)))];
}

const EFFECT_COLOURS = { reads: 'dim', changes: 'dim', unknown: 'yellow', destroys: 'red' } as const;

/** Its effect, and the word that it was read from. */
function effectLines(layout: Layout, { kind, effect: { effect, word } }: Piece, indent: string): readonly string[] {
  if (kind === 'manual' || word === '') return [];
  const said = `${effect === 'unknown' ? 'effect unknown' : effect}: ${word}`;
  const colour = EFFECT_COLOURS[effect];
  return prose(layout, colour === 'dim' ? said : `! ${said}`, indent).map((line) => layout.paint(colour, line));
}

function isHeld({ doubts }: PlannedPiece): boolean {
  return doubts.some(({ settledBy }) => settledBy === null);
}

/** The doubts in the words of the text, with their answers. */
function doubtLines(layout: Layout, { doubts }: PlannedPiece): readonly string[] {
  return doubts.flatMap(({ kind, text, line, settledBy, answer }) => {
    const settled = settledBy === null ? '' : `; settled by ${settlerWords({ by: settledBy })}: ${answer ?? ''}`;
    return prose(layout, `? ${kind}: ${text} (line ${line})${settled}`, '      ', '        ').map((part) => layout.paint(settledBy === null ? 'yellow' : 'dim', part));
  });
}

function marked(what: string, mark: Mark | null): string {
  if (mark === null) return '';
  return `${what}: ${mark.word}${mark.from === 'pin' && mark.word !== 'pin' ? ' (pin)' : ''}`;
}

function checkLines(layout: Layout, { expectation, text }: PlannedExpectation): readonly string[] {
  const compared = expectation.similarity === null ? expectation.kind : `similar by ${expectation.similarity}`;
  const how = expectation.kind === 'judgement' ? `for your eye: ${expectation.reason}` : compared;
  return prose(layout, `expects: ${text} (${how}, line ${expectation.span.start.line})`, '      ', '        ').map((line) => layout.paint('cyan', line));
}
