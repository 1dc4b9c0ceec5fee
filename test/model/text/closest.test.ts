import { expect, it } from 'vitest';
import { closest, isGlob, matchesGlob, typingErrors } from '../../../src/model/index.ts';

it('finds what was meant', () => {
  expect(closest('raxx-api-prd', ['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod'])[0]).toBe('raxx-api-prod');
  expect(closest('OWNER', ['owner', 'system'])).toEqual(['owner']);
  expect(closest('zzz', ['owner', 'system'])).toEqual([]);
});

it('counts letters in another order as one error less', () => {
  expect(typingErrors('prdo', 'prod')).toBe(1);
  expect(typingErrors('', 'abc')).toBe(3);
});

it('matches names by globs, and nothing else is special', () => {
  expect(matchesGlob('raxx-velvet-prod', 'raxx-velvet-*')).toBe(true);
  expect(matchesGlob('raxx-velvet-*', 'raxx-velvet-*')).toBe(true);
  expect(matchesGlob('raxx.velvet', 'raxx?velvet')).toBe(true);
  expect(matchesGlob('raxxavelvet', 'raxx.velvet')).toBe(false);
  expect(matchesGlob('my-raxx-velvet-prod', 'raxx-velvet-*')).toBe(false);
  expect(isGlob('raxx-*')).toBe(true);
  expect(isGlob('raxx-api')).toBe(false);
});
