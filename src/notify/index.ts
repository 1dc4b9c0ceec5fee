// Messages out: a text to a webhook of the operator's own, without ever holding up what runs.
export { Messenger } from './messenger.ts';
export { noticeOf } from './notices.ts';
export type { Outgoing } from './outgoing.ts';
export { post } from './post.ts';
