import type { Effect } from '../../model/index.ts';

/** What an awk program does: it writes, runs other programs, or only reads. */
export function awkEffect(program: string): Effect {
  const code = withoutTexts(program).replace(/(,|\\|&&|\|\|)[ \t]*\n/g, '$1 ');
  if (/\bsystem\s*\(|@(?:load|include)\b/.test(code)) return 'unknown';
  let depth = 0;
  let printing = false;
  for (const token of code.match(/\b(?:print|printf)\b|\|\||>=|[\n;{}()>|]/g) ?? []) {
    if (token === 'print' || token === 'printf') printing = true;
    else if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (token === '|' || (token === '>' && printing && depth <= 0)) return 'unknown';
    else if (token === ';' || token === '\n' || token === '{' || token === '}') printing = false;
  }
  return 'reads';
}

/** Strings, regular expressions and comments are emptied; where one does not end, what follows stays and is judged as code. */
function withoutTexts(program: string): string {
  return program.replace(/"(?:[^"\\\n]|\\.)*"|(?<=(?:^|[(,~!&|{;\n]|\breturn)[ \t]*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|#[^\n]*/g, (text) => (text.startsWith('#') ? '' : '""'));
}
