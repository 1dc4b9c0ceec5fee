/** Words in angle brackets that programs print and nobody is meant to replace. */
export const OUTPUT_WORDS: ReadonlySet<string> = new Set(
  'none unknown nil pending invalid null undefined empty unset missing stdin stdout stderr error html no-value redacted anonymous default-backend'.split(' ').concat(['no value', 'no response', 'not set', 'no output']),
);

/** Element names that in a quoted string mean markup. */
export const MARKUP_TAGS: ReadonlySet<string> = new Set(
  'html head body div span p b i u a br hr li ul ol td tr th h1 h2 h3 h4 h5 h6 script style pre strong em img meta svg input form button nav section table tbody thead iframe noscript'.split(' '),
);

/** Element names that also make sense as placeholders: markup only in a search pattern or beside a closing tag. */
export const AMBIGUOUS_TAGS: ReadonlySet<string> = new Set('title code link label summary details time data map object source version option select video audio header footer main article entry item key string dict array'.split(' '));

/** Programs whose quoted arguments are patterns or small programs. */
export const PATTERN_PROGRAMS: ReadonlySet<string> = new Set('grep egrep fgrep zgrep rg ag ack sed awk gawk perl xmllint xpath pup'.split(' '));

/** Placeholders written as bare words. */
export const BARE_PLACEHOLDER = /(?<![\w$%{\\-])(?:YOUR_[A-Z0-9_]*[A-Z0-9]|your-[a-z0-9]+(?:-[a-z0-9]+)*|your_[a-z0-9_]*[a-z0-9]|CHANGE_?ME|change-?me|REPLACE_?ME|replace-me|(?:PASTE|INSERT)_[A-Z0-9_]*[A-Z0-9]|\/?path\/to(?:\/[\w.-]*\w)+|x{3,40}|X{3,5})(?![\w-]|\()/g;

/** `{service}` as a word or a part of one; not `${x}`, `%{http_code}`, `@{upstream}`, `HEAD^{commit}`, `{{ x }}`, `{a,b}` or `xargs -I{x}`. */
export const BRACED_PLACEHOLDER = /(?<![$%@^{\\]|-I ?)\{([A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*)\}(?!\})/g;
