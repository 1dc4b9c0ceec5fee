import type { CodeRange, CodeText } from '../../model/index.ts';
import { type ElsewhereLines, opensRootShell } from '../../shell-syntax/index.ts';
import { isTypedComment } from '../blocks/index.ts';
import { codeLines, pickLines } from '../markdown/index.ts';

/** A root prompt and what is typed at it, or the author's comment. */
const HASH = /^[ \t]*#[ \t]*(?<text>.*)$/;
const EXIT = /^[ \t]*(?:exit|logout)\b/;

/** A block's code without the root prompts (`# systemctl restart x`) of what is typed below `sudo su` and the like; `null` where it shows none. Beside a command without such a prompt a comment is a comment. */
export function withoutRootPrompts(code: CodeText, elsewhere: readonly ElsewhereLines[]): CodeText | null {
  const lines = codeLines(code.text);
  const typed = new Map<number, CodeRange>();
  for (const { start, end, openers } of elsewhere) {
    if (!opensRootShell(openers.at(-1)?.text ?? '')) continue;
    const there = lines.filter((line) => line.start >= start && line.end <= end && line.text.trim() !== '');
    if (!there.every(({ text }) => HASH.test(text) || EXIT.test(text))) continue;
    for (const line of there) {
      const text = HASH.exec(line.text)?.groups?.['text'] ?? '';
      if (isTypedComment(text)) typed.set(line.start, { start: line.end - text.length, end: line.end });
    }
  }
  return typed.size === 0 ? null : pickLines(code, lines.map((line) => typed.get(line.start) ?? line));
}
