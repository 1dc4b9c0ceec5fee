import type { Expectation } from '../../model/index.ts';

/** The expectation where its code is known: a part that is one of the commands, or a path that they ask for, is no output. */
export function besideCode(expectation: Expectation, code: string): Expectation {
  if (expectation.kind !== 'quoted') return expectation;
  const named = expectation.parts.find(({ text }) => isCommand(text, code) || isAskedPath(text, code));
  return named === undefined ? expectation : { ...expectation, kind: 'judgement', parts: [], anyPart: false, reason: `"${named.text}" is of the command, not of its output` };
}

function isCommand(part: string, code: string): boolean {
  const lines = code.split('\n').map((line) => line.trim().replace(/^(?:\$|sudo) /, '').replace(/\s+/g, ' '));
  return lines.some((line) => line === part || (/^[\w./-]+ \S/.test(part) && line.startsWith(`${part} `)));
}

/** Programs that take an address without its scheme. */
const ASKING = /(?:^|[\s|;&(])(?:curl|wget|https?|xh|hey|ab)\s/;

/** `/ready` where the code asks for `https://shop.test/ready`, or `curl shop.test/ready`. */
function isAskedPath(part: string, code: string): boolean {
  if (!/^\/[\w./-]+$/.test(part)) return false;
  return code.split('\n').some((line) => {
    const words = line.split(/[\s"']+/).map((word) => word.replace(/[?#;)].*$/, ''));
    const address = ASKING.test(line) ? /:\/\/|^[\w$]/ : /:\/\/|^localhost\b|^\$/;
    return words.some((word) => word.length > part.length && word.endsWith(part) && address.test(word));
  });
}
