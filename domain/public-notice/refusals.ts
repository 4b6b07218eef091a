/** Refusals about public notices and objections (A16, A21). */
export const noticeRefusals = {} as const;
