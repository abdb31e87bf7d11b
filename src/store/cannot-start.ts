/** A reason not to start, in one plain line for the person at the terminal. */
export class CannotStart extends Error {}
