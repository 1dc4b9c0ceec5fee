import type { Runbook, ShellCommand } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const generatedName = textRule({
  id: 'generated-name',
  severity: 'warning',
  summary: 'A command names a pod by the name that it had on one day.',
  scope: 'runbook',
  docs: {
    why: 'A cluster makes up the end of the name, and makes up another with the next release or restart: by the night it is needed nothing is called so. Name what the pod belongs to, choose it by a label, or write a placeholder.',
    bad: { get text() { return markdown(`
      # Defragment etcd

      '''bash
      kubectl logs shop-api-6d4cf56db6-x2k9p
      '''
    `); } },
    good: { get text() { return markdown(`
      # Defragment etcd

      '''bash
      kubectl logs deploy/shop-api
      '''
    `); } },
  },
  check: (runbook) => {
    const asked = placesAsked(runbook);
    return shellBlocks(runbook).filter(({ fence }) => fence.step !== null).flatMap(({ shell, span }) =>
      shell.commands.filter(({ name }) => CLUSTER_TOOLS.has(name)).flatMap((command) => podsOf(command).flatMap(({ pod, start }): Finding[] => {
        const place = span(start, start + pod.length);
        return asked.has(place.start.offset) ? [] : [{ message: `"${pod}" was the name of one pod for as long as it ran; expected what it belongs to (deploy/…), a label (-l …) or <pod>`, span: place }];
      })),
    );
  },
});

const CLUSTER_TOOLS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k']);
/** The letters and digits of which a cluster makes up names: no vowels, and nothing that looks like another. */
const MADE_UP = '[bcdfghjklmnpqrstvwxz2456789]';
/** The pod of a deployment, `api-6d4cf56db6-x2k9p`, or of a job that ran at a time, `dump-28391520-lq7dc`. */
const POD = new RegExp(`^(?:pods?/|po/)?(?<pod>[a-z][a-z\\d-]*-(?:(?=[a-z]*\\d)${MADE_UP}{8,10}|\\d{8,10})-${MADE_UP}{5})(?::.*)?$`);

/** The arguments of a command that are such names. */
function podsOf({ args }: ShellCommand): readonly { readonly pod: string; readonly start: number }[] {
  return args.flatMap(({ value, raw, start }) => {
    const pod = POD.exec(value ?? '')?.groups?.['pod'];
    return pod === undefined ? [] : [{ pod, start: start + raw.indexOf(pod) }];
  });
}

/** Where a run asks for a value anyway, which other rules tell. */
function placesAsked({ steps }: Runbook): ReadonlySet<number> {
  return new Set(steps.flatMap((step) => (step.kind === 'command' ? step.slots.map(({ span }) => span.start.offset) : [])));
}
