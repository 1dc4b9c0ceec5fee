import { wrapText } from '../../print/index.ts';
import type { Dialog } from '../model.ts';
import { filtered } from '../reduce-dialog.ts';
import { fold, look } from '../theme.ts';
import type { Theme } from '../theme.ts';

/** An open question. */
export function dialogLines(dialog: Dialog, width: number, theme: Theme): string[] {
  const title = wrapText(dialog.title, width).map((line) => look(theme, 'bold', line));
  switch (dialog.kind) {
    case 'pick': {
      const choices = filtered(dialog);
      return [...title, ...choices.map((choice, i) => (i === dialog.index ? look(theme, 'inverse', `> ${choice}`) : `  ${choice}`)), `filter: ${dialog.filter}_`];
    }
    case 'text':
      return [
        ...title,
        ...dialog.lines.flatMap((line) => wrapText(line, width)),
        ...dialog.value.split('\n').flatMap((line, i, all) => fold(`${i === 0 ? '> ' : '  '}${line}${i === all.length - 1 && dialog.index < 0 ? '_' : ''}`, width)),
        ...dialog.offers.map((offer, i) => (i === dialog.index ? look(theme, 'inverse', `> ${offer}`) : `  ${offer}`)),
      ];
    case 'keys':
      return [...title, ...dialog.lines.flatMap((line) => wrapText(line, width)), ...HINTS[dialog.purpose]];
  }
}

const HINTS: Readonly<Record<'failed' | 'judge' | 'quit', readonly string[]>> = {
  failed: ['r look at it again and run it   a accept with a reason', 's skip   q leave   Esc back'],
  judge: ['y it holds   n it does not   u cannot tell'],
  quit: ['l leave, to be resumed   a abort and write the row   Esc stay'],
};
