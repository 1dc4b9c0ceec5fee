import { characterName, type CodeRange, isHidden, isQuoted, lineAt, lineStart, meantCharacter, oddCharacters } from '../../model/index.ts';
import { markdown, type ShellBlock, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const pasteTrap = textRule({
  id: 'paste-trap',
  severity: 'error',
  summary: 'Pasted, a line is not what it looks like.',
  scope: 'runbook',
  fixable: true,
  docs: {
    why: 'Word processors, chats and wikis turn `--force` into a dash, quotes into curly ones, blanks into no-break ones: the shell then reads another command, and nobody sees why. A blank after the backslash at a line\'s end, `&` in an address without quotes, and an option on a line of its own end the command early. Where a repair changes what runs it is made with `--unsafe-fixes`, and where it would let a block run that is held, in the editor alone.',
    bad: { get text() { return markdown(`
      # Drain a node

      '''bash
      kubectl drain node-1 \\ 
        --force
      '''
    `); } },
    good: { get text() { return markdown(`
      # Drain a node

      '''bash
      kubectl drain node-1 \\
        --force
      '''
    `); } },
  },
  check: (runbook) => shellBlocks(runbook).flatMap((block) => [...wrongCharacters(block), ...TRAPS.flatMap((trap) => onLinesInARow(block, trap.find(block)).map((places) => asOne(block, trap, places)))]),
});

/** A way in which a line ends too early: where, what to say, and what stands there instead. */
interface Trap {
  readonly says: string;
  readonly find: (block: ShellBlock) => readonly CodeRange[];
  readonly fixed: (written: string) => string;
}

const TRAPS: readonly Trap[] = [
  { says: 'a blank after the backslash: the command ends here, and the next line is another', find: (block) => plainMatches(block, /\\[ \t]+$/gm), fixed: () => '\\' },
  { says: 'outside of quotes & ends the command: the address is cut, and the rest is another command', find: (block) => plainMatches(block, /(?<=^|\s)https?:\/\/[^\s"'`;|<>&]+\?[^\s"'`;|<>&]*&[\w[\].-]+=[^\s"'`;|<>]*/gm), fixed: (url) => (url.includes('$') ? `"${url}"` : `'${url}'`) },
  { says: 'the next line begins with an option or an argument, and this one does not end in a backslash: that is another command', find: lostBackslashes, fixed: (above) => `${above} \\` },
  { says: 'an option ends this line, and its value stands on the next, which is another command', find: lostValues, fixed: (above) => `${above} \\` },
];

/** Places on lines in a row are the same slip, made once. */
function onLinesInARow({ fence: { code: { text } } }: ShellBlock, places: readonly CodeRange[]): readonly (readonly CodeRange[])[] {
  const groups: CodeRange[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (above !== undefined && lineStart(text, place.start) === text.indexOf('\n', above.start) + 1) group?.push(place);
    else groups.push([place]);
  }
  return groups;
}

function asOne(block: ShellBlock, { says, fixed }: Trap, places: readonly CodeRange[]): Finding {
  const [first = { start: 0, end: 0 }, ...more] = places;
  const also = more.length === 0 ? '' : `; the same on the ${more.length === 1 ? 'next line' : `next ${more.length} lines`}`;
  const fix = places.flatMap(({ start, end }) => fixAt(block, start, end, fixed).fix ?? []);
  return { message: `${says}${also}`, span: block.span(first.start, first.end), unsafe: true, ...(fix.length === 0 ? {} : { fix }) };
}

/** Matches in what the shell reads as plain words. */
function plainMatches({ shell, fence }: ShellBlock, pattern: RegExp): readonly CodeRange[] {
  const { text } = fence.code;
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })).filter(({ start }) => !isHidden(shell, start) && !isQuoted(text, 0, start, shell));
}

/** Options that nothing can follow but their value. */
const NEEDS_VALUE = /\s--(?:namespace|context|kubeconfig|selector|project|region|zone|profile|cluster)$/;
/** … and short ones, of the tools of a cluster. */
const CLUSTER_TOOL = /(?:^|[\s|;&(])(?:kubectl|oc|helm)\s/;
const NEEDS_VALUE_THERE = /\s-(?:n|l|c|f)$/;

/** A line that ends in an option without its value, above a word alone. */
function lostValues({ shell, fence }: ShellBlock): readonly CodeRange[] {
  const { text } = fence.code;
  return shell.commands.flatMap(({ args, start }) => {
    const above = lineAbove(text, start);
    const words = text.slice(above.start, above.end);
    const isAlone = args.length === 0 && /^\s*[\w.-]+\s*$/.test(lineAt(text, start));
    const lacksValue = NEEDS_VALUE.test(words) || (NEEDS_VALUE_THERE.test(words) && CLUSTER_TOOL.test(words));
    return isAlone && lacksValue ? [above] : [];
  });
}

/** Lines that begin with an option, or with quoted JSON, below a command that could go on. */
function lostBackslashes({ shell, fence }: ShellBlock): readonly CodeRange[] {
  const { text } = fence.code;
  return shell.commands.flatMap(({ nameWord, wrappers }) => {
    const begin = lineStart(text, nameWord.start);
    const above = lineAbove(text, begin);
    const begins = wrappers.length === 0 && text.slice(begin, nameWord.start).trim() === '' && /^(?:--?[a-z][\w-]*|["'][[{].*)/is.test(nameWord.raw) && !FILE_MODE.test(nameWord.raw);
    if (!begins) return [];
    const goesOn = shell.commands.some(({ start, name }) => start >= above.start && start < begin && /^[\w./-]+$/.test(name)) && !/[\\|&;]$/.test(text.slice(above.start, above.end));
    return goesOn ? [above] : [];
  });
}

/** The words of the line above the one that holds a place, without the blanks around them; an empty range where there is none. */
function lineAbove(text: string, at: number): CodeRange {
  const end = Math.max(0, lineStart(text, at) - 1);
  const start = lineStart(text, end);
  const line = text.slice(start, end);
  return { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length };
}

/** What a line of `ls -l` begins with. */
const FILE_MODE = /^-[r-][w-][xsS-](?:[r-][w-][xsStT-]){2}[+.@]?$/;

function wrongCharacters(block: ShellBlock): readonly Finding[] {
  const { shell, fence, span } = block;
  const { text } = fence.code;
  return oddCharacters(text, shell, { start: 0, end: text.length }).flatMap(({ at, character, quoted }) => {
    // In quotes a dash is text; what nobody sees is a trap there too.
    if (quoted && /[\u2010-\u201f\u2212]/.test(character)) return [];
    const typed = meantCharacter(character);
    const instead = typed === '-' && standsForTwo(text, at) ? '--' : typed;
    const end = at + character.length;
    return [{ message: `${characterName(character)} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}): the shell reads another word`, span: span(at, end), unsafe: true as const, ...(quoted ? {} : { inEditor: true as const }), ...fixAt(block, at, end, () => instead) }];
  });
}

/** Whether a dash was two hyphens: a long one before a word, an en dash before one of three letters (`–force`; `–rf` was typed with one). */
function standsForTwo(text: string, at: number): boolean {
  const before = text.slice(at - 1, at);
  return !/[-\u2010-\u2015\u2212]/.test(before) && /^(?:[\u2014\u2015]\p{L}{2}|[\u2012\u2013]\p{L}{3})/u.test(text.slice(at));
}

/** The repair of a stretch of code; none where it was lifted over a line's end. */
function fixAt({ fence, span }: ShellBlock, start: number, end: number, fixed: (written: string) => string): Pick<Finding, 'fix'> {
  const place = span(start, end);
  if (place.start.line !== place.end.line) return {};
  return { fix: [{ start: place.start.offset, end: place.end.offset, text: fixed(fence.code.text.slice(start, end)) }] };
}
