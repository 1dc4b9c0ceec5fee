import { describe, expect, it } from 'vitest';
import { isProgram } from '../../../src/parse/blocks/index.ts';

describe('programs', () => {
  it.each(['kubectl', 'rabbitmq-diagnostics', 'pg_isready', 'k9s', 'talosctl', 'kafka-configs.sh', 'mkfs.ext4', './restore.sh', '/opt/shop/run', 'ops/drain.sh'])('%s is one', (word) => expect(isProgram(word)).toBe(true));
  it.each(['who', 'history', 'render', 'heat', 'restart', 'web-1', 'v1.2', 'shopctl'])('%s is none that is known, or a word of a sentence too', (word) => expect(isProgram(word)).toBe(false));
});
