import { AnsiUp } from 'ansi_up';
import { colouredText, lastWritten } from '../../model/index.ts';
import { Markup } from './markup.ts';

/** Turns output into markup piece by piece; its colours, weights and slants become classes that the page's themes define. */
export class ColouredOutput {
  private readonly ansi = new AnsiUp();

  constructor() {
    this.ansi.use_classes = true;
    this.ansi.url_allowlist = {};
    this.ansi.boldStyle = 'bold';
    this.ansi.faintStyle = 'faint';
    this.ansi.italicStyle = 'italic';
    this.ansi.underlineStyle = 'underline';
  }

  /** Continues with the colours that the previous text left. */
  add(lines: readonly string[]): Markup {
    const text = colouredText(lines.map(lastWritten).join('\n')).replace(/\u001b\[[\d;]*:[\d;:]*m/g, withSemicolons);
    // Brackets in text are already escaped here, so anything that looks like a tag is one.
    return new Markup(this.ansi.ansi_to_html(text).replace(/<span(?: style="([^"]*)")?(?: class="([^"]*)")?>/g, (_, styles: string = '', classes: string = '') => `<span class="${classNames(styles, classes)}">`));
  }
}

/** `38:2::1:2:3` is another way to write `38;2;1;2;3`; `4:3`, a wavy underline, counts as an underline. */
function withSemicolons(sequence: string): string {
  return sequence.replace(/\b4:\d/g, '4').replace(/:+/g, ';');
}

/** `ansi-bright-red-fg` → `a1`; a background → `b1`; any other colour → the nearest of the eight. */
function classNames(styles: string, classes: string): string {
  const named = classes.split(' ').flatMap((name) => {
    const [, colour = '', where = ''] = /^ansi-(?:bright-)?(\w+)-(fg|bg)$/.exec(name) ?? [];
    return colour === '' ? [] : [`${where === 'bg' ? 'b' : 'a'}${NAMES.indexOf(colour)}`];
  });
  const styled = styles.split(';').flatMap((style) => {
    const [, back, ...levels] = /^(background-)?color:rgb\((\d+),(\d+),(\d+)\)$/.exec(style) ?? [];
    if (levels.length !== 3) return style === '' ? [] : [style];
    return [`${back === undefined ? 'a' : 'b'}${nearest(levels.map(Number))}`];
  });
  return [...named, ...styled].join(' ');
}

const NAMES: readonly string[] = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** The strong components of black, red, green, yellow, blue, magenta, cyan and white. */
function nearest(levels: readonly number[]): number {
  const most = Math.max(...levels);
  if (most < 64) return 0;
  return levels.reduce((bits, level, index) => bits + (level > most * 0.6 ? 1 << index : 0), 0);
}
