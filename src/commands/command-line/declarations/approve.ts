import { Declared, option } from '../declared.ts';

/** `runbook approve`. */
export function approve(): Declared {
  return new Declared('approve', {
    summary: 'approve the step that a run of the team is waiting for',
    details: 'For runs on Temporal, where `approve:` in .runbook.yaml asks for a second person. It names this login; who began the run cannot approve it. Only this attempt at this text is approved.',
    usage: '<run>',
    examples: [
      { command: 'runbook approve 20261128-172204107-e531', what: 'look at what is asked, and let it run' },
      { command: 'runbook approve e531 --yes', what: 'approve what is shown without asking' },
    ],
    load: () => import('../../approve.ts'),
  })
    .argument('<run>')
    .takesOptions(option('--operator <name>', "name who approves; default: git's user.name, else the login name"), option('--yes', 'approve what is shown without asking'));
}
