import { expect, test } from 'vitest';
import { coverSecrets, findSecrets } from '../../../../src/lint/facts/known/secret-shapes.ts';

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

test('a covered text keeps its length, and of a password nothing', () => {
  const text = `a postgres://jobs:${'t7Rk2mQw9z'}@db-1.internal/jobs b`;
  expect(coverSecrets(text)).toBe('a postgres://jobs:**********@db-1.internal/jobs b');
});

test.each([
  [`PGPASSWORD=${'payments_pass'} psql -h db`, 'payments_pass'],
  [`mysql -uroot -p${'S3cr3tPassw0rd'} -e "select 1"`, 'S3cr3tPassw0rd'],
  [`curl -u admin:${'hunter2hunter2'} https://example.org`, 'hunter2hunter2'],
  [`sshpass -p '${'tr0ub4dor'}' ssh web-1`, "'tr0ub4dor'"],
  [`export AWS_SECRET_ACCESS_KEY=${'aJalrXUtnFEMI7K7MDENGsbPxRfiCYabcdefghij'}`, 'aJalrXUtnFEMI7K7MDENGsbPxRfiCYabcdefghij'],
])('what stands in a secret\'s place is one: %s', (text, secret) => {
  expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
});

test.each([
  'curl "https://user:changeme@example.org/"', 'curl https://<user>:<pass>@example.org/', 'curl https://abc123:abc123@example.org', 'export API_TOKEN=XXXXXXXXXXXX',
  'PGPASSWORD=$PASS psql', 'mysql -u root -p', 'mysql -p<password>', 'curl -u "$USER:$TOKEN" https://example.org', 'curl -u admin:password https://example.org', 'mysql -uroot -p shop',
  'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
])('%s holds none', (text) => {
  expect(findSecrets(text)).toEqual([]);
});
