import { unescapedUri, wordsIn } from './words.ts';

/** Words that name a secret, alone or at the end of a compound word. */
const SECRET_WORDS = /(?:tokens?|secrets?|passwords?|passwd|passphrases?|credentials?|apikeys?|accesskeys?)$/;
const WHOLE_WORDS: ReadonlySet<string> = new Set(['pass', 'key', 'keys', 'bearer', 'dsn', 'pat', 'pgpass', 'pw', 'creds', 'jwt', 'dbpass']);
/** Names of several words, and names that are always secret. */
const WHOLE_NAMES = /(?:^|_)(?:database_url|redis_url|mongo(?:db)?_ur[il]|amqp_url|(?:mysql|db|database|pg|postgres|sa|root|admin|user)_pwd|connection_string|conn_str|webhook(?:_url)?)$/;
/** Last words that make it only something about a secret. */
const ABOUT: ReadonlySet<string> = new Set(['name', 'names', 'id', 'ids', 'file', 'path', 'dir', 'folder', 'type', 'count', 'length', 'size', 'ttl', 'expiry', 'version', 'algorithm', 'sock', 'vault', 'ring', 'space', 'url', 'uri', 'host', 'arn', 'label', 'user', 'policy']);

/** Whether a name says that its value is a secret: `DB_PASSWORD`, `api-key`, `accessToken`; not `OLDPWD`, `KEY_ID`, `keyspace`. */
export function isSecretName(name: string): boolean {
  const words = wordsIn(name.replace(/([a-z\d])(?=[A-Z][a-z])|([a-z])(?=[A-Z])/g, '$1$2_'));
  const joined = words.join('_');
  if (WHOLE_NAMES.test(joined)) return true;
  if (ABOUT.has(words.at(-1) ?? '') || words.includes('public') || isPublicKeyName(name)) return false;
  return words.some((word) => WHOLE_WORDS.has(word) || SECRET_WORDS.test(word));
}

/** Whether a name says that its value is the half of a key that everybody may have: `pubkey`, `HUB_PUB_KEY`, `ssh-public-keys`. */
export function isPublicKeyName(name: string): boolean {
  return /(?:^|[_-])pub(?:lic)?[_-]?keys?(?:$|[_-])/i.test(name.replace(/([a-z\d])(?=[A-Z])/g, '$1_'));
}

/** Whether a name says that its value is an address, which may contain a secret. Not a webhook's: knowing its address is enough to use it, so all of it is secret. */
function isSecretAddress(name: string): boolean {
  return !/webhook/i.test(name) && /(?:^|[_-])(?:ur[il]|dsn|connection[_-]string)$/i.test(name);
}

/** The secret parts of a value: the password and keys of an address, else the whole value. An address with neither contains no secret. */
export function secretParts(name: string, value: string): readonly string[] {
  const address = /^[a-z][a-z\d+.-]*:\/\/(?:([^/@\s]*)@)?([^\s]*)$/i.exec(value);
  if (address === null) return [value];
  const [, login, rest = ''] = address;
  const password = login === undefined ? [] : [login.includes(':') ? login.slice(login.indexOf(':') + 1) : login];
  const keys = [...rest.matchAll(/[?&;]([\w.-]+)=([^&;#]+)/g)].flatMap(([, key = '', part = '']) => (isSecretName(key) || /^(?:sig|signature|code|pwd)$/i.test(key) ? [part] : []));
  const parts = [...password, ...keys].filter((part) => part !== '');
  if (parts.length === 0) return isSecretAddress(name) ? [] : [value];
  return parts.flatMap((part) => [part, unescapedUri(part)]);
}
