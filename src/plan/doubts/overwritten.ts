import { codeSpan, type CommandStep, type Doubt, DOUBT_ANSWERS, type Piece, type Runbook } from '../../model/index.ts';

/** A doubt for code that assigns a parameter given by the caller: only one of the two values can be meant. */
export function overwritten({ source }: Runbook, { shell, code }: CommandStep, piece: Piece, given: Readonly<Record<string, string>>, secrets: ReadonlySet<string>): Doubt | null {
  const assignment = shell.assignments.find(({ name, start }) => start >= piece.start && start < piece.end && given[name] !== undefined && !sameValue(code.text, start, name, given[name]));
  if (assignment === undefined) return null;
  const { name, start, end } = assignment;
  const text = code.text.slice(start, end).split('\n')[0] ?? name;
  // A secret must not be written into code.
  const answers = secrets.has(name) ? DOUBT_ANSWERS.overwritten.filter((answer) => answer !== 'mine') : DOUBT_ANSWERS.overwritten;
  return { kind: 'overwritten', text: `${text}, and ${name} was given`, line: codeSpan(source, code, start, end).start.line, section: null, block: false, answers, settledBy: null, answer: null };
}

/** `NAME=value` assigns just the given value. */
function sameValue(code: string, start: number, name: string, value: string): boolean {
  const written = new RegExp(`^${name}=(?:"(?<double>[^"$\`\\\\]*)"|'(?<single>[^']*)'|(?<bare>[^\\s"'$\`\\\\;&|]*))(?=[\\s;&|]|$)`).exec(code.slice(start))?.groups;
  return written !== undefined && (written['double'] ?? written['single'] ?? written['bare']) === value;
}
