import { type CodeRange, having, lineStart, type ShellAnalysis, type ShellComment } from '../../model/index.ts';
import { literalValue } from '../../shell-syntax/index.ts';
import type { ProseExample } from './examples.ts';

/** What is quick to look for: letters of every alphabet in either case, as in the next two, take V8 as long to compile as half of a file takes to read. */
const REPLACES_VALUE = /\b(?:replac|chang|substitut|swap|exchang)[a-z]*\s+(?:the\s+(?:value\s+)?)?[`\w.:@/-]*[`\d/]/i;
const ASSUMES = /\bassum/i;
/** "Replace the 998 below with those ids", "change `de` to the language of the shop". */
const REPLACE = /\b(?:replac(?:e|ing)|chang(?:e|ing)|substitut(?:e|ing)|swap(?:ping)?|exchang(?:e|ing))\s+(?:the\s+(?:value\s+)?)?(?:`(?<quoted>[^`\s]+)`|(?<bare>[\w.:@/-]*\d[\w.:@/-]*)|(?<named>[\w.:@-]+\/[\w.:@/-]+)(?=\s+value\b))\s+(?:value\s+)?(?:in\s+(?:the|this)\s+(?:command|commands|example|line|block)\s+)?(?:(?:below|above|here)\s+)?(?:with|by|to|for)\s+(?:(?:the|your|those|these|that|an?|own|actual|real|correct|right|new|current)\s+)*(?<noun>[\p{L}][\p{L}-]*)(?:(?<=\b(?:name|id|ip|value|number|path))\s+of\s+(?:the|your|an?)\s+(?<of>[\p{L}][\p{L}-]*))?/giu;
/** "assuming that its id is 1649407". */
const ASSUME = /\bassum(?:e|es|ed|ing)\s+(?:that\s+)?(?:(?:the|its|your|an?|this)\s+)*(?<noun>[\p{L}-]+(?:\s+[\p{L}-]+)?)\s+(?:is|was|=)\s+(?:(?:called|named)\s+)?(?:`(?<quoted>[^`\s]+)`|["“']?(?<bare>(?:[\w.:@/-]*\d[\w:@/-]*\w|\d)))/giu;
/** "Change the address to the one of the customer": the value is not said, only what it is. */
const CHANGE_KIND = having('address|mail|recipient|version|tag', /\b(?:replace|change|specify|substitute)\s+the\s+(?:e-?mail\s+)?(?<noun>address|e-?mail|recipient|version|tag)\s+(?:(?:below|here)\s+)?(?:to|with|by|of|for)\b/gi);
/** "Replace PREFIX with what you found": what stands in upper case says itself what it is. */
const REPLACE_NAME = having('replace|substitute', /\b(?:[Rr]eplace|[Ss]ubstitute)\s+(?:the\s+)?`?(?<value>[A-Z][A-Z\d_]{2,})`?\s+(?:(?:below|above|here)\s+)?(?:with|by|for)\s/g);
/** "Replace `shop-CLUSTER` before running the following command": what with is left to the reader. */
const REPLACE_FIRST = having('before', /\b(?:replace|substitute)\s+(?:the\s+)?(?<mark>`|\*{1,2})(?<value>[\w.:@/-]{2,})\k<mark>\s+before\s+(?:you\s+)?(?:run|running|use|using|execut(?:e|ing))\b/gi);
/** "Replace `stg` with `prd` for production". */
const REPLACE_ONE = having('replace|substitute|swap|change', /\b(?:replace|substitute|swap|change)\s+`(?<value>[\w.:@/-]{2,})`\s+(?:with|by|to|for)\s+`[^`\s]+`\s+(?:for|if|when)\b/gi);
/** "where `web-1` is the pod that hangs", "(7 being the new version)", "where POD is the pod". */
const WHERE = having('where|is|being|stands', /(?:(?:\bwhere\s+|\()(?:`(?<quoted>[^`\s]+)`|(?<bare>\d[\w.:-]*))\s+(?:is|being|stands\s+for)\s+(?:(?:the|your|an?|own|actual|real|correct|right)\s+){1,3}(?<noun>[\p{L}][\p{L}-]*)|\bwhere\s+(?<value>[A-Z][A-Z\d_]{2,})\s+(?:is|stands\s+for)\s)/gu);
/** What a value looks like that is called so. */
const SHAPES: readonly (readonly [kind: RegExp, shape: RegExp])[] = [
  [/^(?:address|e-?mail|recipient)$/i, /^[\w.+-]+@[\w-]+\.[\w.]+$/],
  [/^(?:version|tag)$/i, /^v?\d+(?:\.\d+)+$/],
];

/** A comment at the end of a line that says that its value is to be replaced. */
export const REPLACE_COMMENT = /^(?:CHANGE[_ -]?ME\b|REPLACE[_ -]?ME\b|(?:replace|change|substitute|adjust)\s+(?:this\b|me\b|it\b|here\b|with\b|to\b|as\b))/i;
const COMMENT_NOUN = /\b(?:with|to)\s+(?:(?:the|your|own|actual|real|correct|right|an?)\s+)*(?<noun>\p{L}[\p{L}-]*)/iu;

/** Whether a text may say that a value is to be replaced. */
export function speaksOfReplacing(text: string): boolean {
  return /\b(?:replac|chang|substitut|swap|exchang|specify|assum)/i.test(text) || /\bwhere\s+[`A-Z\d]|\([`\d]/.test(text);
}

/** Values that a paragraph or comment says to replace, or that it assumes. `start` is its place in the file. */
export function saidReplacements(text: string, start: number): readonly ProseExample[] {
  const quick = [REPLACE_NAME, REPLACE_FIRST, REPLACE_ONE, WHERE].flatMap((pattern) => pattern.all(text));
  return [...quick, ...(REPLACES_VALUE.test(text) ? text.matchAll(REPLACE) : []), ...(ASSUMES.test(text) ? text.matchAll(ASSUME) : [])].flatMap((match) => {
    const { quoted, bare, named, value: written = quoted ?? bare ?? named ?? '', noun, of: owner } = match.groups ?? {};
    const from = start + match.index + match[0].lastIndexOf(written);
    const value = written.replace(/\\(?=[_*])/g, '');
    return value === '' ? [] : [{ noun: owner === undefined ? (noun ?? null) : `${owner} ${noun ?? ''}`, value, words: match[0].replace(/\s+/g, ' '), range: { start: from, end: from + written.length }, replaced: true }];
  });
}

/** Values of a code that the words before it name by their kind only. */
export function valuesOfKind(text: string, start: number, shell: ShellAnalysis): readonly ProseExample[] {
  return CHANGE_KIND.all(text).flatMap((match) => {
    const noun = match.groups?.['noun'] ?? '';
    const shape = SHAPES.find(([kind]) => kind.test(noun))?.[1];
    const values = new Set(shell.commands.flatMap(({ args }) => args.flatMap(({ value }) => (value !== null && shape?.test(value) === true ? [value] : []))));
    const [value] = values;
    return value === undefined || values.size > 1 ? [] : [{ noun, value, words: match[0], range: { start: start + match.index, end: start + match.index + match[0].length } }];
  });
}

/** `# replace b with the pod`: the value is an argument of the block, and a noun says what stands in its place. */
const REPLACE_ARGUMENT = /^(?:replace|change|substitute)\s+[`'"]?(?<value>[\w.:@/-]+)[`'"]?\s+(?:with|by|to|for)\s+(?:(?:the|your|an?|own|actual|real|correct|right|name|id|of|new|current)\s+){1,5}(?<noun>\p{L}[\p{L}-]*)/iu;

/** A comment above assignments that says so of their values; "# Change to the shop's folder" only says what the line does. */
const REPLACE_BELOW = /^(?:CHANGE[_ -]?ME\b|REPLACE[_ -]?ME\b|replace\s+(?:this|me|it|here|with|by)\b|(?:change|substitute|adjust|set)\s+(?:this|me|it|here)\b|(?:change|replace|adjust|edit|set)\s+(?:the\s+)?(?:value|values|line|lines|variable|variables)\s+below\b)/i;

/** A value that the comment at the end of its line, or above it, says to replace. */
interface MarkedValue extends CodeRange {
  readonly noun: string;
  readonly value: string;
  readonly words: string;
}

/** The values of a code that comments at the end of their lines say to replace: what the line assigns, else its last argument. Above a line: what it assigns. */
export function markedValues(code: string, shell: ShellAnalysis): readonly MarkedValue[] {
  return shell.comments.flatMap((comment): readonly MarkedValue[] => {
    const named = argumentsNamed(shell, comment.text.trim());
    if (named.length > 0) return named;
    if (comment.ownLine) return REPLACE_BELOW.test(comment.text.trim()) ? assignedBelow(code, shell, comment) : [];
    if (!REPLACE_COMMENT.test(comment.text.trim())) return [];
    const line = { start: lineStart(code, comment.start), end: comment.start };
    const isOn = ({ start, end }: CodeRange): boolean => start >= line.start && end <= line.end;
    const words = `# ${comment.text.trim()}`;
    const said = COMMENT_NOUN.exec(comment.text)?.groups?.['noun'];
    const assignment = shell.assignments.findLast(isOn);
    const range = assignment === undefined ? null : assignedRange(code, assignment);
    if (assignment !== undefined && range !== null) return [{ ...range, noun: assignment.name, value: code.slice(range.start, range.end), words }];
    const argument = shell.commands.findLast(isOn)?.args.findLast(({ value }) => value !== null && !value.startsWith('-'));
    if (argument === undefined || argument.value === null) return [];
    const quote = /^(["']).*\1$/s.test(argument.raw) ? 1 : 0;
    return [{ start: argument.start + quote, end: argument.end - quote, noun: said ?? 'value', value: argument.value, words }];
  });
}

/** Every argument that a comment says to replace by what it names. */
function argumentsNamed(shell: ShellAnalysis, text: string): readonly MarkedValue[] {
  // The pattern takes long to compile, as those above do.
  const { value = '', noun = '' } = /^(?:replace|change|substitute)\b/i.test(text) ? (REPLACE_ARGUMENT.exec(text)?.groups ?? {}) : {};
  if (value === '') return [];
  return shell.commands.flatMap(({ args }) => args.filter((arg) => arg.raw === value).map(({ start, end }) => ({ start, end, noun, value, words: `# ${text}` })));
}

/** What the lines right below a comment assign, up to the first that assigns nothing. */
function assignedBelow(code: string, shell: ShellAnalysis, comment: ShellComment): readonly MarkedValue[] {
  const found: MarkedValue[] = [];
  for (let start = code.indexOf('\n', comment.end) + 1; start > 0; start = code.indexOf('\n', start) + 1) {
    if (/^[ \t]*#/.test(code.slice(start, start + 200))) continue;
    const assignment = shell.assignments.find((each) => each.start >= start && /^[ \t]*(?:export[ \t]+)?$/.test(code.slice(start, each.start)));
    const range = assignment === undefined ? null : assignedRange(code, assignment);
    if (assignment === undefined || range === null) break;
    found.push({ ...range, noun: assignment.name, value: code.slice(range.start, range.end), words: `# ${comment.text.trim()}` });
  }
  return found;
}

/** Where the value of `NAME='value'` stands, quotes left out; `null` where it is no plain text. */
export function assignedRange(code: string, assignment: CodeRange): CodeRange | null {
  const text = code.slice(assignment.start, assignment.end);
  const value = literalValue(text);
  if (value === null || value === '') return null;
  const at = text.indexOf(value, text.indexOf('=') + 1);
  return at < 0 ? null : { start: assignment.start + at, end: assignment.start + at + value.length };
}
