import { type Inventory, type Located, matchesGlob, type Runbook } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const inventoryMismatch = textRule({
  id: 'inventory-mismatch',
  severity: 'error',
  summary: 'The System line and the table of apps disagree.',
  scope: 'runbook',
  docs: {
    why: 'Both say what this runbook may act on. A name in one and not in the other is a renamed or forgotten system: someone will act on the wrong one, or find that the right one is missing. A glob such as `shop-worker-*` in the System line covers what it matches and needs no row.',
    bad: { get text() { return markdown(`
      # Rollback

      System: shop-api-prod · shop-api-stage

      | App | URL |
      | --- | --- |
      | shop-api-prod | https://api.shop.example |
      | shop-api-staging | https://staging.shop.example |
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      System: shop-api-prod · shop-api-staging · shop-worker-*

      | App | URL |
      | --- | --- |
      | shop-api-prod | https://api.shop.example |
      | shop-api-staging | https://staging.shop.example |
    `); } },
  },
  check: (runbook) => runbook.inventories.filter((inventory) => isAppTable(runbook, inventory)).flatMap((inventory) => compare(runbook.metadata.system, inventory)),
});

/** The table speaks of the same things as the System line where they share a name. */
function isAppTable({ metadata }: Runbook, inventory: Inventory): boolean {
  return metadata.system.some(({ value }) => inventory.rows.some(({ name }) => name === value));
}

function compare(system: readonly Located<string>[], inventory: Inventory): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { value, span } of system) {
    if (value.includes('*') || !/^[\w.-]+$/.test(value) || inventory.rows.some(({ name }) => name === value)) continue;
    findings.push({
      message: `"${value}" has no row in the ${inventory.key} table on line ${inventory.span.start.line}, which has ${inventory.rows.map(({ name }) => name).join(', ')}`,
      span,
      related: { message: `the ${inventory.key} table`, span: inventory.span },
    });
  }
  for (const row of inventory.rows) {
    if (system.some(({ value }) => matchesGlob(row.name, value))) continue;
    findings.push({
      message: `"${row.name}" is not in the System line, which has ${system.map(({ value }) => value).join(', ')}`,
      span: row.cellSpans[inventory.key] ?? row.span,
      ...(system[0] === undefined ? {} : { related: { message: 'the System line', span: system[0].span } }),
    });
  }
  return findings;
}
