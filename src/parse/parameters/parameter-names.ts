import type { Inventory } from '../../model/index.ts';

/** The name of a parameter from the words of its placeholder: `POD_NAME` is `pod-name`. */
export function parameterName(label: string): string {
  const words = /[a-z][A-Z]/.test(label) && !/[\s_-]/.test(label) ? label.replace(/([a-z\d])([A-Z])/g, '$1 $2') : label;
  return words.toLowerCase().replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'value';
}

/** The column of an inventory that a parameter is named after: `''` for the target itself, `null` for none. */
export function columnOf(name: string, inventories: readonly Inventory[]): string | null {
  const wanted = singular(parameterName(name));
  for (const { key, columns } of inventories) {
    if (namesKey(wanted, singular(parameterName(key)))) return '';
    const column = columns.slice(1).find((candidate) => singular(parameterName(candidate)) === wanted);
    if (column !== undefined) return column;
  }
  return null;
}

function namesKey(wanted: string, key: string): boolean {
  const same = (a: string, b: string): boolean => a === b || (a === 'application' && b === 'app') || (a === 'app' && b === 'application') || (a === 'env' && b === 'environment') || (a === 'environment' && b === 'env');
  return same(wanted, key) || same(wanted.replace(/-name$/, ''), key.replace(/-name$/, ''));
}

function singular(name: string): string {
  return name.replace(/(?<=[^s])s$/, '');
}

/** Words of a blank that say nothing of what is asked: `<put actual name here>`, `<your value>`. */
export function isAnyValue(label: string): boolean {
  return /^(?:(?:put|enter|insert|type|fill|in|the|your|an?|some|actual|real|correct|right)[\s_-]+)*(?:value|name|here|it|string|text)(?:[\s_-]+(?:goes[\s_-]+)?here)?$/i.test(label) && /[\s_-]|^value$|^here$/i.test(label);
}
