/** The file of a Task state, under functions/steps, without its ending: `OpenDefence` is open-defence. */
export const stepFileOf = (state: string): string =>
  state.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
