/** Words that name a secret, alone or as the end of a word that is written together. */
const SECRET_WORDS = /(?:tokens?|secrets?|passwords?|passwd|passphrases?|credentials?|apikeys?|accesskeys?)$/;
const WHOLE_WORDS: ReadonlySet<string> = new Set(['pass', 'key', 'keys', 'bearer', 'dsn', 'pat', 'pgpass', 'pw', 'creds', 'jwt', 'dbpass']);
/** Names of several words, and those that are secrets as they are. */
const WHOLE_NAMES = /(?:^|_)(?:database_url|redis_url|mongo(?:db)?_ur[il]|amqp_url|(?:mysql|db|database|pg|postgres|sa|root|admin|user)_pwd|connection_string|conn_str|webhook(?:_url)?)$/;
/** A last word that makes it something about a secret. */
const ABOUT: ReadonlySet<string> = new Set(['name', 'names', 'id', 'ids', 'file', 'path', 'dir', 'folder', 'type', 'count', 'length', 'size', 'ttl', 'expiry', 'version', 'algorithm', 'sock', 'vault', 'ring', 'space', 'url', 'uri', 'host', 'arn', 'label', 'user', 'policy']);

/** Whether a name says that its value is a secret, by its words: `DB_PASSWORD`, `api-key`, `accessToken`; not `OLDPWD`, `KEY_ID`, `keyspace`. */
export function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z\d])(?=[A-Z][a-z])|([a-z])(?=[A-Z])/g, '$1$2_').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const joined = words.join('_');
  if (WHOLE_NAMES.test(joined)) return true;
  if (ABOUT.has(words.at(-1) ?? '') || words.includes('public')) return false;
  return words.some((word) => WHOLE_WORDS.has(word) || SECRET_WORDS.test(word));
}

/** Whether a name says that its value is an address with a secret in it. Whoever has a webhook's address can use it: that is a secret as a whole. */
function isSecretAddress(name: string): boolean {
  return !/webhook/i.test(name) && /(?:^|[_-])(?:ur[il]|dsn|connection[_-]string)$/i.test(name);
}

/** The secret parts of a value: of an address its password and keys, else all of it. An address without any holds no secret. */
export function secretParts(name: string, value: string): readonly string[] {
  const address = /^[a-z][a-z\d+.-]*:\/\/(?:([^/@\s]*)@)?([^\s]*)$/i.exec(value);
  if (address === null) return [value];
  const [, login, rest = ''] = address;
  const password = login === undefined ? [] : [login.includes(':') ? login.slice(login.indexOf(':') + 1) : login];
  const keys = [...rest.matchAll(/[?&;]([\w.-]+)=([^&;#]+)/g)].flatMap(([, key = '', part = '']) => (isSecretName(key) || /^(?:sig|signature|code|pwd)$/i.test(key) ? [part] : []));
  const parts = [...password, ...keys].filter((part) => part !== '');
  if (parts.length === 0) return isSecretAddress(name) ? [] : [value];
  return parts.flatMap((part) => [part, decoded(part)]);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
