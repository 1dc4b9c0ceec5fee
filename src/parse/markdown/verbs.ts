const VERBS =
  'abort access acknowledge activate add adjust allow announce append apply approve ask assign attach authenticate back backup block boot bring build bump call cancel capture change check choose clean clear click clone close collect commit compare ' +
  'compute configure confirm connect consider contact continue convert copy cordon count create cut deactivate decide declare decommission define delete deploy describe destroy detach determine diagnose disable disconnect discard do document double-check download ' +
  'drain drop dump edit empty enable ensure enter escalate evict examine execute exit expand export extract fail fetch fill filter find finish fix flip flush follow force freeze gather generate get give go grab grant grep halt hand identify ignore import increase ' +
  'inform initiate inspect install invalidate invite investigate invoke isolate issue join keep kill label launch leave let list load locate lock log look lower make mark merge migrate modify monitor mount move name navigate note notify observe obtain open ' +
  'page pass paste patch pause perform pick ping place point post prepare press prevent print promote provision prune publish pull purge push put query quit raise re-run read reboot rebuild recheck reclaim reconnect record recover recreate redeploy redirect reduce ' +
  'refresh register reinstall reject release reload relogin remember remount remove rename renew reopen repair repeat replace replay report request rerun reset reschedule resize resolve restart restore restrict resume retrieve retry return revert review revoke rotate route run ' +
  'save say scale scan schedule search see select send set share ship show shut sign silence skip smoke snapshot specify spin split ssh start stop store stream submit suspend swap switch sync tag tail take tell terminate test throttle toggle trace track transfer trigger ' +
  'try tunnel turn type unblock uncordon undeploy undo uninstall unlock unmount unpause unset untaint update upgrade upload use vacuum validate verify view visit wait warm watch wipe write zoom';
const IMPERATIVES: ReadonlySet<string> = new Set(VERBS.split(' '));

/** Whether a sentence tells what to do: it begins with a verb, after "then", "please", a number or "to see the site,". */
export function saysWhatToDo(sentence: string): boolean {
  const words = sentence.replace(/^[\s\d.):*–—-]+/, '').replace(/^(?:(?:now|then|next|first|finally|please|also|again|lastly|afterwards|once more|step \d+:?)[\s,:]+)+/i, '').replace(/^(?:to|in order to|for|after|before|once|from|on|in|using|with|at|as)\b[^,.:;]{1,60},\s*/i, '');
  return IMPERATIVES.has((/^[a-z-]+/i.exec(words)?.[0] ?? '').toLowerCase());
}
