import { displayWidth, visibleData, visibleLine } from '../../model/index.ts';
import { wrapText } from '../layout/wrap.ts';

/** What a search shows of one runbook. */
interface FoundLine {
  readonly path: string;
  readonly title: string | null;
  readonly purpose: string;
}

/** How wide a purpose is folded where nobody knows the screen. */
const WIDTH = 80;

/** The hits, best first: path and title, which stands below the path where a screen is too narrow for both, and below them the purpose. With `numbered`, each begins with the number that chooses it. */
export function foundText(found: readonly FoundLine[], width: number | undefined, numbered: boolean): string {
  const margin = numbered ? 4 : 0;
  return visibleData(found)
    .map(({ path, title, purpose }, index) => {
      const number = numbered ? `${String(index + 1).padStart(2)}  ` : '';
      const folded = (text: string, indent: number): readonly string[] => (text === '' ? [] : wrapText(text, (width ?? WIDTH) - indent).map((line) => `${' '.repeat(indent)}${line}`));
      const name = visibleLine(title ?? '');
      const line = `${number}${path}${name === '' ? '' : `  ${name}`}`;
      const head = width === undefined || displayWidth(line) <= width ? [line] : [`${number}${path}`, ...folded(name, margin + 2)];
      return [...head, ...folded(visibleLine(purpose), margin + 4)].map((each) => `${each}\n`).join('');
    })
    .join('');
}
