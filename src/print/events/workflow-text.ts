import { visible } from '../../model/index.ts';

/** A text as the value of a workflow command's property. */
export const workflowProperty = (text: string): string => workflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A text as the message of a workflow command. */
export const workflowData = (text: string): string => visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
