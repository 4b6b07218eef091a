/** In-app messages (站内信) and duties. */
export const messageRoutes = {} as const;
