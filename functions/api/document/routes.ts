/** Files: declared, uploaded by presigned URL, downloaded. */
export const documentRoutes = {} as const;
