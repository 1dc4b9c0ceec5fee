import { counted, type SourceText, spanAt } from '../../model/index.ts';
import { textRule } from '../rule.ts';

export const mixedLineEndings = textRule({
  id: 'mixed-line-endings',
  severity: 'warning',
  summary: 'Some lines end in CRLF and some in LF.',
  scope: 'markdown',
  fixable: true,
  docs: {
    why: 'A carriage return pasted into a terminal becomes part of the last argument, and every later change shows as a change of the whole line. `--fix` gives all lines the ending that most have.',
    bad: { text: '# Diagnose\r\n\r\nLook at the pods.\n' },
    good: { text: '# Diagnose\n\nLook at the pods.\n' },
  },
  check: ({ structure, source }) => {
    if (!structure.mixedLineEndings) return [];
    const odd = oddEndings(source);
    const first = odd[0];
    if (first === undefined) return [];
    const [name, other] = source.eol === '\n' ? ['LF', 'CRLF'] : ['CRLF', 'LF'];
    return [{ message: `${counted(odd.length, 'line')} end${odd.length === 1 ? 's' : ''} in ${other}; the others end in ${name}`, span: spanAt(source, first.start, first.start), fix: odd.map((place) => ({ ...place, text: source.eol })) }];
  },
});

/** Line endings that are not those of most lines. */
function oddEndings({ text, eol }: SourceText): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(/\r\n|\r|\n/g)).filter((match) => match[0] !== eol).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
