export type { AmbientContext } from './ambient.ts';
