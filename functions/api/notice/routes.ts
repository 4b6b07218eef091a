/** Public notices and objections. */
export const noticeRoutes = {} as const;
