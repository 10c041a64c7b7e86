import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import {
  ANSWER_MARK,
  type AnswerMark,
  SIGN_OUT,
} from '../../../src/domain/contract/gateway-headers.ts'
import { parseJson } from '../forwarding/bodies.ts'
import { FOREIGN, isSameOrigin } from '../rules/rules.ts'
import { NO_HEAD, say } from './sign-in-answers.ts'
import type { SignInParts } from './sign-in-parts.ts'

const MOST_BYTES = 1_000
const bodySchema = z.object({
  /** Whether the browser has to delete all that the app keeps in it, of every user. */
  wipe: z.catch(z.boolean(), false),
})

/**
 * The routes that sign out. Only a page of the app can: a link or another website cannot. The
 * answer to the page is `{"signOutUrl": string | null}`: where it has to go to sign out at the
 * identity provider, too.
 */
export const signOutRoutes = (app: FastifyInstance, parts: SignInParts): void => {
  const { provider, sessions, cookies, onEvent, forgetPending } = parts

  // The gateway forwards bodies as they come, so no parser of its is there.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: MOST_BYTES },
    (_request, body: Buffer, done) => done(null, parseJson(body)),
  )

  app.post(SIGN_OUT, async (request, reply) => {
    if (!isSameOrigin(request))
      return say(request, reply, {
        status: 403,
        sentence: FOREIGN,
      })
    const secret = cookies.session.read(request)
    const found = secret === undefined ? undefined : await sessions.find(secret)
    if (secret !== undefined) await sessions.end(secret)
    await forgetPending(request, reply)
    cookies.session.clear(reply)
    if (found !== undefined) {
      onEvent({ kind: 'signed-out', subject: found.session.subject })
      await provider.revoke(found.grant.tokens)
    }
    if (bodySchema.safeParse(request.body).data?.wipe)
      void reply.header('clear-site-data', '"storage"')
    const signOutUrl = await provider.signOutUrl(found?.grant.tokens.idToken)
    return reply.header(ANSWER_MARK, 'own' satisfies AnswerMark).send({ signOutUrl })
  })

  app.get('/sign-in/out/done', NO_HEAD, async (_request, reply) => reply.redirect('/'))

  app.get(SIGN_OUT, NO_HEAD, async (request, reply) =>
    say(request, reply.header('allow', 'POST'), {
      status: 405,
      sentence: 'Sign out in the user menu of the app.',
      link: { href: '/', text: 'To the app' },
    }),
  )
}
