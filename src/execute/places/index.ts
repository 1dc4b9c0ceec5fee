// Other places that pieces run in: another machine by ssh, a pod, a container.
export { Places } from './places.ts';
