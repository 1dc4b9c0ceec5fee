import { saysWhatToDo } from '../markdown/index.ts';

/** Verbs of what a person does with a page, a file, a form or other people. Looking at output, or running the command differently, is not among them. */
const DEEDS = new Set(
  ('announce approve ask attach call click close complete contact copy create delete edit email enable enter file fill get give go hand inform inject invite let log mail merge message modify move navigate notify open page paste ping post press provide push reboot record remind remove rename reply report request restart ' +
    'revert revoke save schedule select send share sign submit tell toggle type update upload visit write').split(' '),
);
/** What one looks at that no command shows. */
const LOOKS_AT = /^(?:check|monitor|watch|review|look at)\b.*(?:\b(?:slack|dashboards?|grafana|datadog|kibana|pagerduty|(?:user|customer) (?:reports?|complaints)|tickets?|status page|inbox|jira|support (?:channel|queue))\b|\s#[a-z][\w-]+)/i;
/** How a command is told to be run another way, not what to do after it. */
const OTHER_WAY = /(?:^|\s)--?[a-z]|\b[A-Z_]+=|\$[A-Z({]|\bto (?:see|get|show|list|print|enable|disable|skip|force|overwrite|limit|filter)\b|\b(?:instead|if needed|if necessary|as needed)\b/;

/** Whether a comment below the last command asks for something that no command does: "Open the URL and approve the deployment". */
export function asksByHand(comment: string): boolean {
  const words = comment.replace(/^(?:(?:then|now|next|finally|afterwards|after that|also|and|please)[\s,:]+)+/i, '');
  const [verb = '', second = ''] = words.split(/[\s,:]+/);
  return (DEEDS.has(verb.toLowerCase()) || LOOKS_AT.test(words)) && second !== '' && !OTHER_WAY.test(words);
}

/** Orders that ask for no deed. */
const NO_DEED = /^(?:note|see|remember|consider|use|keep|repeat|let|output|say|watch)\b/i;

/** Whether a comment is an order to do something. */
export function saysWhatIsDone(comment: string): boolean {
  return saysWhatToDo(comment) && !NO_DEED.test(comment) && !OTHER_WAY.test(comment);
}

/** Whether a comment is an order to somebody: "Log in to the console by hand". */
export function saysByHand(comment: string): boolean {
  return /\b(?:by hand|manually)[\s.!]*$/i.test(comment) && saysWhatIsDone(comment);
}
