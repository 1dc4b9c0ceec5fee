import type { Asked } from './asked.ts';
import type { Looker } from './looker.ts';

const ESC = '\u001b';
const PASTED = `${ESC}[200~echo pasted\necho twice\n${ESC}[201~`;

/** What a tired person does wrong at the first question of each kind; none of it may run or answer anything. */
export const MISTAKES: Readonly<Partial<Record<Asked, (at: Looker) => Promise<void>>>> = {
  start: async (at) => {
    await at.opens('?', /Keys/);
    await at.keeps('x', /Enter start|Enter resume/);
  },
  run: async (at) => {
    await at.keeps(PASTED, /paste ignored/);
    await at.opens('?', /Keys/);
    await at.opens('o', /Output/);
    await at.opens('t', /Messages/);
    await at.opens(':', /Go to a step or section/, 'qqqqzz\r', /nothing has these letters/);
    await at.opens('c', /Change which answer/, 'qqqqzz\r', /nothing has these letters/);
    await at.opens('s', /Why is it skipped/, '\r', /type the reason/);
    await at.opens('n', /Note/, 'looked at it', /looked at it/);
    await at.opens('q', /Leave the walk/);
    await at.keeps('z', null);
    await at.keeps('z', null);
    await at.keeps(']', /Esc back to the next step|Enter run|Enter read on/);
    await at.keeps(ESC, /Enter run|Enter read on/);
    await at.resizes();
    // What does nothing here says so, or at least does nothing.
    await at.keeps('y', null);
    await at.keeps('\u0004', null);
  },
  judge: async (at) => {
    await at.keeps('\r', /Enter does nothing here/);
    await at.keeps(PASTED, /paste ignored/);
    await at.opens('o', /Output/);
    await at.resizes();
  },
  failed: async (at) => {
    await at.keeps('\r', /Enter does nothing here/);
    await at.opens('a', /Why is it accepted/, '\r', /type the reason/);
    await at.opens('o', /Output/);
    await at.resizes();
  },
  gate: async (at) => {
    await at.keeps('\r', /Enter does nothing here/);
    await at.opens('P', /Why can it go on/, '\r', /type the reason/);
    await at.resizes();
  },
  held: async (at) => {
    await at.keeps('\r', /Enter does nothing here/);
    await at.resizes();
  },
  confirm: async (at) => {
    await at.keeps('not-this\r', /nothing was run/);
    await at.keeps('\u0015', /Type /);
    await at.keeps('\u0004', /Type /);
    await at.resizes();
  },
  value: async (at) => {
    await at.keeps('\r', /type a value|Enter (?:answer|type|read on)/);
    await at.keeps(`${ESC}[200~two words\nin lines${ESC}[201~`, /two words in lines/);
    await at.keeps('\u0015', /Enter answer/);
    await at.keeps('\u0004', null);
    await at.resizes();
  },
  choice: async (at) => {
    await at.keeps('\r', /mark one with the arrows|type the name/);
    await at.resizes();
  },
  'by-hand': async (at) => {
    await at.opens('s', /Why is it skipped/, '\r', /type the reason/);
    await at.keeps(PASTED, /paste ignored/);
    await at.resizes();
  },
  'to-end': async (at) => {
    await at.opens(':', /Go to a step or section/, 'qqqqzz\r', /nothing has these letters/);
    await at.keeps(PASTED, /paste ignored/);
    await at.resizes();
  },
  row: async (at) => {
    await at.opens('e', /./, 'by hand', /by hand/);
    await at.keeps('q', null);
    await at.resizes();
  },
  end: async (at) => {
    await at.resizes();
    await at.keeps('q', /Enter leave/);
  },
};
