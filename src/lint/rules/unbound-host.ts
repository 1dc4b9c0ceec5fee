import { codeSpan, type CommandStep, listWords, type Runbook } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const unboundHost = textRule({
  id: 'unbound-host',
  severity: 'warning',
  summary: 'A command for a target asks a host that its row does not name.',
  scope: 'runbook',
  docs: {
    why: 'When the runbook is used for another target, the names in its commands are replaced by that target\'s row, but this host is in no cell: the check would ask the wrong system and pass. Add the host to the table.',
    bad: { get text() { return markdown(`
      # Rollback

      | App | URL |
      | --- | --- |
      | shop-api-prod | https://shop-api-prod-1a2b.example.com |
      | shop-api-staging | https://shop-api-staging-3c4d.example.com |

      '''bash
      heroku ps -a shop-api-prod
      curl -sf https://api.shop.example/health
      '''
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      | App | URL | Front |
      | --- | --- | --- |
      | shop-api-prod | https://shop-api-prod-1a2b.example.com | https://api.shop.example |
      | shop-api-staging | https://shop-api-staging-3c4d.example.com | https://api-staging.shop.example |

      '''bash
      heroku ps -a shop-api-prod
      curl -sf https://api.shop.example/health
      '''
    `); } },
  },
  check: (runbook) => runbook.steps.flatMap((step) => (step.kind === 'command' ? hostsOf(runbook, step) : [])),
});

function hostsOf(runbook: Runbook, step: CommandStep) {
  const rows = rowsNamed(runbook, step);
  if (rows.length === 0) return [];
  const cells = rows.flatMap(({ cells: row }) => Object.values(row)).join('\n');
  const names = listWords([...new Set(rows.map(({ name }) => name))]);
  return step.pieces.flatMap(({ hosts }) =>
    hosts
      .filter(({ host }) => !/[<>${}]|^localhost$|^127\.|\.svc\b/.test(host) && !cells.includes(host))
      .map(({ host, start, end }) => ({ message: `"${host}" is in no cell of the row of ${names}; for another target it would still be asked`, span: codeSpan(runbook.source, step.code, start, end) })),
  );
}

/** The rows that the step's commands name, in tables with more than one row and with hosts in them. */
function rowsNamed({ inventories }: Runbook, step: CommandStep) {
  return step.slots.flatMap((slot) => {
    if (slot.kind !== 'target' || slot.inventory === null || slot.row === null) return [];
    const rows = inventories[slot.inventory]?.rows ?? [];
    const row = rows[slot.row];
    const withHosts = rows.some(({ cells }) => Object.values(cells).some((cell) => /\w\.\w/.test(cell)));
    return row !== undefined && rows.length > 1 && withHosts ? [row] : [];
  });
}
