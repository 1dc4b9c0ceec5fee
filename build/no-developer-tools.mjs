// What stands in the bundle for React's developer tools: Ink asks whether they are installed before it takes them.
export default undefined;
