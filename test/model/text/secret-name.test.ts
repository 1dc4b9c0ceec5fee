import { describe, expect, test } from 'vitest';
import { isSecretName, secretParts } from '../../../src/model/index.ts';

describe('a name that says that its value is a secret', () => {
  test.each(['API_TOKEN', 'DB_PASSWORD', 'db-password', 'PGPASSWORD', 'PGPASS', 'MYSQL_PWD', 'GH_PAT', 'AWS_SECRET_ACCESS_KEY', 'api-key', 'apiKey', 'ACCESSTOKEN', 'SENTRY_DSN', 'DATABASE_URL', 'SHOP_REDIS_URL', 'BEARER', 'SSH_PASSPHRASE', 'GOOGLE_CREDENTIALS', 'key', 'master-key', 'DB_PASS', 'DB_PWD', 'ROOT_PW', 'CREDS', 'db-creds', 'JWT', 'DBPASS', 'CONN_STR', 'SLACK_WEBHOOK', 'WEBHOOK_URL'])('%s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });
  test.each(['PATH', 'OLDPWD', 'PWD', 'GIT_AUTHOR_NAME', 'SSH_AUTH_SOCK', 'secret-name', 'SECRET_NAME', 'key-id', 'AWS_ACCESS_KEY_ID', 'keyspace', 'KEYBOARD', 'monkey', 'COMPASS', 'START_PWD', 'SAVED_PWD', 'CREDS_FILE', 'WEBHOOK_NAME', 'PASSENGER', 'pattern', 'BYPASS', 'TOKEN_FILE', 'PUBLIC_KEY', 'PUB_KEY', 'hubPubKey', 'pubkey', 'ssh-public-keys', 'key-vault', 'compatible', 'URL', 'PASS_COUNT'])('not %s', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('of an address that holds a secret, that part', () => {
  test.each([
    ['DATABASE_URL', 'postgres://u:top%40secret@db/x', ['top%40secret', 'top@secret']],
    ['HOOK_URL', 'https://h.test/x?token=abcdef&y=1', ['abcdef', 'abcdef']],
    ['REDIS_URL', 'redis://localhost:6379', []],
    ['CLONE_TOKEN', 'https://ghp_abc@github.test/x', ['ghp_abc', 'ghp_abc']],
    ['HOOK_TOKEN', 'https://hooks.test/T0/B0/xyz', ['https://hooks.test/T0/B0/xyz']],
    ['SLACK_WEBHOOK_URL', 'https://hooks.test/T0/B0/xyz', ['https://hooks.test/T0/B0/xyz']],
    ['PASSWORD', 'no address: @', ['no address: @']],
  ])('%s=%s', (name, value, parts) => expect(secretParts(name, value)).toEqual(parts));
});
