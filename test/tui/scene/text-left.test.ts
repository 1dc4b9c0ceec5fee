import { describe, expect, it } from 'vitest';
import { hasRead } from '../../../src/tui/document/reading.ts';
import { settledView } from '../../../src/tui/scene/follow.ts';
import { footerKeys } from '../../../src/tui/scene/footer-keys.ts';
import type { Scene } from '../../../src/tui/scene/scene.ts';
import { textLeft } from '../../../src/tui/scene/text-left.ts';
import type { Prompt } from '../../../src/walk/index.ts';
import { pressed, withUi } from '../presses.ts';
import { attempt, planOf, scene, stepId } from '../scenes.ts';

const MANY = Array.from({ length: 12 }, (_, i) => `Look at queue ${i}.`).join('\n\n');
const TEXT = `# X\n\n## Do\n\n\`\`\`bash\necho looking\n\`\`\`\n\n${MANY}\n\nStart the workers again.\n\n## If it fails\n\n\`\`\`bash\necho back\n\`\`\`\n\n## Contacts\n\nThe owner.\n`;
const END: Prompt = { kind: 'end-run', id: 'e', sections: [{ heading: 'If it fails', line: 36 }] };

function atEnd(text: string, prompt: Prompt, { rows = 15, ran = true } = {}): Scene {
  const plan = planOf(text, undefined);
  const first = scene({ plan, columns: 50, rows, events: ran ? attempt(stepId(plan, 0)) : [], ui: { prompt, armed: true } });
  return withUi(first, settledView({ scene: first, before: { block: first.blocks.findIndex(({ kind }) => kind === 'piece'), jumped: false, scene: null } }));
}

const keys = (now: Scene): string => footerKeys(now.keys, 46).flat().map(({ key, label }) => `${key} ${label}`).join('  ');

describe('where words stand below the last step', () => {
  it('Enter reads them before it ends the run', () => {
    const first = atEnd(TEXT, END);
    expect(keys(first)).toContain('Enter read on');
    let now = first;
    for (let page = 0; page < 9 && now.keys.unread; page += 1) {
      const { step, scene: next } = pressed(now, 'enter');
      expect(step.effect).toEqual({ do: 'arm' });
      now = next;
    }
    expect(hasRead(now.ui.reading, now.toRead!)).toBe(true);
    expect(keys(now)).toContain('Enter end the run');
    expect(pressed(now, 'enter').step.effect).toMatchObject({ do: 'reply', reply: { kind: 'end' } });
  });

  it('it ends the run at once where they were in view', () => {
    const first = atEnd(TEXT, END, { rows: 60 });
    expect(keys(first)).toContain('Enter end the run');
    expect(pressed(first, 'enter').step.effect).toMatchObject({ do: 'reply', reply: { kind: 'end' } });
  });

  it('contacts, the history and what is out are not among them, and a run that ended otherwise has none', () => {
    const { blocks, ...first } = atEnd(TEXT, END);
    const { end } = textLeft({ prompt: END, blocks, plan: first.plan, state: first.state, rows: first.rows })!;
    expect(blocks[end.block]).toMatchObject({ kind: 'words', segments: [{ text: 'Start the workers again.' }] });
    expect(atEnd(TEXT, END, { ran: false }).toRead).toBeNull();
    expect(atEnd(TEXT.replace(MANY, '').replace('Start the workers again.', ''), END).toRead).toBeNull();
  });
});
