import { isFar, isInside, listWords, type Place, placeWords, type Runbook, type Span } from '../../model/index.ts';
import { isBroughtAlong, markdown, sharesShell, type ShellBlock, shellBlocks, whereItRuns } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const neverSet = textRule({
  id: 'never-set',
  severity: 'warning',
  summary: 'A variable is read, set nowhere in the file, and no sentence names it.',
  scope: 'runbook',
  docs: {
    why: 'The command runs with an empty value: `rm -rf /data/$DIR/old` is then another command. Set it in the block, or say above it what it has to hold. Variables that a shell or a cloud tool brings along are left out.',
    bad: { get text() { return markdown(`
      # Clean up

      '''bash
      rm -rf /var/data/$CHUNK_DIR/old
      '''
    `); } },
    good: { get text() { return markdown(`
      # Clean up

      Set \`CHUNK_DIR\` to the folder that the alert names.

      '''bash
      rm -rf /var/data/$CHUNK_DIR/old
      '''
    `); } },
  },
  check: (runbook) => {
    const blocks = shellBlocks(runbook).filter(({ fence }) => fence.step !== null && !isNoShell(runbook, fence.span));
    const setters = settersIn(runbook, blocks);
    const told = new Set<string>();
    return blocks.flatMap((block) => {
      const missing = block.shell.reads.flatMap(({ name, hasDefault, start, end }): readonly Missing[] => {
        const here = whereItRuns(runbook, block, start);
        const others = setters.get(name) ?? [];
        if (hasDefault || told.has(name) || isBroughtAlong(name) || others.some(({ on }) => sharesShell(on, here)) || isPinned(runbook, name) || (others.length === 0 && isNamed(runbook, name))) return [];
        told.add(name);
        return [{ name, setter: others[0], here, span: block.span(start, end), command: block.shell.statements.findIndex((statement) => statement.end >= end) }];
      });
      // What one command lacks is one finding, unless it is set in different places.
      return [...Map.groupBy(missing, ({ name, setter, command }) => (setter === undefined ? command : name)).values()].flatMap(asOne);
    });
  },
});

/** Whether what a block is labelled as is not what it holds: the variables of a web server are none of a shell's. */
const isNoShell = ({ diagnostics }: Runbook, block: Span): boolean => diagnostics.some(({ rule, span }) => rule === 'not-a-command' && isInside(span, block));

/** A variable that a block reads where nothing sets it, and what sets it elsewhere. */
interface Missing {
  readonly name: string;
  readonly setter: Setter | undefined;
  readonly here: Place | null;
  readonly span: Span;
  readonly command: number;
}

function asOne(missing: readonly Missing[]): readonly Finding[] {
  const [first] = missing;
  if (first === undefined) return [];
  const { name, setter, here, span } = first;
  return [{ message: setter === undefined ? setNowhere(missing.map((each) => `$${each.name}`)) : `$${name} is set ${whereInstead(setter, here)}`, span }];
}

/** A place in the file that sets a variable, and where that runs. */
interface Setter {
  readonly on: Place | null;
  readonly line: number;
}

function settersIn(runbook: Runbook, blocks: readonly ShellBlock[]): ReadonlyMap<string, readonly Setter[]> {
  const setters = new Map<string, Setter[]>();
  for (const block of blocks) {
    for (const { name, start, end } of block.shell.assignments) setters.set(name, [...(setters.get(name) ?? []), { on: whereItRuns(runbook, block, start), line: block.span(start, end).start.line }]);
  }
  return setters;
}

/** What a command reads and nothing sets, in one sentence. */
function setNowhere(names: readonly string[]): string {
  return `${listWords(names)} ${names.length === 1 ? 'is set nowhere, and no sentence says what it is to hold' : 'are set nowhere, and no sentence says what they are to hold'}`;
}

function whereInstead(setter: Setter, here: Place | null): string {
  const words = (place: Place | null): string => (isFar(place) ? `on ${placeWords(place)}` : 'here');
  return `${words(setter.on)} (line ${setter.line}), and this runs ${words(here)}, where nothing sets it`;
}

const isPinned = ({ pins }: Runbook, name: string): boolean => pins.params.some((param) => param.name === name);

/** Whether words outside of what runs name it: prose, a table, a comment, the code of another language; or a sentence has all of its words. */
function isNamed({ source, steps }: Runbook, name: string): boolean {
  const word = new RegExp(`(?<![\\w$])${name}\\b`);
  let rest = source.text;
  for (const step of steps) {
    if (step.kind !== 'command') continue;
    if (step.shell.comments.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text))) return true;
    rest = rest.slice(0, step.span.start.offset) + ' '.repeat(step.span.end.offset - step.span.start.offset) + rest.slice(step.span.end.offset);
  }
  return word.test(rest) || isDescribed(rest, name) || rest.includes(`$${name}`) || rest.includes(`\${${name}}`);
}

/**
 * Whether one sentence has each word of a name of several, in full or as its beginning: "the expiration date, as in ISO8601" for
 * `EXP_DATE_ISO8601`. Two words have to stand side by side: "the new certificate" for `new_certificate`.
 */
function isDescribed(prose: string, name: string): boolean {
  const parts = name.toLowerCase().split('_').filter((part) => part !== '');
  if (parts.length < 2) return false;
  if (parts.length === 2) return new RegExp(`(?<![\\w$/.-])${parts.join('[ -]')}(?:s|'s)?(?![\\w/-])`).test(prose.toLowerCase());
  return prose.toLowerCase().split(/(?<=[.!?:])\s|\n\s*\n|\n\s*[-*|]/).some((sentence) => parts.every((part) => new RegExp(`(?<![\\w$])${part}`).test(sentence)));
}
