import { RE2JS } from 're2js';

/** A compiled pattern of the linear engine. */
export type Compiled = RE2JS;

/** Compiles a pattern; throws the engine's error if it refuses one. Loaded when a file has its first pattern. */
export function compileLinear(source: string, flags: string): Compiled {
  const inline = [...'ims'].filter((flag) => flags.includes(flag)).join('');
  return RE2JS.compile(`${inline === '' ? '' : `(?${inline})`}${RE2JS.translateRegExp(source)}`);
}
