import { expect, test } from 'vitest';
import { coverSecrets, findSecrets } from '../../../src/lint/facts/secret-shapes.ts';

// Put together here, so that no scanner takes this file for a leak.
const joined = (...parts: readonly string[]) => parts.join('');
const RANDOM = 'q7RkZ2mVw9tYb4XnC8dLs3Hf';

test.each([
  ['AWS access key', joined('AKIA', 'QZ7RK2MVW9TYB4XN')],
  ['GitHub token', joined('ghp', '_', RANDOM, 'J6gPe1UaT5oK')],
  ['GitLab token', joined('glpat', '-', RANDOM)],
  ['Slack token', joined('xoxb', '-', RANDOM)],
  ['Stripe key', joined('sk', '_live_', RANDOM)],
  ['Google API key', joined('AIza', 'Sy', RANDOM, 'J6gPe1UaT')],
  ['password in a URL', joined('postgres://jobs:', 't7Rk2mQw9z', '@db-1.internal/jobs')],
])('a %s is found', (name, secret) => {
  expect(findSecrets(`export KEY=${secret} # keep`).map((place) => place.name)).toEqual([name]);
});

test.each(['AKIAIOSFODNN7EXAMPLE', joined('ghp', '_', 'x'.repeat(36)), 'postgres://user:password@host/db', 'https://user:$TOKEN@host', 'https://docs.example.com:8443/a@b'])('%s is a stand-in, no secret', (text) => {
  expect(findSecrets(text)).toEqual([]);
});

test('a private key is found over its lines', () => {
  const key = joined('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIEowIBAAKCAQEAq7RkZ2mVw9tYb4XnC8dLs3HfJ6gPe1UaT5oK\nq7RkZ2mVw9tYb4XnC8dLs3Hf==\n', '-----END RSA PRIVATE KEY-----');
  expect(findSecrets(key)).toHaveLength(1);
  expect(coverSecrets(key)).not.toContain('q7RkZ2mV');
});

test('a covered text keeps its length and the first four characters', () => {
  const text = `a postgres://jobs:${'t7Rk2mQw9z'}@db-1.internal/jobs b`;
  expect(coverSecrets(text)).toBe('a postgres://jobs:t7Rk******@db-1.internal/jobs b');
});
