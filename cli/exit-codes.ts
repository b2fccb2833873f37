/** How the command ended, for scripts. The meanings are part of the command's promise and never change. */
export const EXIT = {
  done: 0,
  internal: 1,
  usage: 2,
  input: 3,
  output: 4,
  infeasible: 10,
  notVerified: 11,
  limit: 12,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
