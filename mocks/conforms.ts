import * as z from 'zod/mini'

/**
 * Says why a value breaks a schema of the contract.
 * @param unknownValues whether enums may hold words that the contract does not know
 * @returns undefined where the value fits
 */
export const breachOf = (
  contract: z.ZodMiniType,
  value: unknown,
  unknownValues: boolean,
): string | undefined => {
  const result = z.safeParse(contract, value)
  if (result.success) return undefined
  const issues = unknownValues
    ? result.error.issues.filter(({ code }) => code !== 'invalid_value')
    : result.error.issues
  if (!issues.length) return undefined
  return issues.map(({ path, code }) => `${path.map(String).join('.')}: ${code}`).join('; ')
}
