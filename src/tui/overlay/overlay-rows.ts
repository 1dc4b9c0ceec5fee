import { drawn, type Row, row, type Segment, segment } from '../rows/rows.ts';
import { foldCode, wrapWords } from '../rows/wrap.ts';
import { sign } from '../glyphs.ts';
import { KEY_NAMES } from '../keys/key-names.ts';
import { type KeyContext, KEYS, MOVES } from '../keys/keys.ts';
import type { Overlay } from '../state/ui-state.ts';
import type { Theme } from '../theme.ts';
import type { Message } from '../state/message.ts';

/** A row of what lies over the document; `marked` on those of the message that is marked. */
interface OverlayRow extends Row {
  readonly marked?: boolean;
}

/** What help and messages are made from. */
interface OverlayInput {
  readonly sizes: { readonly columns: number };
  readonly keys: KeyContext;
  readonly theme: Pick<Theme, 'unicode'>;
  messages(): readonly Message[];
}

/** The rows of help or of the messages; output has rows of its own. */
export function overlayRows(input: OverlayInput, overlay: Overlay): readonly OverlayRow[] {
  const width = input.sizes.columns - 4;
  if (overlay.kind === 'help') return helpRows(input.keys, width);
  return overlay.kind === 'messages' ? messageRows(input.messages(), overlay.at, width, input.theme) : [];
}

const KEY_CELLS = 16;

/** Every key with what it does: those that count now, those that move about, then all others. */
function helpRows(context: KeyContext, width: number): readonly Row[] {
  const below: KeyContext = { ...context, ui: { ...context.ui, overlay: null } };
  const told = KEYS.filter(({ help }) => help !== '').map((binding) => ({ ...binding, now: binding.works(below) }));
  const keysOf = (now: boolean): readonly HelpLine[] => told.filter((binding) => binding.now === now).map(({ key, help }) => [KEY_NAMES[key] ?? key, help]);
  return [...helpGroup('Now', keysOf(true), width), row(), ...helpGroup('To move about', MOVES, width), row(), ...helpGroup('At other moments', keysOf(false), width)];
}

type HelpLine = readonly [key: string, help: string];

function helpGroup(title: string, keys: readonly HelpLine[], width: number): readonly Row[] {
  const lines = keys.flatMap(([key, help]) => wrapWords([segment(help)], Math.max(10, width - KEY_CELLS)).map((line, i) => row(drawn((i === 0 ? key : '').padEnd(KEY_CELLS), 'accent', 'strong'), ...line)));
  return [row(segment(title, 'muted')), ...lines];
}

function messageRows(messages: readonly Message[], at: number, width: number, theme: Pick<Theme, 'unicode'>): readonly OverlayRow[] {
  return messages.flatMap(({ path, text }, i) => {
    const marked = i === at;
    const bar: Segment = marked ? segment(`${sign(theme, 'bar')} `, 'accent') : segment('  ');
    const title = wrapWords([segment(path.join(` ${sign(theme, 'fold')} `), 'strong')], width - 2);
    const body = text.split('\n').flatMap((line) => (line.trim() === '' ? [[]] : wrapWords([segment(line)], width - 4)));
    return [
      ...(i === 0 ? [] : [{ segments: [] }]),
      ...title.map((line): OverlayRow => ({ marked, segments: [bar, ...line] })),
      ...body.map((line): OverlayRow => ({ marked, segments: [bar, segment('  '), ...line] })),
    ];
  });
}

/** Lines of output folded to the room, from one of them on. */
export function outputOverlayRows(lines: readonly string[], width: number): readonly Row[] {
  return lines.flatMap((line) => foldCode([segment(line)], width).map((segments): Row => ({ segments })));
}
