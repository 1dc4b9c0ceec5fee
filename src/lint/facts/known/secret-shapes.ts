/** Keys and tokens by their published shapes. Each pattern's first group, where there is one, is the secret part. */
const SECRET_SHAPES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { name: 'GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g },
  { name: 'GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g },
  { name: 'GitLab token', pattern: /\bglpat-[\w-]{20,}/g },
  { name: 'Slack token', pattern: /\bxox[abposr]-[A-Za-z0-9-]{20,}/g },
  { name: 'Slack webhook', pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{20,})/g },
  { name: 'Stripe key', pattern: /\b[sr]k_live_[A-Za-z0-9]{20,}\b/g },
  { name: 'Google API key', pattern: /\bAIza[\w-]{35}\b/g },
  { name: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { name: 'PyPI token', pattern: /\bpypi-AgE[\w-]{50,}/g },
  { name: 'DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { name: 'SendGrid key', pattern: /\bSG\.[\w-]{16,32}\.[\w-]{30,64}\b/g },
  { name: 'Heroku API key', pattern: /\bHRKU-[\w-]{36,}/g },
  { name: 'HashiCorp Vault token', pattern: /\bhvs\.[\w-]{24,}/g },
  { name: 'OpenAI key', pattern: /\bsk-(?:proj-)?[\w-]{20,}T3BlbkFJ[\w-]{20,}/g },
  { name: 'JSON Web Token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g },
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+(?=[A-Za-z0-9+/=]{40})([A-Za-z0-9+/=\s]+)/g },
  { name: 'Azure storage key', pattern: /AccountKey=([A-Za-z0-9+/]{80,}={0,2})/g },
  { name: 'password in a URL', pattern: /:\/\/[^\s:/@<>"'`$]+:([^\s:/@<>"'`${}[\]*]{6,})@[\w.-]+/g },
];

/** Places in commands and assignments that hold a secret, whatever its shape. The named group is the secret, of which nothing is quoted. */
const SECRET_PLACES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'password', pattern: /\b(?:PGPASSWORD|MYSQL_PWD|SSHPASS|REDISCLI_AUTH)=(?<secret>"[^"\n]+"|'[^'\n]+'|[^\s"'`;&|]+)/g },
  { name: 'password', pattern: /\bmysql(?:dump|admin)?\b[^\n|;&]{0,300}?\s-p(?<secret>[^\s"'`;&|]+)/g },
  { name: 'password', pattern: /\bsshpass\s+-p\s*(?<secret>"[^"\n]+"|'[^'\n]+'|[^\s"'`]+)/g },
  { name: 'password', pattern: /\bcurl\b[^\n|;&]{0,300}?\s(?:-u|--user)[ =]?["']?[^\s:"'`]+:(?<secret>[^\s"'`]+)/g },
  { name: 'AWS secret key', pattern: /\b(?:AWS_SECRET_ACCESS_KEY|aws_secret_access_key)\s*=\s*["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g },
];

/** A value that its author wrote as a stand-in. */
const STAND_IN = /example|sample|dummy|placeholder|change_?me|redacted|your|secret|passw|xxxx|\.\.\.|1234567|abcdef|(.)\1{5}/i;
/** In the place of a password, what cannot be one: a variable, a placeholder, a word that says what belongs there. */
const NO_PASSWORD = /[$<>{}[\]*]|^(?:["'])?(?:example|sample|dummy|placeholder|change_?me|redacted|secret|password|passwd|pass|pw|token|foo|bar|test|xxx+|\.{3}|your[\w-]*|my[-_]?(?:password|secret|pass))(?:["'])?$|example|changeme|(.)\1{5}/i;

/** Whose it is; a user whose password is the name again stands for any. */
const USER = /\s(?:-u|--user)[ =]?["']?(?<user>[^\s:"'`]+)/;

/** Texts that occur in every one of the shapes: most files have none of them, and are done after one pass. */
const CUES = /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abposr]-|hooks\.slack\.com|k_live_|AIza|npm_|pypi-|do[opr]_v1_|SG\.|HRKU-|hvs\.|T3BlbkFJ|eyJ|PRIVATE KEY|AccountKey=|:\/\/[^\s:/@]+:[^\s/@]+@|PGPASSWORD=|MYSQL_PWD=|SSHPASS=|REDISCLI_AUTH=|\bmysql|sshpass|\bcurl\b[^\n]{0,300}\s(?:-u|--user)|aws_secret_access_key/i;

interface SecretPlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The places of a text that have the shape of a secret. */
export function findSecrets(text: string): readonly SecretPlace[] {
  if (!CUES.test(text)) return [];
  return [...byShape(text), ...byPlace(text)].sort((a, b) => a.start - b.start);
}

function byShape(text: string): readonly SecretPlace[] {
  return SECRET_SHAPES.flatMap(({ name, pattern }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const secret = match[1] ?? match[0];
      if (STAND_IN.test(secret) || match[0].startsWith(`://${secret}:`)) return [];
      const start = match.index + match[0].lastIndexOf(secret);
      return [{ name, start, end: start + secret.trimEnd().length }];
    }),
  );
}

function byPlace(text: string): readonly SecretPlace[] {
  return SECRET_PLACES.flatMap(({ name, pattern }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const secret = match.groups?.['secret'] ?? '';
      if (secret.length < SHORTEST || NO_PASSWORD.test(secret) || USER.exec(match[0])?.groups?.['user'] === secret) return [];
      const end = match.index + match[0].length;
      return [{ name, start: end - secret.length, end }];
    }),
  );
}

/** A shorter text in a secret's place is usually not a secret. */
const SHORTEST = 4;
/** The first letters of a token say what it is; of a password nothing is shown. */
const shownLetters = ({ name }: SecretPlace): number => (name.startsWith('password') ? 0 : 4);

/** What may be said of a secret: its first letters, where these are no part of what is secret. */
export function secretHint(text: string, place: SecretPlace): string {
  const letters = text.slice(place.start, place.start + shownLetters(place));
  return letters === '' ? '' : ` (${letters}…)`;
}

/** The text with each secret masked at the same length, except the first letters of tokens. */
export function coverSecrets(text: string): string {
  let covered = text;
  for (const place of findSecrets(text)) {
    const { start, end } = place;
    const secret = text.slice(start, end);
    const shown = shownLetters(place);
    covered = covered.slice(0, start) + secret.slice(0, shown) + secret.slice(shown).replace(/[^\r\n]/g, '*') + covered.slice(end);
  }
  return covered;
}
