import { expect, test } from 'vitest';
import { strongestEffect } from '../../../src/model/index.ts';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';
import { expectedEffects } from './expected.ts';

const effectOf = (code: string): string => strongestEffect(analyzeShell(code).effects)?.effect ?? 'reads';

test.each(expectedEffects('hazards'))('%s', (command, effect) => expect(effectOf(command)).toBe(effect));

test.each(expectedEffects('commands'))('%s', (command, effect) => expect(effectOf(command)).toBe(effect));
