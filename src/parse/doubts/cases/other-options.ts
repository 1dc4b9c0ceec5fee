import { type Piece, type ShellCommand, startsIn } from '../../../model/index.ts';
import { acts, type DoubtSources, type Found, placeOf } from '../sources.ts';

/** Programs that are run twice on the same things, the second time to finish what the first began. */
const RUN_AGAIN = /^(?:rsync|git|apt|apt-get|tar|cp|scp|rclone)$/;
/** What tries first, or looks. */
const TRIES = /^--?(?:dry-?run|check|diff|plan|simulate|what-?if|n|help|version)\b/i;
const MARK = /^--?[A-Za-z][\w-]*/;

/**
 * A command that destroys, where the block right above it has the same one with other options: `evacuate web1` and `evacuate web1 --on-shared-storage` are two ways of one thing.
 * Other values of the same options are another step: `--replicas=0`, `--replicas=3`.
 */
export function hasOtherOptions({ draft, before }: Pick<DoubtSources, 'draft' | 'before'>, piece: Piece): Found | null {
  if (before === null || piece.effect.effect !== 'destroys') return null;
  const [command, ...others] = draft.shell.commands.filter((each) => startsIn(each, piece));
  if (command === undefined || others.length > 0) return null;
  const same = before.shell.commands.find((earlier) => isOtherWay(command, earlier));
  return same === undefined ? null : { text: before.code.text.slice(same.start, same.end), at: placeOf(before, same.start) };
}

/** Calls of one program in a row, below which a comment names one way more: "# or: bin/add-node web-1". They are ways of one thing too. */
export function endsInOtherWay({ draft }: Pick<DoubtSources, 'draft'>, piece: Piece): Found | null {
  const { shell } = draft;
  const comment = acts(piece) ? shell.comments.findLast((each) => each.ownLine && startsIn(each, piece)) : undefined;
  if (comment === undefined || !/^or\b/i.test(comment.text.trim())) return null;
  const commands = shell.commands.filter((each) => startsIn(each, piece));
  const isOneProgram = commands.length > 1 && commands.every(({ name, start }) => name === commands[0]?.name && start < comment.start);
  return isOneProgram ? { text: `# ${comment.text.trim()}`, at: placeOf(draft, comment.start) } : null;
}

function isOtherWay(command: ShellCommand, earlier: ShellCommand): boolean {
  if (command.name !== earlier.name || RUN_AGAIN.test(command.name)) return false;
  const [words, wordsThen] = [command, earlier].map(wordsOf);
  const [marks = [], marksThen = []] = [command, earlier].map(marksOf);
  return words !== undefined && words === wordsThen && words.includes(' ') && marks.join(' ') !== marksThen.join(' ') && ![...marks, ...marksThen].some((mark) => TRIES.test(mark));
}

/** What a command acts on: its arguments without options. */
function wordsOf({ args }: ShellCommand): string {
  return args.filter(({ raw }) => !raw.startsWith('-')).map(({ raw }) => raw).join(' ');
}

function marksOf({ args }: ShellCommand): readonly string[] {
  return args.flatMap(({ raw }) => MARK.exec(raw)?.[0] ?? []).sort();
}
