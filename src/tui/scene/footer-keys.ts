import { displayWidth } from '../../model/index.ts';
import { segment, textOf } from '../rows/rows.ts';
import { wrapWords } from '../rows/wrap.ts';
import { askChoices, promptChoices } from '../prompt/choices.ts';
import { KEY_NAMES } from '../keys/key-names.ts';
import { hasInput, type KeyContext, KEYS } from '../keys/keys.ts';
import { hasList } from '../state/ui-state.ts';

/** A key with what it does now. */
interface FooterKey {
  readonly key: string;
  readonly label: string;
}

/** Questions whose answers are keys: all of them are on screen, in a second row where one is too narrow. */
const ANSWERED_BY_KEYS: ReadonlySet<string> = new Set(['piece-failed', 'settle-doubt', 'judge', 'interrupted', 'record-row']);
/** Below this width only the key for help is shown for the rest. */
const NARROW = 60;

/** What Enter does in a question of the screen's own, where it does not take what was typed. */
const ENTER_LABELS: Readonly<Record<string, string>> = { confirm: 'run', 'go-to': 'go' };

/** What counts now, in rows of so many cells; keys that are left out stand in the help. */
export function footerKeys(context: KeyContext, room: number): readonly (readonly FooterKey[])[] {
  const { ui } = context;
  if (ui.ask !== null) return [fitting(askKeys(context), room)];
  // Over the document, in the outline, Enter is the outline's.
  const first = leading(context);
  const all = [...first, ...bindings(context).filter(({ key }) => first.every((other) => other.key !== key))];
  const last = lastKeys(all, room);
  const rest = all.filter(({ key }) => key !== '?' && key !== 'q');
  if (ui.overlay !== null || ui.prompt === null || !ANSWERED_BY_KEYS.has(ui.prompt.kind)) return [[...fitting(rest, room - widthOf(last)), ...last]];
  const answers = rest.slice(0, Math.max(0, rest.findIndex(({ key }) => AROUND.has(key))));
  if (widthOf(answers) + widthOf(last) <= room) return [[...fitting(rest, room - widthOf(last)), ...last]];
  const top = fitting(answers, room);
  return [top, [...fitting(rest.slice(top.length), room - widthOf(last)), ...last]];
}

/** A row of the footer: a word for the operator, and keys. */
interface FooterRow {
  readonly message: string;
  readonly keys: readonly FooterKey[];
}

/** The keys, and in their last row what the operator is told: it takes room from those that look around, never from an answer, and never a further row. */
export function footerRows(context: KeyContext, room: number, message: string): readonly FooterRow[] {
  const rows = footerKeys(context, room);
  // Over help, messages and output there is no question to stand in: what would be cut takes rows of its own.
  if (context.ui.overlay !== null && displayWidth(message) > room) return wrapWords([segment(message)], room).map((line) => ({ message: textOf(line), keys: [] }));
  return rows.map((keys, i): FooterRow => {
    if (message === '' || i !== rows.length - 1) return { message: '', keys };
    const beside = fitting(keys, room - displayWidth(message) - 2);
    return answersIn(context, beside) < answersIn(context, keys) ? { message: '', keys } : { message, keys: beside };
  });
}

function answersIn({ ui: { prompt, ask, overlay } }: KeyContext, keys: readonly FooterKey[]): number {
  const isAnswered = ask === null && overlay === null && prompt !== null && ANSWERED_BY_KEYS.has(prompt.kind);
  return isAnswered ? keys.filter(({ key }) => !AROUND.has(key) && key !== '?' && key !== 'q').length : 0;
}

/** Keys that only look around: what stands before them answers. */
const AROUND: ReadonlySet<string> = new Set(['o', 'v', ':', 'c', 'n', 'N', 't', 'z', ']', '[', 'p', 'Tab']);

function lastKeys(all: readonly FooterKey[], room: number): readonly FooterKey[] {
  const last = all.filter(({ key }) => key === '?' || key === 'q');
  return room < NARROW ? last.filter(({ key }) => key === '?').map(({ key }) => ({ key, label: 'more' })) : last;
}

function fitting(keys: readonly FooterKey[], room: number): readonly FooterKey[] {
  let left = room + 2;
  const end = keys.findIndex((key) => {
    left -= widthOf([key]);
    return left < 0;
  });
  return end === -1 ? keys : keys.slice(0, end);
}

function widthOf(keys: readonly FooterKey[]): number {
  return keys.reduce((sum, { key, label }) => sum + displayWidth(`${key} ${label}  `), 0);
}

function bindings(context: KeyContext): readonly FooterKey[] {
  const working = KEYS.filter((binding) => binding.works(context));
  return working
    .filter(({ key, label }, i) => working.findIndex((other) => other.key === key || other.label === label) === i)
    .map(({ key, label }) => ({ key: KEY_NAMES[key] ?? key, label }));
}

/** What Escape does, if anything. */
function leading({ ui }: KeyContext): readonly FooterKey[] {
  if (ui.overlay?.kind === 'messages') return [{ key: 'Esc', label: 'close' }, { key: '[ ]', label: 'mark' }];
  if (ui.overlay !== null) return [{ key: 'Esc', label: 'close' }, { key: '↑↓', label: 'scroll' }];
  if (ui.look !== null) return [{ key: 'Esc', label: 'back to the next step' }];
  if (ui.pane === 'outline') return [{ key: 'Enter', label: 'show' }];
  if (ui.prompt?.kind === 'record-row' && ui.armed) return [{ key: '↑↓', label: 'mark' }];
  return (hasInput(ui) || (ui.prompt?.kind === 'choose-alternative' && ui.typing)) && ui.armed && promptChoices(ui.prompt, ui).length > 0 ? [{ key: '↑↓', label: 'mark' }] : [];
}

/** No keys are shown until the question has been on screen for a moment. */
function askKeys({ ui, plan, state }: KeyContext): readonly FooterKey[] {
  const { ask, armed, prompt } = ui;
  if (!armed) return [];
  const close = { key: 'Esc', label: ask?.kind === 'quit' ? 'stay' : 'close' };
  if (ask?.kind === 'quit') return [{ key: 'l', label: 'leave' }, ...(prompt?.kind === 'choose-target' ? [] : [{ key: 'a', label: 'abort' }]), ...(prompt?.kind === 'piece-failed' ? [{ key: 'f', label: 'end as failed' }] : []), close];
  if (ask?.kind === 'yes') return [{ key: 'y', label: 'run' }, close];
  const mark = ask?.kind === 'change-value' && ask.suggestions.length > 0 ? [{ key: '↑↓', label: 'mark' }] : [];
  const takes = ask === null || !hasList(ask) || askChoices(ask, { plan, state, ui }).length > 0;
  return [...mark, ...(takes ? [{ key: 'Enter', label: ENTER_LABELS[ask?.kind ?? ''] ?? 'take' }] : []), close, { key: 'Ctrl-U', label: 'clear' }];
}
