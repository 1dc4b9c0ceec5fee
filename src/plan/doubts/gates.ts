import { asPattern, codeSpan, type CommandStep, commentWords, type Doubt, DOUBT_ANSWERS, enclosingSections, fileOffset, type Gate, type Piece, type Runbook, type ShellCommand, type SourceText, spanAt, type Step } from '../../model/index.ts';
import { type Choices, decide } from '../choices/index.ts';
import type { PlannedStep } from '../types.ts';

/** What holds pieces, by step id and piece index: the next piece after the words that is in the plan. */
export interface Gates {
  readonly orders: ReadonlyMap<string, Doubt>;
  /** What is said of one case, which is asked together with what else is asked about the piece. */
  readonly cases: ReadonlyMap<string, Doubt>;
}

/** The gates of a plan, with the pieces that they hold. */
export function gateHolders(choices: Choices, steps: readonly PlannedStep[]): Gates {
  const orders = new Map<string, Doubt>();
  const cases = new Map<string, Doubt>();
  const commands = steps.filter(({ included, step }) => included && step.kind === 'command').map(({ step }) => step as CommandStep);
  for (const gate of choices.runbook.gates) {
    const held = heldBy(commands, gate);
    if (held === null || isOut(choices, gate)) continue;
    const { step: next, piece, above } = held;
    const until = gate.waits === 'also' ? piece.end : firstAct(next, piece);
    const waited = gate.waits !== null && (hasWaited(commands, gate) || waits(next, piece, until) || above.some((each) => waits(each.step, each.piece, each.step === next ? until : Number.POSITIVE_INFINITY)));
    if (waited || (gate.inCase && (!holdsInCase(choices.runbook, gate, next) || tellsWhichWay(choices.runbook, gate, next)))) continue;
    const key = `${next.id} ${piece.index}`;
    const holders = gate.inCase ? cases : orders;
    holders.set(key, together(holders.get(key), toDoubt(gate)));
  }
  for (const step of commands) for (const { piece, text, line } of heldByHand(choices.runbook.source, step)) orders.set(`${step.id} ${piece}`, toDoubt({ text, line, endsWell: false }));
  return { orders, cases };
}

/** Two doubts as one question. */
function together(first: Doubt | undefined, then: Doubt): Doubt {
  return first === undefined ? then : { ...first, text: `${first.text} · ${then.text}`, answers: first.kind === then.kind && then.answers.length > first.answers.length ? then.answers : first.answers };
}

/** The doubts of a piece with its gates. What is said of one case is asked with what is asked anyway, so that nobody settles the one without having read the other. */
export function withGates(doubts: readonly Doubt[], { orders, cases }: Gates, key: string): readonly Doubt[] {
  const order = orders.get(key);
  const asked = order === undefined ? doubts : [...doubts, order];
  const inCase = cases.get(key);
  if (inCase === undefined) return asked;
  const other = asked.findIndex(({ kind }) => kind === 'conditional' || kind === 'gate');
  if (other >= 0) return asked.map((doubt, index) => (index === other ? together(doubt, inCase) : doubt));
  return asked.every(({ kind }) => kind === 'not-labelled') ? [...asked, inCase] : asked;
}

/** Whether the last command above the words, in their section, has waited for what they say is over: "Once the pod is up, …" below `kubectl wait`. */
function hasWaited(commands: readonly CommandStep[], gate: Gate): boolean {
  const step = gate.waits === 'before' ? commands.findLast(({ span }) => span.end.offset <= gate.offset) : undefined;
  const last = step?.section === gate.section ? step.shell.commands.at(-1) : undefined;
  return last !== undefined && isWaiter(last);
}

/** Whether what is said of one case holds a step: it is part of the same choice as the words. */
function holdsInCase({ alternatives }: Runbook, { offset }: Gate, { span }: CommandStep): boolean {
  const around = alternatives.flatMap(({ choices }) => choices.map((choice) => choice.span)).filter(({ start, end }) => start.offset <= offset && offset < end.offset);
  return around.every(({ end }) => span.start.offset < end.offset);
}

/** How a way is told to be taken: "If the log says `timeout`, use option B." What asks for more than the case is no such thing. */
const TAKES = String.raw`\b(?:use|choose|take|pick|follow|try|see|run|do|go (?:on )?(?:to|with)|continue with|proceed with|jump to)\s+(?:the\s+)?\W*`;
const ASKS_MORE = /\b(?:only|unless|not|never|until|after|before|approv\w*|permission|ask|wait)\b/i;

/** Whether a sentence above a choice tells in which case a way of it is taken: who has chosen one has answered it. */
function tellsWhichWay({ alternatives }: Runbook, { text, offset }: Gate, { alternative }: CommandStep): boolean {
  const group = alternative === null ? undefined : alternatives[alternative.group];
  if (group === undefined || offset >= group.span.start.offset || ASKS_MORE.test(text)) return false;
  return group.choices.some(({ label }) => {
    const [name = label] = label.split(/\s*(?::|\(|\s[–—-]\s)/);
    return name !== '' && new RegExp(`${TAKES}${asPattern(name)}(?![\\w-])`, 'i').test(text);
  });
}

interface PieceOf {
  readonly step: CommandStep;
  readonly piece: Piece;
}

/** The next piece below the words, ignoring pieces that only read if looking does no harm, and the pieces that stand between them. */
function heldBy(commands: readonly CommandStep[], { offset, from, acts, inCase }: Gate): (PieceOf & { readonly above: readonly PieceOf[] }) | null {
  const above: PieceOf[] = [];
  for (const step of commands.filter(({ span }) => span.end.offset > offset)) {
    const below = step.pieces.filter((piece) => piece.kind === 'command' && (step.span.start.offset > offset || firstOffset(step, piece) > offset));
    const piece = below.find((each) => (!acts || each.effect.effect !== 'reads') && (from === offset || firstOffset(step, each) > from));
    above.push(...below.filter(({ index }) => piece === undefined || index < piece.index).map((each) => ({ step, piece: each })));
    if (piece !== undefined) return { step, piece, above };
    // If the block below what is said of one case only reads, it does so to check that case; all else is passed when somebody says so.
    if (below.length > 0 && inCase) return null;
  }
  return null;
}

/** The offset of the first command of a piece; a comment above it belongs to it, one below it to what follows. */
function firstOffset({ shell, code }: CommandStep, { start, end }: Piece): number {
  return fileOffset(code, shell.statements.find((statement) => statement.start >= start && statement.start < end)?.start ?? start);
}

/** A manual part in the middle of a block holds the next piece that does more than read. */
function heldByHand(source: SourceText, { code, pieces }: CommandStep): readonly { readonly piece: number; readonly text: string; readonly line: number }[] {
  return pieces.filter(({ kind }) => kind === 'manual').flatMap((hand) => {
    const next = pieces.find(({ index, kind, effect }) => index > hand.index && kind === 'command' && effect.effect !== 'reads');
    return next === undefined ? [] : [{ piece: next.index, text: commentWords(code.text.slice(hand.start, hand.end)), line: codeSpan(source, code, hand.start, hand.end).start.line }];
  });
}

function toDoubt({ text, line, endsWell }: Pick<Gate, 'text' | 'line' | 'endsWell'>): Doubt {
  const answers = endsWell ? DOUBT_ANSWERS.gate : DOUBT_ANSWERS.gate.filter((answer) => answer !== 'finish');
  return { kind: 'gate', text, line, section: null, block: false, answers, settledBy: null, answer: null };
}

/** Words in a section that is left out hold nothing. */
function isOut(choices: Choices, { section, offset }: Gate): boolean {
  const chain = enclosingSections(choices.runbook.sections, section);
  const prose: Step = {
    kind: 'manual', id: '', index: Number.MAX_SAFE_INTEGER, title: '', section, headings: [], role: chain[0]?.role ?? 'procedure', span: spanAt(choices.runbook.source, offset, offset),
    prose: [], below: [], callouts: [], budget: null, appliesTo: chain.flatMap(({ appliesTo }) => appliesTo), alternative: null, pins: {}, text: [], offers: [], expectations: [],
  };
  return !decide({ ...choices, request: { ...choices.request, only: [], skip: [] }, first: 0 }, prose).included;
}

/** Programs and options that wait by themselves. */
const WAITERS: ReadonlySet<string> = new Set(['sleep', 'wait', 'watch', 'wait-for-it', 'wait-for-it.sh', 'waitfor']);
const WAITING = /^(?:wait|--?wait(?:=.*)?|--watch(?:=.*)?|-w)$/;
/** A loop that goes on until something holds. */
const LOOPS = /(?:^|[;&|(]|\bdo\b)\s*(?:until|while\s+!)\s/m;

/** Where a piece begins to do more than read. */
function firstAct({ shell }: CommandStep, { start, end }: Piece): number {
  return shell.effects.find((found) => found.effect !== 'reads' && found.start >= start && found.start < end)?.start ?? end;
}

/** Whether a piece does the waiting, not behind an offset: it watches, sleeps, loops until something holds, or is pinned to be tried again. */
function waits({ code, shell, pins }: CommandStep, piece: Piece, until: number): boolean {
  if (piece.follow !== null || pins.retry !== undefined || LOOPS.test(code.text.slice(piece.start, Math.min(until, piece.end)))) return true;
  const commands = shell.commands.filter(({ start }) => start >= piece.start && start < piece.end && start <= until);
  return commands.some(isWaiter);
}

function isWaiter({ name, args }: ShellCommand): boolean {
  return WAITERS.has(name) || args.some(({ raw }, index) => WAITING.test(raw) || (raw === 'rollout' && args[index + 1]?.raw === 'status'));
}
