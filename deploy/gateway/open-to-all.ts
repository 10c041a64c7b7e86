import type { FastifyRequest } from 'fastify'
import { pathOf } from './rules/rules.ts'

const OPEN = /^\/(?:assets|sign-in)\/|^\/(?:healthz|readyz|robots\.txt)$/

/**
 * Whether everybody may ask for something, without a sign-in: the files of the build, which hold no
 * data, the steps of the sign-in, and how the gateway is. The router's target counts: one that could
 * be read in two ways is the first page there.
 */
export const isOpenToAll = (request: FastifyRequest): boolean =>
  request.is404 || OPEN.test(pathOf(request.url))
