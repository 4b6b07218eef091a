/** The editions of the application form; a cycle pins the one it was announced with. */
export const formVersions = ['2020.1'] as const;
export type FormVersion = (typeof formVersions)[number];
