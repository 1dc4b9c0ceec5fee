import type { Expectation } from '../../model/index.ts';
import { bindSlot, type Bindings } from './bind.ts';
import { fillCode } from './substitute.ts';
import type { PlannedExpectation } from '../types.ts';

/** An expectation with known values in its parts and in its words. */
export function planExpectation(known: Bindings, expectation: Expectation): PlannedExpectation {
  const missing = new Set<string>();
  let { text } = expectation;
  let from = 0;
  const parts = expectation.parts.map((part) => {
    const filled = fillCode({ text: part.text, lineOffsets: [0] }, { start: 0, end: part.text.length }, part.slots, (slot) => bindSlot(known, slot, null));
    for (const name of filled.missing) missing.add(name);
    const now = filled.code.text;
    const at = text.indexOf(part.text, from);
    if (at >= 0) {
      text = text.slice(0, at) + now + text.slice(at + part.text.length);
      from = at + now.length;
    }
    return now;
  });
  return { expectation, text, parts, missing: [...missing] };
}
