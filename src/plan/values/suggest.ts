import { shapeOf } from './shape.ts';

const LIMIT = 20;

/** Words of the same shape as the example, from the latest text first and within a text from its top; each once. */
export function suggestByShape(example: string, texts: readonly string[]): readonly string[] {
  const shape = shapeOf(example);
  if (shape === null) return [];
  const found = new Set<string>();
  for (const text of [...texts].reverse()) {
    for (const [token] of text.matchAll(/[^\s"'`()[\]{}<>,;|]+/g)) {
      const word = token.replace(/^[:.=]+|[:.=!?]+$/g, '');
      if (shapeOf(word) === shape) found.add(word);
      if (found.size >= LIMIT) return [...found];
    }
  }
  return [...found];
}
