import { sourceText, spanAt } from '../../src/model/index.ts';
import { readExpectation } from '../../src/parse/expectations/expectation.ts';
import type { PlannedExpectation } from '../../src/plan/index.ts';

const span = spanAt(sourceText('x'), 0, 1);

/** What `# Expected: <rest>` becomes where it has no parameters. */
export function expected(rest: string): PlannedExpectation {
  const expectation = readExpectation(rest, span);
  return { expectation, text: expectation.text, parts: expectation.parts.map(({ text }) => text), missing: [] };
}
