import { visibleData, visibleLine } from '../../model/index.ts';
import { wrapText } from '../layout/wrap.ts';

/** What a search shows of one runbook. */
interface FoundLine {
  readonly path: string;
  readonly title: string | null;
  readonly purpose: string;
}

/** The hits, best first: path and title, and below them the purpose. With `numbered`, each begins with the number that chooses it. */
export function foundText(found: readonly FoundLine[], width: number, numbered: boolean): string {
  const margin = numbered ? 4 : 0;
  return visibleData(found)
    .map(({ path, title, purpose }, index) => {
      const number = numbered ? `${String(index + 1).padStart(2)}  ` : '';
      const head = `${number}${path}${title === null ? '' : `  ${visibleLine(title)}`}`;
      const below = purpose === '' ? [] : wrapText(visibleLine(purpose), width - margin - 4).map((line) => `${' '.repeat(margin + 4)}${line}`);
      return [head, ...below].map((line) => `${line}\n`).join('');
    })
    .join('');
}
