import { type CodeRange, codeSpan, type CommandStep, type ShellCommand } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const endlessCommand = textRule({
  id: 'endless-command',
  severity: 'warning',
  summary: 'A command that never ends stands before others in its block.',
  scope: 'runbook',
  docs: {
    why: 'Whoever pastes the block never gets to the commands after it. Give it an end (`--since=5m` instead of `-f`, `--tail=100`), put it last, or send it to the background. Where a comment begins something else below it, editors show it as a hint.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl logs -f deploy/api
      kubectl get pods
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl logs --since=5m deploy/api
      kubectl get pods
      '''
    `); } },
  },
  check: ({ steps, source }) =>
    steps.flatMap((step) => {
      if (step.kind !== 'command' || step.pins.timeout !== undefined) return [];
      const { text } = step.code;
      const own = step.follow?.from === 'word' ? [{ text, at: 0, commands: step.shell.commands, marks: step.follow.marks }] : [];
      return [...own, ...typedThere(step)].flatMap(({ at, ...typed }) =>
        neverReached(typed).map(({ word, start, end, next, isApart }) => ({ ...(isApart ? { hint: true as const } : {}), message: `"${word}" never ends, so "${/\s/.test(next.name) ? wordAt(typed.text, next.start) : next.name}" on line ${codeSpan(source, step.code, at + next.start, at + next.end).start.line} is never reached`, span: codeSpan(source, step.code, at + start, at + end) })),
      );
    }),
});

/** The word of a command that runs another one given as a text: `watch`. */
const wordAt = (text: string, at: number): string => /^\S+/.exec(text.slice(at))?.[0] ?? '';

/** Lines that one shell reads. */
interface Typed {
  readonly text: string;
  readonly commands: readonly ShellCommand[];
  /** What never ends in them. */
  readonly marks: readonly (CodeRange & { readonly word: string })[];
}

/** What never ends first, and the command that is not reached. */
function neverReached({ text, commands, marks }: Typed) {
  return marks.slice(0, 1).flatMap(({ word, start, end }) => {
    const own = commands.filter((command) => command.topLevel && command.start <= start && command.end >= end).at(-1);
    const next = commands.find((command) => command.topLevel && command.start >= (own?.end ?? end) && !onSameLine(text, end, command.start));
    if (next === undefined || next.name === 'exit' || own?.background === true || ENDS_BY_ITSELF.test(text.slice(own?.start ?? start, own?.end ?? end))) return [];
    return [{ word, start, end, next, isApart: !OPENS_WAY.test(word) && TITLED.test(text.slice(own?.end ?? end, next.start)) }];
  });
}

/** A comment that begins something else, `# Restart it`, and no next step, `# 2. Restart it`: nobody pastes the two at once. */
const TITLED = /\n[ \t]*#+[ \t]*(?!(?:step[ \t]*)?\d|then\b|next\b|after\b|finally\b|verif)\p{L}/iu;

/** What stays open so that others can be used beside it. */
const OPENS_WAY = /port-forward|proxy|tunnel/;

/** What is typed into the shell of another machine or user, from where in the step's code. */
function typedThere({ code, shell }: CommandStep): readonly (Typed & { readonly at: number })[] {
  return shell.remotes.filter(({ opener }) => OPENS_OTHER_SHELL.test(opener)).map(({ typed }) => {
    const text = code.text.slice(typed.start, typed.end);
    const { commands, hazards } = analyzeShell(text);
    return { text, at: typed.start, commands, marks: hazards.filter(({ hazard }) => hazard === 'follow') };
  });
}

/** What opens the shell of another machine or user, and no program with a language of its own. */
const OPENS_OTHER_SHELL = /^(?:sudo\s+)?(?:ssh|mosh|su|sudo|vagrant\s+ssh|gcloud\s+compute\s+ssh)\b/;

/** Commands that watch something until it is done, and then end. */
const ENDS_BY_ITSELF = /\brollouts?\s+status\b|\bwait\b/;

/** A pipe's other end, not a command after it. */
function onSameLine(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).replace(/\\\n/g, '').includes('\n');
}
