import type { IncomingMessage } from 'node:http'
import { judge, pathOf } from './rules/rules.ts'

/** A path that reads the same, however often a server decodes or resolves it. */
const CLEAN = /^(?:\/[\w-][\w.-]*)+\/?$|^\/$/

/**
 * The target that the router sees. The rules judge the target as it came. What they refuse has one
 * address, so the router decodes nothing that could lead elsewhere. A page with an address that
 * could be read in two ways is the first page, which shows what the browser's address says.
 */
export const routedUrl = (request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string => {
  const url = request.url ?? '/'
  const { kind } = judge(request, false)
  if (kind === 'refuse') return '/api/refused'
  return kind !== 'page' || CLEAN.test(pathOf(url)) ? url : '/'
}
