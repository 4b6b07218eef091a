declare module 'asl-validator' {
  function validate(
    definition: unknown,
    options?: { checkPaths: boolean; checkArn: boolean },
  ): { isValid: boolean; errorsText(separator?: string): string; errors: { 'Error code': string; Message: string }[] };
  export = validate;
}
