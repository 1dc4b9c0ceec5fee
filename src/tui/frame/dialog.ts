import { wrapText } from '../../print/index.ts';
import type { Dialog } from '../model.ts';
import { filtered } from '../reduce-dialog.ts';
import type { TextField } from '../text-field.ts';
import { fold, look } from '../theme.ts';
import type { Theme } from '../theme.ts';

/** An open question; its keys are named once they count. */
export function dialogLines(dialog: Dialog, width: number, theme: Theme, armed: boolean): readonly string[] {
  const title = wrapText(dialog.title, width).map((line) => look(theme, 'bold', line));
  switch (dialog.kind) {
    case 'pick': {
      const choices = filtered(dialog);
      const none = choices.length === 0 ? [`  nothing has "${dialog.filter}" in it: Enter takes what you typed`] : [];
      return [...title, ...choices.map((choice, i) => (i === dialog.index ? look(theme, 'inverse', `> ${choice}`) : `  ${choice}`)), ...none, `filter: ${dialog.filter}_`];
    }
    case 'text':
      return [
        ...title,
        ...dialog.lines.flatMap((line) => wrapText(line, width)),
        ...fieldLines(dialog.field, dialog.index < 0, width, theme),
        ...dialog.offers.map((offer, i) => (i === dialog.index ? look(theme, 'inverse', `> ${offer}`) : `  ${offer}`)),
      ];
    case 'keys':
      return [...title, ...dialog.lines.flatMap((line) => wrapText(line, width, '          ')), ...hintLines(HINTS[dialog.purpose], width).map((hint) => (armed ? hint : ''))];
  }
}

/** The text with its cursor: in reverse, or an underline where there is no colour. */
function fieldLines({ value, cursor }: TextField, active: boolean, width: number, theme: Theme): string[] {
  let start = 0;
  return value.split('\n').flatMap((line, i) => {
    const at = cursor - start;
    start += line.length + 1;
    const here = active && at >= 0 && at <= line.length;
    return fold(`${i === 0 ? '> ' : '  '}${here ? withCursor(line, at, theme) : line}`, width);
  });
}

function withCursor(line: string, at: number, theme: Theme): string {
  const [next] = new Intl.Segmenter().segment(line.slice(at));
  const under = next?.segment ?? '';
  if (!theme.colour) return `${line.slice(0, at)}_${line.slice(at)}`;
  return `${line.slice(0, at)}${look(theme, 'inverse', under === '' ? ' ' : under)}${line.slice(at + under.length)}`;
}

const HINTS: Readonly<Record<'failed' | 'judge' | 'quit', readonly string[]>> = {
  failed: ['r look at it again and run it', 'a accept with a reason', 's skip', 'o output', 'q leave', 'Esc back'],
  judge: ['y it holds', 'n it does not', 'u cannot tell', 'o output'],
  quit: ['l leave, to be resumed', 'a abort and write the row', 'Esc stay'],
};

/** Keys with what they do, none of them cut. */
function hintLines(hints: readonly string[], width: number): readonly string[] {
  return hints.reduce<string[]>((lines, hint) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 3 + hint.length > width) return [...lines, hint];
    return [...lines.slice(0, -1), `${last}   ${hint}`];
  }, []);
}
