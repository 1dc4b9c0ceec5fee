import { sizesOf } from '../../../src/tui/sizes.ts';
import { promptOn } from './screen-faults.ts';
import type { Size } from './watched-terminal.ts';

/** Characters of a text in a row that have to have been on screen in a row. */
const WINDOW = 14;

/** Everything of the document that has been on screen, page after page, and what was asked beside it. */
export class Transcript {
  private readonly pages: string[] = [];
  private readonly questions: string[] = [];

  add(lines: readonly string[], size: Size): void {
    const { header, outline } = sizesOf(size.columns, size.rows);
    const end = Math.max(header, promptOn(lines, size).first - 1);
    // What stands beside a command is another text.
    const page = lines.slice(header, end).map((line) => line.slice(outline).replace(/┊.*/, ''));
    const overlap = page.map((_, i) => page.length - i).find((count) => this.pages.slice(-count).join('\n') === page.slice(0, count).join('\n')) ?? 0;
    this.pages.push(...page.slice(overlap));
    this.questions.push(lines.slice(end).join('\n'));
  }

  /** The first part of a command that has not been on screen; `null` where all has. */
  unseenCode(code: string): string | null {
    return this.unseen(code, (text) => text.replace(/[^\x21-\x7e]/g, ''));
  }

  /** The same of a sentence, whose marks are drawn otherwise than they are written. */
  unseenWords(sentence: string): string | null {
    return this.unseen(sentence, (text) => text.replace(/[^A-Za-z0-9]/g, ''));
  }

  private unseen(text: string, bare: (text: string) => string): string | null {
    const wanted = bare(text);
    const seen = [bare(this.pages.join('')), ...this.questions.map(bare)];
    for (let at = 0; at === 0 || at + WINDOW <= wanted.length; at++) {
      const part = wanted.slice(at, at + WINDOW);
      if (!seen.some((each) => each.includes(part))) return part;
    }
    return null;
  }
}
