import { type CodeRange, overlap, type Runbook, type ShellAnalysis, type Span } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const generatedName = textRule({
  id: 'generated-name',
  severity: 'warning',
  summary: 'A command names a pod, a backup or a moment as it was on one day.',
  scope: 'runbook',
  onceAFile: 'by message',
  docs: {
    why: 'A cluster makes up the end of a pod\'s name, and makes up another with the next release or restart; a dump is called after the minute in which it was made. By the night it is needed nothing is called so, or it is the wrong one. Name what the pod belongs to, choose it by a label, or write a placeholder.',
    bad: { get text() { return markdown(`
      # Restore the shop

      '''bash
      kubectl logs shop-api-6d4cf56db6-x2k9p
      gunzip shop_20240207_143022.sql.gz
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restore the shop

      '''bash
      kubectl logs deploy/shop-api
      gunzip shop_<moment>.sql.gz
      '''
    `); } },
  },
  check: (runbook) => {
    const asked = placesAsked(runbook);
    return shellBlocks(runbook).filter(({ fence }) => fence.step !== null).flatMap(({ shell, fence, span }) =>
      [...podsOf(shell), ...momentsOf(shell, fence.code.text)].flatMap(({ start, end, ...said }) => {
        const place = span(start, end);
        return asked.some((slot) => slot.start.offset < place.end.offset && place.start.offset < slot.end.offset) ? [] : [{ ...said, span: place }];
      }),
    );
  },
});

interface Named extends CodeRange {
  readonly message: string;
  /** Set where nothing is done to what is called so. */
  readonly hint?: true;
}

const CLUSTER_TOOLS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k']);
/** The letters and digits of which a cluster makes up names: no vowels, and nothing that looks like another. */
const MADE_UP = '[bcdfghjklmnpqrstvwxz2456789]';
/** The pod of a deployment, `api-6d4cf56db6-x2k9p`, or of a job that ran at a time, `dump-28391520-lq7dc`. */
const POD = new RegExp(`^(?:pods?/|po/)?(?<pod>[a-z][a-z\\d-]*-(?:(?=[a-z]*\\d)${MADE_UP}{8,10}|\\d{8,10})-${MADE_UP}{5})(?::.*)?$`);

function podsOf({ commands }: ShellAnalysis): readonly Named[] {
  return commands.filter(({ name }) => CLUSTER_TOOLS.has(name)).flatMap(({ args }) =>
    args.flatMap(({ value, raw, start }) => {
      const pod = POD.exec(value ?? '')?.groups?.['pod'];
      const from = start + raw.indexOf(pod ?? '');
      return pod === undefined ? [] : [{ start: from, end: from + pod.length, message: `"${pod}" was the name of one pod for as long as it ran; expected what it belongs to (deploy/…), a label (-l …) or <pod>` }];
    }),
  );
}

/** A day and a time of it: `20240207_143022`, `2024-02-07T14:30`. */
const MOMENT = /(?<!\d)20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])[-_T](?:[01]\d|2[0-3])[-_:]?[0-5]\d(?:[-_:]?[0-5]\d)?(?!\d)/;
/** The name of a machine that a program made at a second since 1970, and the letters that it made up for it: `runner-1486026893-d25821d9`. */
const MADE_AT = /(?<=[a-z\d]-)1[3-9]\d{8}-[\da-f]{8}(?![\w-])/;
/** The tag of an image is a version: `minio/minio:RELEASE.2024-01-16T16-07-38Z`. */
const IMAGE_TAG = /:[\w.-]*$/;
/** Programs that are told any time to see what they make of it. */
const TELLS_TIME: ReadonlySet<string> = new Set(['date', 'touch', 'echo', 'printf', 'faketime']);

/** Words of commands and values of variables with a moment in them. */
function momentsOf({ commands, assignments, effects }: ShellAnalysis, code: string): readonly Named[] {
  if (!MOMENT.test(code) && !MADE_AT.test(code)) return [];
  const args = commands.filter(({ name }) => !TELLS_TIME.has(name)).flatMap((command) => command.args);
  // `export NAME=…` is both.
  const words = [...args, ...assignments.filter(({ start }) => !args.some((arg) => arg.start <= start && start < arg.end))];
  return words.flatMap(({ start, end }) => {
    const word = code.slice(start, end);
    const moment = MOMENT.exec(word);
    const found = moment ?? MADE_AT.exec(word);
    if (found === null || /\s/.test(word) || IMAGE_TAG.test(word.slice(0, found.index))) return [];
    const from = start + found.index;
    const command = commands.findLast((each) => each.start <= start && end <= each.end);
    const done = effects.filter((each) => command !== undefined && overlap(each, command));
    // What only looks finds nothing, and whoever looks sees that.
    const onlyReads = done.length > 0 && done.every(({ effect }) => effect === 'reads');
    return [{ start: from, end: from + found[0].length, ...(onlyReads ? { hint: true as const } : {}), message: `"${found[0]}" is ${moment === null ? 'what one machine was called once' : 'the moment of one day'}; expected a placeholder, or a command that finds the one that is meant` }];
  });
}

/** Where a run asks for a value anyway, which other rules tell. */
function placesAsked({ steps }: Runbook): readonly Span[] {
  return steps.flatMap((step) => (step.kind === 'command' ? step.slots.map(({ span }) => span) : []));
}
