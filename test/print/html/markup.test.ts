import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/print/html/markup.ts';

test('what is filled in is text, in attributes and lists too', () => {
  expect(html`<a title="${'" onclick="x'}">${['<b>', html`<i>${'&'}</i>`, null, 3]}</a>`.text).toBe('<a title="&quot; onclick=&quot;x">&lt;b&gt;<i>&amp;</i>3</a>');
});

test('no text opens a tag, ends an attribute or begins an entity', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'/=!-ab ') }), (text) => {
    const { text: made } = html`<p title="${text}">${text}</p>`;
    const inner = made.slice('<p title="'.length, -'</p>'.length);
    expect(inner.replace('">', '')).not.toMatch(/[<>"']/);
    const back = inner.split('">').map((part) => part.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&'));
    expect(back).toEqual([text, text]);
  }));
});
