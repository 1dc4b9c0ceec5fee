import { type Located, type Runbook, spanAt } from '../../model/index.ts';
import { commandInProse, KNOWN_PROGRAMS, markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const unfencedCommand = textRule({
  id: 'unfenced-command',
  severity: 'warning',
  onceAFile: true,
  summary: 'A command is written as prose.',
  scope: 'markdown',
  docs: {
    why: 'Nothing outside a block is run, and the page joins its lines into one. The backslash at the end of a line is a line break there: the page shows the command without it, so what is copied from there runs line by line.',
    bad: { get text() { return markdown(`
      # Roll back

      aws ecs update-service \\
        --cluster shop \\
        --force-new-deployment
    `); } },
    good: { get text() { return markdown(`
      # Roll back

      '''bash
      aws ecs update-service \\
        --cluster shop \\
        --force-new-deployment
      '''
    `); } },
  },
  check: ({ structure, source, diagnostics }: Runbook) => {
    // Below a fence that is not closed blocks and prose have changed places, which one finding says.
    const isMixedUp = diagnostics.some(({ rule }) => rule === 'unclosed-fence');
    const headings = new Set(structure.headings.map(({ span }) => span.start.offset));
    return structure.texts.flatMap((text) => cutByBackslashes(text, source) ?? (isMixedUp || headings.has(text.span.start.offset) ? [] : commandsOnly(text, source)));
  },
});

function cutByBackslashes({ span }: Located<string>, source: Runbook['source']): readonly Finding[] | null {
  const first = commandInProse(source.text, span);
  return first === null ? null : [{ message: 'a command outside a block shows without its backslashes: expected a block around it', span: spanAt(source, first.start, first.end) }];
}

/** A paragraph each line of which is a command, but for the first where that leads to them. */
function commandsOnly({ span }: Located<string>, source: Runbook['source']): readonly Finding[] {
  const text = source.text.slice(span.start.offset, span.end.offset);
  // Most paragraphs end in a line of a sentence.
  if (!/^[ \t>]*(?:\$ )?[a-z]/.test(text.slice(text.lastIndexOf('\n') + 1))) return [];
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[ \t>]+/, '').trimEnd());
  const [first = ''] = lines;
  const commands = /[:?][*_]{0,2}$/.test(first) ? lines.slice(1) : lines;
  const [command] = commands;
  if (command === undefined || !commands.every(isCommand)) return [];
  const start = source.text.indexOf(command, span.start.offset);
  const message = commands.length > 1 ? 'commands outside a block show as one line of prose: expected a block around them' : 'a command outside a block is prose, which nothing runs: expected a block around it';
  return [{ message, span: spanAt(source, start, start + command.length) }];
}

/** A known program behind a prompt or with an option, a file or an address, and no word of a sentence. */
function isCommand(line: string): boolean {
  const { prompt, sudo, name = '' } = /^(?<prompt>\$ )?(?<sudo>sudo )?(?<name>[a-z][a-z\d-]*) \S/.exec(line)?.groups ?? {};
  if (!KNOWN_PROGRAMS.has(name) && sudo === undefined) return false;
  return !SENTENCE.test(line) && (prompt !== undefined || sudo !== undefined || SIGN.test(line));
}

const SENTENCE = /[`.:!?,;]$|`|\]\(|\s(?:the|an?|is|are|was|to|your|you|this|that|and|or|if|when|in|on|of|with|by|from|for|can|will|should|must|not)(?=\s|$)/i;
const SIGN = /\s--?[a-z]|\s[\w.-]*\/[\w.-]+|\s["']?(?:https?:\/\/|[\w.-]+:\d+\/)\S|\s[\w-]+\.[a-z\d]{2,4}(?:\s|$)/i;
