import { type Inventory, isAscii, isGlob, type Located, type Target } from '../../model/index.ts';

/** Possible targets: inventory keys, then names and globs of the System line, then globs that sections name. */
export function findTargets(inventories: readonly Inventory[], system: readonly Located<string>[]): readonly Target[] {
  const rows = inventories.flatMap((inventory, index) => inventory.rows.map((row, at): Target => ({ name: row.name, glob: false, from: 'inventory', inventory: index, row: at, span: row.cellSpans[inventory.key] ?? row.span })));
  const names = system.filter(({ value }) => isTargetName(value)).map(({ value, span }): Target => ({ name: value, glob: isGlob(value), from: 'system', inventory: null, row: null, span }));
  return unique([...rows, ...names]);
}

/** Targets, each name once, in order. */
export function unique(targets: readonly Target[]): readonly Target[] {
  const seen = new Set<string>();
  return targets.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** A word that commands can hold; a glob needs some letters of its own. */
export function isTargetName(text: string): boolean {
  const isName = isAscii(text) ? /^[A-Za-z\d*][\w.:/@*?-]*$/.test(text) : /^[\p{L}\p{N}*][\p{L}\p{N}_.:/@*?-]*$/u.test(text);
  return isName && text.replace(/[*?]/g, '').length >= 2;
}
