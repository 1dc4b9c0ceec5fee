import { characterName, type CodeRange, interpreterOf, isHidden, isShellName, lineAt, lineStart, oddCharacters, type Piece, startsIn } from '../../../model/index.ts';
import { isProgram } from '../../blocks/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { LEFT_OUT, LOG_LINE, NO_NAME, SENTENCE, SETTING, TABLE_HEAD, TABLE_ROW } from './not-a-command-words.ts';

/** A command whose name can be none, or a character outside of quotes and comments that no shell reads as its author meant. */
export function notACommand({ draft }: DoubtSources, piece: Piece): Found | null {
  const notShell = isShellName(interpreterOf(draft.pins)) ? (draft.fence?.notShell ?? null) : null;
  return wrongCharacter(draft, piece) ?? wrongName(draft, piece) ?? (notShell === null || piece.index > 0 || draft.shell.errors.length > 0 ? null : { text: `the block holds ${notShell}`, at: draft.range.start, block: true });
}

function wrongCharacter(draft: DoubtSources['draft'], piece: Piece): Found | null {
  const { text } = draft.code;
  const odd = oddCharacters(text, draft.shell, piece).find(({ quoted }) => !quoted);
  return odd === undefined ? null : { text: `${characterName(odd.character)} in: ${lineAround(text, odd.at)}`, at: placeOf(draft, odd.at) };
}

function wrongName(draft: DoubtSources['draft'], piece: Piece): Found | null {
  const { shell, code } = draft;
  for (const { nameWord, args, start } of shell.commands) {
    if (start < piece.start || start >= piece.end || isHidden(shell, start)) continue;
    const written = code.text.slice(nameWord.start, nameWord.end);
    if (LEFT_OUT.test(written)) return { text: written, at: placeOf(draft, start) };
    if (shell.placeholders.some((placeholder) => placeholder.start <= nameWord.start && placeholder.end >= nameWord.end)) continue;
    if (isPrinted(code.text, start, written)) return { text: lineAround(code.text, start), at: placeOf(draft, start) };
    if (isWrongName(written, args.map(({ raw }) => raw)) || args.some((arg) => ELLIPSIS.test(arg.raw) || standsApart(arg, code.text))) return { text: lineAround(code.text, start), at: placeOf(draft, start) };
  }
  return goesOn(draft, piece);
}

/** A command with its options on the line below, although nothing says that it goes on there. */
function goesOn(draft: DoubtSources['draft'], piece: Piece): Found | null {
  const { code, shell } = draft;
  const option = /^[ \t]*\n[ \t]*(?<option>--?[A-Za-z][\w-]*)/.exec(code.text.slice(piece.end));
  if (option === null || !shell.commands.some((each) => startsIn(each, piece))) return null;
  const at = piece.end + option[0].length - (option.groups?.['option'] ?? '').length;
  return { text: `${lineAround(code.text, at)} on a line of its own`, at: placeOf(draft, at) };
}

/** A line of a table below the command that printed it. */
function isPrinted(code: string, start: number, name: string): boolean {
  const from = lineStart(code, start);
  const line = lineAt(code, start).trim();
  return from > 0 && !isProgram(name) && line.startsWith(name) && (TABLE_HEAD.test(line) || TABLE_ROW.test(line)) && !code.slice(0, from).trimEnd().endsWith('\\');
}

/** Whether a word is the "or" between two commands of which one is to be typed: `restart a   or   start b`. */
function standsApart({ start, end }: CodeRange, code: string): boolean {
  return /^[ \t]{2}or[ \t]{2}$/i.test(code.slice(start - 2, end + 2));
}

/** What is to be typed there is left out. */
const ELLIPSIS = /^(?:\.{3}|…)$/;

/** Whether the first word of a command can be no command's name. */
function isWrongName(word: string, args: readonly string[]): boolean {
  // A prompt that is none: `$> x` writes a file.
  if (word === '$' || word === '%') return true;
  if (word === '' || /[$"'`\\]/.test(word)) return false;
  return NO_NAME.some((shape) => shape.test(word)) || [SENTENCE, LOG_LINE, SETTING].some((shape) => shape.test([word, ...args].join(' ')));
}

/** The line of an offset, as the words of a doubt. */
function lineAround(code: string, at: number): string {
  return lineAt(code, at).trim().slice(0, 120);
}
