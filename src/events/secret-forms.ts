/** The forms in which programs write a secret: as it is, encoded, escaped, quoted. */
export function secretForms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [value, value.toUpperCase(), value.toLowerCase(), reversed(value), ...base64Forms(bytes), ...base32Forms(bytes), ...hexForms(bytes), ...urlForms(value, bytes), ...jsonForms(value), ...shellForms(value, bytes), ...markupForms(value)];
}

function reversed(value: string): string {
  return Array.from(value).reverse().join('');
}

/** For each offset within a 3-byte group at which the secret may begin, without the characters that depend on its neighbours; also encoded twice, as in a Kubernetes manifest that is itself encoded. */
function base64Forms(bytes: Buffer): readonly string[] {
  const once = [0, 1, 2].map((before) => inner(bytes, before, 3, 6, (padded) => padded.toString('base64')));
  const twice = [0, 1, 2].map((before) => inner(Buffer.from(bytes.toString('base64').replace(/=+$/, '')), before, 3, 6, (padded) => padded.toString('base64')));
  return [...once, ...once.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')), ...twice];
}

function base32Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2, 3, 4].map((before) => inner(bytes, before, 5, 5, base32));
}

/** The encoded characters that depend on these bytes alone, when `before` other bytes come first in their group of `group`. */
function inner(bytes: Buffer, before: number, group: number, bits: number, encode: (bytes: Buffer) => string): string {
  const padded = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(group)]);
  return encode(padded).slice(Math.ceil((before * 8) / bits), Math.floor(((before + bytes.length) * 8) / bits));
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held & 31) << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32.charAt((held >> (bits - 5)) & 31);
  }
  return text;
}

function hexForms(bytes: Buffer): readonly string[] {
  const lower = bytes.toString('hex');
  return [lower, lower.toUpperCase()].flatMap((hex) => {
    const pairs = hex.match(/../g) ?? [];
    return [hex, pairs.join(' '), pairs.join(':'), pairs.map((pair) => `\\x${pair}`).join(''), pairs.map((pair) => `%${pair}`).join(''), (hex.match(/.{1,4}/g) ?? []).join(' ')];
  });
}

function urlForms(value: string, bytes: Buffer): readonly string[] {
  // A lone surrogate cannot be encoded.
  const encoded = value.isWellFormed() ? [encodeURIComponent(value), encodeURI(value)] : [];
  const strict = [...bytes].map((byte) => (/[\w.~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('');
  const twice = [...encoded, strict].map((text) => encodeURIComponent(text));
  // Forms and `URLSearchParams` keep fewer characters, the password of a `URL` keeps more.
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  return [...encoded, strict, strict.replaceAll('%2F', '/'), form, inUserInfo(value), ...twice].flatMap((text) => [text, text.replaceAll('%20', '+'), text.replace(/%../g, (pair) => pair.toLowerCase())]);
}

function inUserInfo(value: string): string {
  const url = new URL('https://user@host');
  url.password = value;
  return url.password;
}

function jsonForms(value: string): readonly string[] {
  const plain = JSON.stringify(value).slice(1, -1);
  const ascii = escapedAbove(plain, /[^ -~]/g);
  const forHtml = escapedAbove(plain, /[<>&'=+\u2028\u2029]/g);
  // As .NET writes it.
  const wary = escapedAbove(plain.replaceAll('\\"', '\\u0022'), /[<>&'+`]|[^ -~]/g);
  return [plain, ascii, forHtml, wary, escapedAbove(plain, /[<>&\u2028\u2029]/g)].flatMap((text) => [text, text.replaceAll('/', '\\/'), text.replace(/\\u..../g, (code) => code.toUpperCase().replace('\\U', '\\u')), JSON.stringify(text).slice(1, -1)]);
}

function escapedAbove(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\u0007': '\\a', '\b': '\\b', '\u001b': '\\E', '\f': '\\f', '\v': '\\v' };

/** A byte as bash writes it in `$'…'`. */
function ansiByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return byte > 126 || byte < 32 ? (NAMED[character] ?? octal(byte)) : character.replace(/[\\']/g, '\\$&');
}

function shellForms(value: string, bytes: Buffer): readonly string[] {
  const ansi = value.replace(/[\\']/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, (character) => NAMED[character] ?? octal(character.charCodeAt(0)));
  const bytewise = [...bytes].map(ansiByte).join('');
  const quoted = [
    value.replaceAll("'", String.raw`'\''`),
    value.replaceAll("'", `'"'"'`),
    value.replace(/["\\$`]/g, '\\$&'),
    value.replace(/["\\$`!]/g, '\\$&'),
    // As `printf %q` writes it; later versions of bash escape fewer characters.
    value.replace(/[^\w@%+=:,./\u0080-\u{10ffff}-]/gu, '\\$&'),
    value.replace(/[^\w@%+=:./\u0080-\u{10ffff}-]/gu, '\\$&'),
    // Bash escapes `#` at the beginning alone, and `~` only where it would be a home folder.
    value.replace(/[\s!"$&'()*,;<>?[\\\]^`{|}]|^[#~]|(?<=[:=])~/g, '\\$&'),
    value.replace(/[\s!"$&'()*;<>?[\\\]^`{|}]|^[#~]|(?<=[:=])~/g, '\\$&'),
    // SQL and YAML.
    value.replaceAll("'", "''"),
    ansi,
    bytewise,
    bytewise.replaceAll('\\E', '\\e'),
  ];
  // Quoted twice, as `alias -p` and `trap -p` print text that is already quoted.
  return [...quoted, ...quoted.map((text) => text.replaceAll("'", String.raw`'\''`))];
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

function markupForms(value: string): readonly string[] {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [text, text.replaceAll('"', '&quot;'), text.replaceAll('"', '&quot;').replaceAll("'", '&#39;'), text.replaceAll('"', '&#34;').replaceAll("'", '&#39;'), text.replaceAll('"', '&quot;').replaceAll("'", '&apos;'), text.replaceAll('"', '&quot;').replaceAll("'", '&#x27;')];
}
